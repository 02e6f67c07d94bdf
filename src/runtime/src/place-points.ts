import { dig } from './dig.js';
import { isPerCall } from './per-call.js';
import { strictestOf } from './prompt-caching-options.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';
import { tokensIn } from './tokens-in.js';

/** The prompt of a request: what the cache sees, in that order. */
export interface Prompt {
  readonly tools?: Content | undefined;
  readonly system?: Content | undefined;
  readonly messages?: readonly { readonly content?: Content | undefined }[] | undefined;
  /** Caching that the service places by itself takes one of the points. */
  readonly cache_control?: object | null | undefined;
}

type Content = string | readonly object[];

/** Five minutes need not be said. */
type LongTtl = '1h' | undefined;

/** A block of a prompt. */
interface PromptPart {
  readonly section: 'tools' | 'system' | 'messages';
  /** The element as written. */
  readonly item: string | object;
  /** Changes from call to call. */
  readonly isChanging: boolean;
  /** Of the points in it: `5m` or `1h`, as far as the request is right. */
  readonly ttls: readonly unknown[];
}

/** A point below the minimum costs nothing, and a missing one does: where tokens may be as many, they are taken to be. */
const generosity = 1.2;

/**
 * The sections that get points, with the points in them. APIs differ in how they write points: `pointsIn` gives those that an item
 * is or holds, and `withPoint` the item with one after it.
 */
export function placePoints(
  { tools, system, messages = [], cache_control }: Prompt,
  model: string | undefined,
  { models = model ?? '', minTokens, ttl: wanted, history }: PromptCachingOptions,
  pointsIn: (item: unknown) => readonly unknown[],
  withPoint: (item: string | object, ttl: LongTtl) => readonly unknown[],
): { readonly tools?: unknown[]; readonly system?: unknown[]; readonly messages?: unknown[] } {
  const [minimum, maxPoints, isHourOffered] = strictestOf([models].flat());
  const longest = wanted === '1h' && isHourOffered ? wanted : undefined;
  const toParts = (section: PromptPart['section'], content: Content = [], turn?: object): readonly PromptPart[] =>
    [content].flat().map((item) => ({
      section,
      item,
      isChanging: isPerCall(turn) || isPerCall(item),
      ttls: pointsIn(item).flatMap((point) => (point ? [dig(point, 'ttl') ?? '5m'] : [])),
    }));
  const lists = [
    toParts('tools', tools),
    toParts('system', system),
    ...messages.map((turn) => toParts('messages', turn.content, turn)),
  ];
  const parts = lists.flat();
  const taken = parts.flatMap(({ ttls }) => ttls).length + (cache_control ? 1 : 0);
  const places = new Map<PromptPart, readonly unknown[]>();
  const newest = history && messages[0] ? lists.at(-1)?.at(-1) : undefined;
  for (const part of [newest, ...stillPlaces(parts)]) {
    if (!part || part.ttls[0] || places.size + taken >= maxPoints) continue;
    const end = parts.indexOf(part) + 1;
    const before = parts.slice(0, end);
    // Bedrock wants points of an hour before points of five minutes.
    const ttl = before.some(({ ttls }) => ttls.includes('5m')) ? undefined : longest;
    const isInOrder = ttl ?? !parts.slice(end).some(({ ttls }) => ttls.includes('1h'));
    if (isInOrder && tokensIn(before, Infinity) * generosity >= (minTokens ?? minimum))
      places.set(part, withPoint(part.item, ttl));
  }
  const [placedTools, placedSystem, ...contents] = lists.map(
    (list) => list.some((part) => places.has(part)) && list.flatMap((part) => places.get(part) ?? part.item),
  );
  return {
    ...(placedTools && { tools: placedTools }),
    ...(placedSystem && { system: placedSystem }),
    ...(contents.some(Boolean) && {
      messages: messages.map((turn, at) => (contents[at] ? { ...turn, content: contents[at] } : turn)),
    }),
  };
}

/**
 * The ends of what stays the same from call to call, the longest prefix first. Messages are taken to change, unless the
 * caller marked where the change begins; and where the caller put a point, that is the section's end.
 */
function stillPlaces(parts: readonly PromptPart[]) {
  const changing = parts.find(({ isChanging }) => isChanging) ?? parts.find(({ section }) => section === 'messages');
  const still = parts.slice(0, changing && parts.indexOf(changing));
  return ['messages', 'system', 'tools'].map((name) => {
    const section = still.filter((part) => part.section === name);
    return section.some(({ ttls }) => ttls[0]) ? undefined : section.at(-1);
  });
}
