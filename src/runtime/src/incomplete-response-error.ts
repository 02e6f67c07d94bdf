import { findText } from './find-text.js';
import { stopOutcome } from './stop-outcome.js';
import type { StopKind, StopOutcome } from './stop-outcome.js';

/**
 * Why {@link IncompleteResponseError} was thrown. Codes are stable; message texts are not.
 *
 * One for each kind of outcome (`TRUNCATED` for `truncated`, …), `UNKNOWN_STOP_REASON` for `unknown`, and two for streams:
 * `STREAM_FAILED` (an error came in mid-stream; it is the `cause`) and `STREAM_ENDED_EARLY` (it ended without a stop reason).
 */
export type IncompleteResponseErrorCode =
  | 'COMPLETE'
  | 'TOOL_USE'
  | 'TRUNCATED'
  | 'CONTEXT_WINDOW_EXCEEDED'
  | 'REFUSED'
  | 'BLOCKED'
  | 'MALFORMED'
  | 'PAUSED'
  | 'UNKNOWN_STOP_REASON'
  | 'STREAM_FAILED'
  | 'STREAM_ENDED_EARLY';

/** For code that throws the error itself. */
export interface IncompleteResponseErrorOptions extends ErrorOptions {
  /** Instead of the code that the response's outcome has. */
  readonly code?: IncompleteResponseErrorCode;
}

/**
 * An answer that is not what it seems: cut off, refused, blocked or broken. Thrown by `assertComplete` and
 * `collectStream`, and for callers to throw. Its message holds nothing that the model wrote.
 *
 * @example
 * ```ts
 * try {
 *   assertComplete({ stopReason: 'max_tokens', output: { message: { content: [{ text: 'Once upon' }] } } });
 * } catch (error) {
 *   if (error instanceof IncompleteResponseError) [error.code, error.text]; // ['TRUNCATED', 'Once upon']
 * }
 * ```
 */
export class IncompleteResponseError extends Error {
  override readonly name = 'IncompleteResponseError';
  /** Stable; branch on this, not on the message. */
  declare readonly code: IncompleteResponseErrorCode;
  declare readonly outcome: StopOutcome;
  /** What was written until then. */
  declare readonly text: string;
  /** The reason as the response spells it; `undefined` where it has none. */
  declare readonly stopReason: string | undefined;
  /** The request's ID at AWS, for a support case; `undefined` where the response doesn't carry it. */
  declare readonly requestId: string | undefined;

  constructor(response: unknown, options: IncompleteResponseErrorOptions = {}) {
    const outcome = stopOutcome(response);
    const { text, stopReason } = outcome;
    const code = options.code ?? codeOf(outcome.kind);
    const requestId = findText(response, '$metadata.requestId', '_request_id', 'headers.x-amzn-requestid');
    super(`${code} (stop reason ${stopReason ?? 'none'}, request ${requestId ?? 'none'})`, options);
    Object.assign(this, { code, outcome, text, stopReason, requestId });
  }
}

/** `contextWindowExceeded` has the code `CONTEXT_WINDOW_EXCEEDED`, and so on. */
function codeOf(kind: StopKind) {
  if (kind === 'unknown') return 'UNKNOWN_STOP_REASON';
  // The compiler knows no case conversion at word boundaries; a table of all codes would cost every bundle 80 bytes.
  return kind.replace(/[A-Z]/g, '_$&').toUpperCase() as IncompleteResponseErrorCode;
}
