/**
 * The answer was not there by the `deadline` of `converse` or `converseStream`. The request was aborted.
 *
 * @example
 * ```ts
 * try {
 *   await converse(client, input, { command: ConverseCommand, deadline: 0 });
 * } catch (error) {
 *   if (error instanceof DeadlineError) error.code; // 'DEADLINE_EXCEEDED'
 * }
 * ```
 */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  /** Stable. */
  readonly code = 'DEADLINE_EXCEEDED';
  /** The deadline, in milliseconds from the call. */
  declare readonly deadline: number;

  constructor(deadline: number) {
    super(`No answer within ${deadline} ms.`);
    Object.assign(this, { deadline });
  }
}
