import { dig } from './dig.js';
import type { CacheTtl } from './model-traits.js';
import { reachesTokens } from './reaches-tokens.js';

/** A block of a prompt, or a cache point after one. */
export interface PromptPart {
  readonly section: 'tools' | 'system' | 'messages';
  /** The element as written; `undefined` for a new point. */
  readonly item?: unknown;
  /** Set for points, and only for them. */
  readonly ttl?: CacheTtl | undefined;
  /** Changes from call to call. */
  readonly perCall?: boolean;
}

/** The parts of the tools, of the system prompt, or of one message. */
export type PromptList = readonly PromptPart[];

/** What may be placed. */
export interface Placement {
  readonly maxPoints: number;
  /** Tokens that the prefix up to a point needs. */
  readonly minTokens: number;
  readonly ttl: CacheTtl;
  readonly history: boolean;
}

/** For each list the same with points in it; `undefined` where it gets none. Lists come in the order in which the cache sees them. */
export function placePoints(lists: readonly PromptList[], placement: Placement): readonly (PromptList | undefined)[] {
  const parts = lists.flat();
  const free = placement.maxPoints - parts.filter(({ ttl }) => ttl).length;
  const places = new Map<PromptPart, CacheTtl>();
  for (const part of [placement.history ? newestPlace(lists) : undefined, ...stillPlaces(parts)]) {
    if (!part || places.size >= free) continue;
    const end = parts.indexOf(part) + 1;
    const before = parts.slice(0, end);
    // Bedrock wants points of an hour before points of five minutes.
    const ttl = before.some(({ ttl }) => ttl === '5m') ? '5m' : placement.ttl;
    const isInOrder = ttl === '1h' || !parts.slice(end).some(({ ttl }) => ttl === '1h');
    if (isInOrder && reachesTokens(before, placement.minTokens)) places.set(part, ttl);
  }
  return lists.map((list) => {
    const placed = list.flatMap((part) => {
      const ttl = places.get(part);
      return ttl ? [part, { section: part.section, ttl }] : [part];
    });
    return placed.length > list.length ? placed : undefined;
  });
}

/** The last block of the newest message, where it has no point yet. */
function newestPlace(lists: readonly PromptList[]) {
  const newest = lists.at(-1) ?? [];
  const end = newest.findLastIndex(isOpen);
  return newest[end]?.section === 'messages' && !newest[end + 1]?.ttl ? newest[end] : undefined;
}

/**
 * The ends of what stays the same from call to call, the longest prefix first. Messages are taken to change, unless the
 * caller marked where the change begins; and where the caller put a point, that is the section's end.
 */
function stillPlaces(parts: PromptList) {
  const marked = parts.findIndex(({ perCall }) => perCall);
  const still = marked < 0 ? parts.filter(({ section }) => section !== 'messages') : parts.slice(0, marked);
  return (['messages', 'system', 'tools'] as const).map((name) => {
    const section = still.filter((part) => part.section === name);
    return section.some(({ ttl }) => ttl) ? undefined : section.findLast(isOpen);
  });
}

/** Whether a point may follow a part. Bedrock takes none on reasoning and none on empty text. */
function isOpen({ item, ttl }: PromptPart) {
  if (ttl || dig(item, 'reasoningContent') || dig(item, 'text') === '') return false;
  return !/thinking$/.test(String(dig(item, 'type')));
}
