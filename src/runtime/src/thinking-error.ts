/**
 * Why {@link ThinkingError} was thrown. Codes are stable; message texts are not.
 *
 * - `THINKING_REFUSED`: the model has no thinking that can be asked for.
 * - `BUDGET_REFUSED`: the model refuses `budget_tokens` and takes an effort.
 * - `EFFORT_REFUSED`: the model refuses this effort, or any, and takes a budget.
 * - `INVALID_BUDGET`: the budget is no whole number of at least 1,024 tokens and below the request's `maxTokens`.
 */
export type ThinkingErrorCode = 'THINKING_REFUSED' | 'BUDGET_REFUSED' | 'EFFORT_REFUSED' | 'INVALID_BUDGET';

/**
 * The model would refuse the thinking that was asked for.
 *
 * @example
 * ```ts
 * try {
 *   withThinking('global.anthropic.claude-opus-4-8', { budgetTokens: 4096 });
 * } catch (error) {
 *   if (error instanceof ThinkingError) error.code; // 'BUDGET_REFUSED'
 * }
 * ```
 */
export class ThinkingError extends Error {
  override readonly name = 'ThinkingError';
  /** Stable; branch on this, not on the message. */
  declare readonly code: ThinkingErrorCode;
  /** The model ID as received. */
  declare readonly modelId: string;

  constructor(code: ThinkingErrorCode, modelId: string, message: string) {
    super(message);
    Object.assign(this, { code, modelId });
  }
}
