import type { Document, Format } from './document.js';
import type { FoundationArn, ModelGate, ModelReference } from './facts.js';
import { geographiesBefore } from './geographies-before.js';
import { heldByArns } from './held-by-arns.js';
import { suppressionsOf } from './suppressions.js';
import { isTestPath } from './test-path.js';

export interface DocumentParts {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  readonly parseError: () => string | null;
  readonly modelReferences: () => readonly ModelReference[];
  readonly modelGates: () => readonly ModelGate[];
  readonly regions: () => readonly string[];
  readonly foundationArns?: () => readonly FoundationArn[];
}

/** A document without model calls, whose facts are computed on first use and kept. */
export function lazyDocument(parts: DocumentParts): Document {
  const parseError = once(parts.parseError);
  const foundationArns = once(parts.foundationArns ?? (() => []));
  const modelReferences = once(() =>
    heldByArns(
      parts.modelReferences(),
      parts.path,
      foundationArns().map((arn) => ({ arn, where: 'the file' })),
    ),
  );
  const modelGates = once(parts.modelGates);
  const regions = once(parts.regions);
  // What prose shows is no program.
  const isProgram = parts.format !== 'markdown' && !isTestPath(parts.path);
  const geographyBuilders = once(() => (isProgram ? geographiesBefore(parts.text) : []));
  const suppressions = once(() => suppressionsOf(parts.text, parts.format));
  return {
    path: parts.path,
    text: parts.text,
    format: parts.format,
    modelCalls: [],
    stopReasonChecks: [],
    blockReads: [],
    toolInputChecks: [],
    samplingPairs: [],
    thinkingObjects: [],
    textCompletions: [],
    get parseError() {
      return parseError();
    },
    get foundationArns() {
      return foundationArns();
    },
    get modelReferences() {
      return modelReferences();
    },
    get geographyBuilders() {
      return geographyBuilders();
    },
    get modelGates() {
      return modelGates();
    },
    get suppressions() {
      return suppressions();
    },
    get regions() {
      return regions();
    },
  };
}

/** The function, run at most once. */
export function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => (result ??= { value: compute() }).value;
}
