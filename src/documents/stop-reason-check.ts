import type { VocabularyName } from '../catalog/stop-reasons.js';
import type { Range, TextEdit } from '../edits/text-edit.js';
import type { Surface } from './facts.js';
import type { Dialect } from './prompt.js';

/** A value a check names, where it is written. */
export interface HandledReason {
  readonly value: string;
  readonly range: Range;
}

/**
 * Code that decides by a stop reason, or a call whose answer is used without asking for one.
 *
 * - `switch`, `branch` (if-chain, conditional), `loop`, `lookup` (an object or Map of reasons): decides by the reason.
 * - `fallback`: `reason ?? "end_turn"` and the like.
 * - `constant`: a reason of the caller's own vocabulary is written down while the answer's is never read.
 * - `misread`: a reason read from where this surface never puts one. `impossible`: compared with a word that never comes.
 * - `inspected`: decides by the blocks of the answer alone. `logged`: the reason is shown to people and nothing else.
 * - `unread`: the text or the tools of an answer are used and no reason is read.
 */
export type StopCheckShape =
  | 'switch'
  | 'branch'
  | 'loop'
  | 'lookup'
  | 'fallback'
  | 'constant'
  | 'misread'
  | 'impossible'
  | 'inspected'
  | 'logged'
  | 'unread';

/** What becomes of a reason that no case names. */
export type OtherReasons = 'success' | 'throws' | 'forwarded' | 'ignored' | 'repeats' | 'handled' | 'unknown';

/** A line of its own: where it begins, and the white space before it. */
export interface LinePlace {
  readonly at: number;
  readonly indent: string;
}

/** Where a check can be mended. What is written there is decided by rules. */
export type MendPlace =
  /** A statement that looks at the reason before the answer is used. */
  | {
      readonly kind: 'guard';
      /** `before` the statement that begins at `at`, or `after` the one that ends there (also the brace of a block). */
      readonly side: 'before' | 'after';
      readonly place: LinePlace;
      /** What must hold for the reason to be there, as written; `null` = it always is. */
      readonly when: string | null;
      /** The reason, as an expression that can be written more than once. */
      readonly reason: string;
      /** The whole answer, as an expression. */
      readonly answer: string | null;
      /** Reasons that must pass: success, and what the code handles itself. */
      readonly allowed: readonly string[];
      /** Names that must be picked from the answer first. */
      readonly pick: { readonly at: number; readonly text: string } | null;
      /** The expression that an arrow function returns: its body becomes a block, from `at` on. */
      readonly returned?: Range;
    }
  /** Reasons that join a case that stands for the same outcome, and a case of their own for the rest. */
  | {
      readonly kind: 'cases';
      readonly joins: readonly { readonly reason: string; readonly place: LinePlace }[];
      readonly throws: { readonly reasons: readonly string[]; readonly place: LinePlace } | null;
      readonly reason: string;
    }
  /** Rows of a table. */
  | {
      readonly kind: 'rows';
      readonly rows: readonly { readonly reason: string; readonly at: number; readonly text: string }[];
    }
  | { readonly kind: 'replace'; readonly edits: readonly TextEdit[] };

export interface StopReasonCheck {
  readonly shape: StopCheckShape;
  /** Whose words the reason is in. */
  readonly dialect: Dialect;
  /** Those words, as the installed version has them. */
  readonly vocabulary: VocabularyName;
  readonly surface: Surface;
  /** What a finding marks: the comparison, the default, the fallback, the call. */
  readonly range: Range;
  /** The expression that reads the reason, as written. */
  readonly subject: { readonly text: string; readonly range: Range } | null;
  readonly handled: readonly HandledReason[];
  /** Reasons that the code does not tell from success. */
  readonly missing: readonly string[];
  readonly others: OtherReasons;
  /** What other reasons become, as written: `"stop"`. */
  readonly becomes: string | null;
  /** Where the reason is, for a `misread`; what comes instead, for an `impossible` word. */
  readonly instead: string | null;
  readonly mend: MendPlace | null;
}
