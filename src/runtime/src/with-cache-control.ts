import { dig } from './dig.js';
import { isPerCall } from './per-call.js';
import type { CacheTtl } from './model-traits.js';
import { placePoints } from './place-points.js';
import { placementFor } from './prompt-caching-options.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';
import type { PromptList, PromptPart } from './place-points.js';

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
  const { messages = [] } = body;
  const lists = [
    toParts('tools', body.tools),
    toParts('system', body.system),
    ...messages.map((message) => toParts('messages', message.content, isPerCall(message))),
  ];
  const taken = messages.flatMap(({ content }) => pointsOfResults(content)).length + (body.cache_control ? 1 : 0);
  const [tools, system, ...contents] = placePoints(lists, placementFor(options, body.model, taken)).map(toItems);
  return {
    ...body,
    ...(tools && { tools }),
    ...(system && { system }),
    ...(contents.some(Boolean) && {
      messages: messages.map((message, at) => (contents[at] ? { ...message, content: contents[at] } : message)),
    }),
  };
}

/** A block, and behind it the point that it carries. */
function toParts(section: PromptPart['section'], items: string | readonly object[] = [], perCall = false): PromptList {
  const blocks = typeof items === 'string' ? [{ type: 'text', text: items }] : items;
  return blocks.flatMap((item) => {
    const block = { section, item, perCall: perCall || isPerCall(item) };
    const control = dig(item, 'cache_control');
    return control ? [block, { section, item: control, ttl: dig(control, 'ttl') === '1h' ? '1h' : '5m' }] : [block];
  });
}

function toItems(parts: PromptList | undefined) {
  return parts?.flatMap(({ item, ttl }, at) => {
    const next = parts[at + 1];
    if (ttl) return [];
    return next?.ttl && !next.item ? [{ ...Object(item), cache_control: cacheControl(next.ttl) }] : [item];
  });
}

function cacheControl(ttl: CacheTtl) {
  return { type: 'ephemeral', ...(ttl === '1h' && { ttl }) };
}

/** Points on blocks within the result of a tool count as well. */
function pointsOfResults(content: unknown): readonly unknown[] {
  if (!Array.isArray(content)) return [];
  const inner = content.flatMap((block) => dig(block, 'content'));
  return inner.filter((block) => dig(block, 'cache_control'));
}
