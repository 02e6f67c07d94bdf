import type { Range } from '../edits/text-edit.js';
import type { ModelGate } from './facts.js';

/** A test made of gates alone, all of which ask about the same ID. */
export type GateTest =
  | { readonly kind: 'gate'; readonly gate: ModelGate }
  | { readonly kind: 'any' | 'all'; readonly of: readonly GateTest[] }
  | { readonly kind: 'not'; readonly of: GateTest };

/** What a test of a model ID decides about, where it can be seen that it is nothing but parts of requests to that very model. */
export interface GateGuard {
  readonly test: GateTest;
  /** The test as written. */
  readonly range: Range;
  /** The same with the `!` before it, where there is one. */
  readonly negated: Range | null;
  /** The answer is kept or handed back rather than branched on. */
  readonly isValue: boolean;
  /** Code that yields the ID. */
  readonly subject: string;
  /** There may be no ID to ask about. */
  readonly mayBeAbsent: boolean;
  /** Whether what is governed is there where the test holds, or where it fails. */
  readonly when: boolean;
  readonly governs: readonly Governed[];
}

/** A property, an assignment or an element that is only there on a condition. */
export interface Governed {
  readonly range: Range;
  /** The calls whose model is the ID that the condition asks about. */
  readonly calls: readonly Range[];
}
