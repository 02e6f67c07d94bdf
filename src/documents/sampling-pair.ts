import type { PropertyFact } from './facts.js';

/** A temperature and a top_p that are Claude's by what stands beside them, and that no known call is seen to send. */
export interface SamplingPair {
  readonly temperature: PropertyFact;
  readonly topP: PropertyFact;
  /** The IDs whose entries in a table hold the pair; empty where it may be any Claude. */
  readonly models: readonly string[];
  /** The body of a text completion. */
  readonly isCompletion: boolean;
  /** A test sends it, or an assertion compares with it what other code sends. */
  readonly isExpected: boolean;
}
