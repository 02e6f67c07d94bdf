import type { CacheTtl } from './model-traits.js';
import { reachesTokens } from './reaches-tokens.js';

/** A block of a prompt, or a cache point after one. */
export interface PromptPart {
  readonly section: 'tools' | 'system' | 'messages';
  /** The element as written. */
  readonly item?: unknown;
  /** Set for points, and only for them: `5m` or `1h`, as far as the request is right. */
  readonly ttl?: unknown;
  /** Changes from call to call. */
  readonly perCall?: boolean;
}

/** The parts of the tools, of the system prompt, or of one message. */
export type PromptList = readonly PromptPart[];

/** A list with new points, which have a TTL and no item. */
export type PlacedList = readonly Pick<PromptPart, 'item' | 'ttl'>[];

/** What may be placed. */
export interface Placement {
  readonly maxPoints: number;
  /** Tokens that the prefix up to a point needs. */
  readonly minTokens: number;
  readonly ttl: CacheTtl;
  readonly history: boolean | undefined;
}

/**
 * For each list the same with points in it; `undefined` where it gets none. Lists are the tools, the system prompt, and
 * the messages one by one: the order in which the cache sees them.
 */
export function placePoints(lists: readonly PromptList[], placement: Placement): readonly (PlacedList | undefined)[] {
  const parts = lists.flat();
  const free = placement.maxPoints - parts.filter(({ ttl }) => ttl).length;
  const places = new Map<PromptPart, CacheTtl>();
  const newest = placement.history ? lists.slice(2).at(-1)?.at(-1) : undefined;
  for (const part of [newest, ...stillPlaces(parts)]) {
    if (!part || part.ttl || places.size >= free) continue;
    const end = parts.indexOf(part) + 1;
    const before = parts.slice(0, end);
    // Bedrock wants points of an hour before points of five minutes.
    const ttl = before.some(({ ttl }) => ttl === '5m') ? '5m' : placement.ttl;
    const isInOrder = ttl === '1h' || !parts.slice(end).some(({ ttl }) => ttl === '1h');
    if (isInOrder && reachesTokens(before, placement.minTokens)) places.set(part, ttl);
  }
  return lists.map((list) => {
    const placed = list.flatMap((part) => (places.has(part) ? [part, { ttl: places.get(part) }] : [part]));
    return placed[list.length] ? placed : undefined;
  });
}

/**
 * The ends of what stays the same from call to call, the longest prefix first. Messages are taken to change, unless the
 * caller marked where the change begins; and where the caller put a point, that is the section's end.
 */
function stillPlaces(parts: PromptList) {
  const changing = parts.find(({ perCall }) => perCall) ?? parts.find(({ section }) => section === 'messages');
  const still = parts.slice(0, changing && parts.indexOf(changing));
  return ['messages', 'system', 'tools'].map((name) => {
    const section = still.filter((part) => part.section === name);
    return section.some(({ ttl }) => ttl) ? undefined : section.at(-1);
  });
}
