import { scanModelNames } from '../../src/catalog/model-id.js';
import type { Document } from '../../src/documents/document.js';
import type { ModelReference, Position } from '../../src/documents/facts.js';

/** A document whose references stand where `@position:` precedes an ID, e.g. `@key:anthropic.claude-v2`. */
export function fakeDocument(path: string, text: string, rest: Partial<Document> = {}): Document {
  const modelReferences = scanModelNames(text).map(({ name, idStart, idEnd }): ModelReference => {
    const position = /@(\w+):$/.exec(text.slice(0, idStart))?.[1] ?? 'constant';
    // The marks of a test's text are positions.
    return {
      name,
      range: [idStart, idEnd],
      form: 'literal',
      position: position as Position,
      level: 'error',
      endpoint: 'runtime',
      surface: null,
      region: null,
      fixed: null,
    };
  });
  return {
    path,
    text,
    format: 'javascript',
    parseError: null,
    modelReferences,
    modelCalls: [],
    modelGates: [],
    stopReasonChecks: [],
    blockReads: [],
    toolInputChecks: [],
    samplingPairs: [],
    thinkingObjects: [],
    textCompletions: [],
    geographyBuilders: [],
    suppressions: [],
    regions: [],
    ...rest,
  };
}
