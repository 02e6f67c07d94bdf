import { IncompleteResponseError } from './incomplete-response-error.js';
import { stopOutcome } from './stop-outcome.js';
import type { StopKind } from './stop-outcome.js';

/** What `assertComplete` lets through. */
export interface AssertCompleteOptions {
  /** Kinds of outcome to accept besides `complete` and `toolUse`. */
  readonly allow?: readonly StopKind[] | undefined;
}

/**
 * Returns the response if the model said what it wanted to say or asks for a tool, and throws otherwise: cut off,
 * refused, blocked, malformed, paused, or ended for a reason that is missing or unknown. Takes what `stopOutcome` takes.
 *
 * @example
 * ```ts
 * assertComplete({ stopReason: 'end_turn' }); // { stopReason: 'end_turn' }
 * assertComplete({ stopReason: 'max_tokens' }, { allow: ['truncated'] }); // { stopReason: 'max_tokens' }
 * assertComplete({ stop_reason: 'refusal', content: [] }); // throws REFUSED
 * assertComplete(undefined); // throws UNKNOWN_STOP_REASON
 * ```
 *
 * @throws {@link IncompleteResponseError} with a stable `code`, the partial `text` and the `requestId`.
 */
export function assertComplete<Response>(response: Response, { allow = [] }: AssertCompleteOptions = {}): Response {
  if (['complete', 'toolUse', ...allow].includes(stopOutcome(response).kind)) return response;
  throw new IncompleteResponseError(response);
}
