import { modelTraits } from './model-traits.js';
import type { ModelTraits } from './model-traits.js';

/**
 * What {@link supports} can be asked.
 *
 * - `caching`, `hourCaching`: cache points, and points that last an hour.
 * - `thinking`: any form; `budgetThinking`: `thinking.type` `enabled` with `budget_tokens`; `adaptiveThinking`: `adaptive`.
 * - `effort`: `output_config.effort`.
 * - `temperature`, `topP`, `topK`, `temperatureWithTopP`: sampling parameters; the last means two of them in one request.
 * - `prefill`: a last message that begins the assistant's answer.
 * - `forcedToolChoice`: `tool_choice` `any` or `tool`, by some models only where thinking is disabled. `strictTools`: tools marked `strict`.
 * - `structuredOutputs`: an output format with a JSON schema, on `bedrock-runtime`.
 */
export type ModelTrait =
  | 'caching'
  | 'hourCaching'
  | 'thinking'
  | 'budgetThinking'
  | 'adaptiveThinking'
  | 'effort'
  | keyof ModelTraits['sampling']
  | 'prefill'
  | 'forcedToolChoice'
  | 'strictTools'
  | 'structuredOutputs';

/**
 * Whether a model supports something. `undefined` means that it is not known, and is falsy on purpose: code that asks
 * `if (supports(…))` leaves out what might be refused.
 *
 * @example
 * ```ts
 * supports('us.anthropic.claude-sonnet-4-6', 'budgetThinking'); // true
 * supports('us.anthropic.claude-opus-4-8', 'temperature'); // false
 * supports('us.anthropic.claude-opus-9', 'temperature'); // undefined
 * ```
 */
export function supports(modelId: string, trait: ModelTrait): boolean | undefined {
  const { known, maxCachePoints, cacheTtls, thinking, effort, sampling, ...flags } = modelTraits(modelId);
  if (!known) return undefined;
  const answers = {
    ...sampling,
    caching: maxCachePoints !== 0,
    hourCaching: maxCachePoints === 0 ? false : cacheTtls[0] && cacheTtls.includes('1h'),
    thinking: thinking.some((form) => form !== 'disabled'),
    budgetThinking: thinking.includes('enabled'),
    adaptiveThinking: thinking.includes('adaptive'),
    effort: Boolean(effort[0]),
    ...flags,
  };
  const answer = answers[trait];
  // Plain JavaScript may ask for anything.
  return typeof answer === 'boolean' ? answer : undefined;
}
