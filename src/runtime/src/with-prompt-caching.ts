import { cachePoint } from './cache-point.js';
import { placePoints } from './place-points.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';

/** What {@link withPromptCaching} looks at in a request to Converse. The input of the SDK's commands fits. */
export interface ConversePrompt {
  readonly modelId?: string | undefined;
  readonly toolConfig?: { readonly tools?: readonly object[] | undefined } | undefined;
  readonly system?: readonly object[] | undefined;
  readonly messages?: readonly { readonly content?: readonly object[] | undefined }[] | undefined;
}

/**
 * A request to Converse or ConverseStream with cache points: after the tools, after the system prompt, before the first
 * part that `perCall` marks, and with `history` on the newest message. Only `history` puts one after a marked part.
 *
 * - Your own points stay, and a section that has one gets no other. There are four at most, longer TTLs first.
 * - Nothing is placed where the prefix is below the model's minimum, or the model is not known to cache. The count is an
 *   estimate, a token for three bytes of text, and files always count as enough: a point below the minimum costs nothing.
 * - Bedrock looks back some 20 blocks from a point. After a turn longer than that, `history` needs a point of yours in it.
 * - Keep the conversation as it was, without the points, or they add up: when there are four no other is placed.
 * - The input is not changed; parts without a new point are shared with it. Doing it twice changes nothing.
 *
 * @example
 * ```ts
 * withPromptCaching(
 *   { modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', system: [{ text: 'You are a tutor.' }] },
 *   { minTokens: 0 },
 * ).system; // [{ text: 'You are a tutor.' }, { cachePoint: { type: 'default' } }]
 * ```
 */
export function withPromptCaching<Input extends ConversePrompt>(
  input: Input,
  options: PromptCachingOptions = {},
): Input {
  const { modelId, toolConfig, system, messages } = input;
  const { tools, ...placed } = placePoints(
    { tools: toolConfig?.tools, system, messages },
    modelId,
    options,
    'cachePoint',
    (item, ttl) => [item, cachePoint(ttl)],
  );
  return { ...input, ...placed, ...(tools && { toolConfig: { ...toolConfig, tools } }) };
}
