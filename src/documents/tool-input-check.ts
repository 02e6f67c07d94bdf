import type { Range } from '../edits/text-edit.js';

/**
 * Code that takes what a model wrote into the input of a tool for granted, letter by letter.
 *
 * - `compared`, `switched`, `looked`: a text of the input is compared with a literal, switched on, or looked up.
 * - `serialized`: the input as JSON is searched or compared as a text.
 */
export interface ToolInputCheck {
  readonly shape: 'compared' | 'switched' | 'looked' | 'serialized';
  /** The call whose answer asks for the tool: `range` of its `ModelCall`. */
  readonly call: Range;
  /** The comparison, the switch, the look-up. */
  readonly range: Range;
  /** The text, as written. */
  readonly subject: string;
  /** Where `.trim()` can be written behind the text; `null` where its type may have no such method. */
  readonly trim: { readonly at: number; readonly isOptional: boolean } | null;
  /** The input as an expression, and what has to stand between a call around it and the member that is read; `null` where there is none. */
  readonly input: { readonly range: Range; readonly then: '' | '?' | '?.' } | null;
}
