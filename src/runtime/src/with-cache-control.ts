import { placePoints } from './place-points.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';

/** What {@link withCacheControl} looks at in a body of the Messages API. The parameters of `@anthropic-ai/bedrock-sdk` fit. */
export interface MessagesPrompt {
  readonly model?: string | undefined;
  readonly tools?: readonly object[] | undefined;
  readonly system?: string | readonly object[] | undefined;
  readonly messages?: readonly { readonly content?: string | readonly object[] | undefined }[] | undefined;
  /** Caching that the service places by itself takes one of the four points. */
  readonly cache_control?: object | null | undefined;
}

/**
 * A body for InvokeModel or the Messages API with `cache_control` where {@link withPromptCaching} would place a cache
 * point, by the same rules and options. A text that gets one becomes a block with the same text. A body for InvokeModel
 * does not name its model: name it as `models`.
 *
 * @example
 * ```ts
 * withCacheControl(
 *   { anthropic_version: 'bedrock-2023-05-31', max_tokens: 500, system: 'You are a tutor.', messages: [] },
 *   { models: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', minTokens: 0 },
 * ).system; // [{ type: 'text', text: 'You are a tutor.', cache_control: { type: 'ephemeral' } }]
 * ```
 */
export function withCacheControl<Body extends MessagesPrompt>(body: Body, options: PromptCachingOptions = {}): Body {
  const placed = placePoints(body, body.model, options, 'cache_control', (item, ttl) => [
    {
      ...(typeof item === 'string' ? { type: 'text', text: item } : item),
      cache_control: { type: 'ephemeral', ...(ttl && { ttl }) },
    },
  ]);
  return { ...body, ...placed };
}
