import { dig } from './dig.js';

/** Registered, so that two copies of this package in one program understand each other. JSON and the SDKs don't send symbols. */
const mark = Symbol.for('bedrock-claude-runtime.perCall');

/**
 * Marks a part of a prompt that changes from call to call: a block, a message or a tool, or a text, which becomes a block
 * for Converse. `cacheSystem`, `withPromptCaching` and `withCacheControl` cache up to it and nothing after it. What is
 * sent stays the same; a copy by spread keeps the mark, one through JSON loses it.
 *
 * @example
 * ```ts
 * perCall('Today is Monday.'); // { text: 'Today is Monday.' }
 * perCall({ type: 'text', text: 'Today is Monday.' }); // { type: 'text', text: 'Today is Monday.' }
 * ```
 */
export function perCall(part: string): { text: string };
export function perCall<Part extends object>(part: Part): Part;
export function perCall(part: string | object): object {
  return { ...(typeof part === 'string' ? { text: part } : part), [mark]: true };
}

/** Whether a part of a prompt was marked by {@link perCall}. */
export function isPerCall(part: unknown): boolean {
  return dig(part, mark) === true;
}
