import type { Range } from '../edits/text-edit.js';
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
 * - `switch`, `branch` (if-chain, conditional), `loop`, `lookup` (an object or Map of reasons), `list` (`[…].includes(reason)`): decides by the reason.
 * - `fallback`: `reason ?? "end_turn"` and the like.
 * - `constant`: a reason of the caller's own vocabulary is written down while the answer's is never read.
 * - `misread`: a reason read from where this surface never puts one.
 * - `unread`: the text or the tools of an answer are used and no reason is read.
 */
export type StopCheckShape =
  'switch' | 'branch' | 'loop' | 'lookup' | 'list' | 'fallback' | 'constant' | 'misread' | 'unread';

/** What becomes of a reason that no case names. */
export type OtherReasons = 'success' | 'throws' | 'forwarded' | 'ignored' | 'handled' | 'unknown';

export interface StopReasonCheck {
  readonly shape: StopCheckShape;
  /** Whose words the reason is in. */
  readonly dialect: Dialect;
  readonly surface: Surface;
  /** What a finding marks: the comparison, the default, the fallback, the call. */
  readonly range: Range;
  /** The expression that reads the reason, as written. */
  readonly subject: { readonly text: string; readonly range: Range } | null;
  readonly handled: readonly HandledReason[];
  readonly others: OtherReasons;
}
