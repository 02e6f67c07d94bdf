import type { Document, Format } from './document.js';
import type { ModelGate, ModelReference } from './facts.js';
import { suppressionsOf } from './suppressions.js';

export interface DocumentParts {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  readonly parseError: () => string | null;
  readonly modelReferences: () => readonly ModelReference[];
  readonly modelGates: () => readonly ModelGate[];
  readonly regions: () => readonly string[];
}

/** A document without model calls, whose facts are computed on first use and kept. */
export function lazyDocument(parts: DocumentParts): Document {
  const parseError = once(parts.parseError);
  const modelReferences = once(parts.modelReferences);
  const modelGates = once(parts.modelGates);
  const regions = once(parts.regions);
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
    geographyBuilders: [],
    get parseError() {
      return parseError();
    },
    get modelReferences() {
      return modelReferences();
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
