import { dig } from './dig.js';
import { fieldsOf } from './fields-of.js';
import { isPerCall } from './per-call.js';
import { placePoints } from './place-points.js';
import { placementFor } from './prompt-caching-options.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';
import type { PlacedList, PromptList, PromptPart } from './place-points.js';

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
    ...messages.map((message) => toParts('messages', message.content, message)),
  ];
  const placement = placementFor(options, body.model, body.cache_control ? 1 : 0);
  const [tools, system, ...contents] = placePoints(lists, placement).map(toItems);
  return {
    ...body,
    ...(tools && { tools }),
    ...(system && { system }),
    ...(contents.some(Boolean) && {
      messages: messages.map((message, at) => (contents[at] ? { ...message, content: contents[at] } : message)),
    }),
  };
}

/** A block, and behind it the points that it carries: those of a tool's result count as well. */
function toParts(section: PromptPart['section'], items: string | readonly object[] = [], owner?: object): PromptList {
  const blocks = typeof items === 'string' ? [{ type: 'text', text: items }] : items;
  return blocks.flatMap((item) => {
    const controls = [dig(item, 'content'), item].flat().map((block) => dig(block, 'cache_control'));
    const points = controls
      .filter(Boolean)
      .map((control) => ({ section, item: control, ttl: dig(control, 'ttl') ?? '5m' }));
    return [{ section, item, perCall: isPerCall(owner) || isPerCall(item) }, ...points];
  });
}

function toItems(parts: PlacedList | undefined) {
  return parts?.flatMap(({ item, ttl }, at) => {
    const next = parts[at + 1];
    if (ttl) return [];
    return next?.ttl && !next.item
      ? [{ ...fieldsOf(item), cache_control: { type: 'ephemeral', ...(next.ttl === '1h' && { ttl: '1h' }) } }]
      : [item];
  });
}
