import { modelTraits } from './model-traits.js';
import type { EffortLevel } from './model-traits.js';
import { ThinkingError } from './thinking-error.js';
import type { ThinkingErrorCode } from './thinking-error.js';

/**
 * How much a model shall think. Models up to Claude 4.6 take a budget, Claude 4.6 and later an effort. With both, each model
 * gets the one that it takes: what a router over several generations needs.
 */
export type ThinkingOptions =
  | { readonly budgetTokens: number; readonly effort?: EffortLevel | undefined }
  | { readonly budgetTokens?: number | undefined; readonly effort: EffortLevel };

/** {@link ThinkingOptions}, and the length of the request, below which a budget must stay. */
export type ThinkingRequest = ThinkingOptions & { readonly maxTokens?: number | undefined };

/** Request fields: `additionalModelRequestFields` of Converse, or fields of a Messages body. */
export type ThinkingFields =
  | { thinking: { type: 'enabled'; budget_tokens: number } }
  | { thinking: { type: 'adaptive' }; output_config: { effort: EffortLevel } };

/**
 * The request fields that make a model think, in the form that its generation accepts. Of a model newer than this package
 * the caller is believed.
 *
 * @example
 * ```ts
 * withThinking('global.anthropic.claude-sonnet-4-5-20250929-v1:0', { budgetTokens: 4096 }); // { thinking: { type: 'enabled', budget_tokens: 4096 } }
 * withThinking('global.anthropic.claude-opus-4-8', { effort: 'high' }); // { thinking: { type: 'adaptive' }, output_config: { effort: 'high' } }
 * withThinking('global.anthropic.claude-opus-4-8', { effort: 'high', budgetTokens: 4096 }); // { thinking: { type: 'adaptive' }, output_config: { effort: 'high' } }
 * withThinking('global.anthropic.claude-opus-4-8', { budgetTokens: 4096 }); // throws BUDGET_REFUSED
 * ```
 *
 * @throws {@link ThinkingError} where the model would refuse the request; its `code` is stable and its text says what it takes.
 */
export function withThinking(
  modelId: string,
  { budgetTokens, effort, maxTokens = Infinity }: ThinkingRequest,
): ThinkingFields {
  const { known, thinking, effort: levels } = modelTraits(modelId);
  const leastBudget = 1024;
  const budgets = `budgetTokens from ${leastBudget} to below maxTokens`;
  const takes: readonly string[] = known
    ? [thinking.includes('adaptive') ? levels : [], thinking.includes('enabled') ? budgets : []].flat()
    : [effort ?? budgets];
  if (effort && takes.includes(effort)) return { thinking: { type: 'adaptive' }, output_config: { effort } };

  let code: ThinkingErrorCode = effort ? 'EFFORT_REFUSED' : 'BUDGET_REFUSED';
  if (!takes[0]) code = 'THINKING_REFUSED';
  if (budgetTokens !== undefined && takes.includes(budgets)) {
    const isValid = Number.isInteger(budgetTokens) && budgetTokens >= leastBudget && budgetTokens < maxTokens;
    if (isValid) return { thinking: { type: 'enabled', budget_tokens: budgetTokens } };
    code = 'INVALID_BUDGET';
  }
  const refused = effort ?? `budgetTokens ${budgetTokens}`;
  throw new ThinkingError(code, modelId, `\`${modelId}\` refuses ${refused}. It takes: ${takes.join(', ') || 'none'}.`);
}
