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
  /** The element as written. */
  readonly item: string | object;
  /** Changes from call to call. */
  readonly isChanging: boolean;
  /** Of the points in it: `5m` or `1h`, as far as the request is right. */
  readonly ttls: readonly unknown[];
}

/**
 * The sections that get points, with the points in them. APIs differ in how they write points: `key` is the name of one in what is or
 * holds it, and `withPoint` gives an item with one after it.
 */
export function placePoints(
  { tools, system, messages = [], cache_control }: Prompt,
  model: string | undefined,
  { models = model ?? '', minTokens, ttl: wanted, history }: PromptCachingOptions,
  key: string,
  withPoint: (item: string | object, ttl: LongTtl) => readonly unknown[],
): { readonly tools?: unknown[]; readonly system?: unknown[]; readonly messages?: unknown[] } {
  const [minimum, maxPoints, isHourOffered] = strictestOf([models].flat());
  // A point below the minimum costs nothing, and a missing one does: where tokens may be as many, they are taken to be.
  const generosity = 1.2;
  const enough = (minTokens ?? minimum) / generosity;
  const longest = wanted === '1h' && isHourOffered ? wanted : undefined;
  const toParts = (content: Content = [], turn?: object): readonly PromptPart[] =>
    [content].flat().map((item) => ({
      item,
      isChanging: isPerCall(turn) || isPerCall(item),
      // Points in a tool's result count as well.
      ttls: [dig(item, 'content'), item]
        .flat()
        .map((holder) => dig(holder, key))
        .filter(Boolean)
        .map((point) => dig(point, 'ttl') ?? '5m'),
    }));
  const lists = [toParts(tools), toParts(system), ...messages.map((turn) => toParts(turn.content, turn))];
  const [toolParts = [], systemParts = [], ...turns] = lists;
  const parts = lists.flat();
  const taken = parts.flatMap(({ ttls }) => ttls).length + (cache_control ? 1 : 0);
  // Messages are taken to change, unless the caller marked where the change begins.
  const changing = parts.find(({ isChanging }) => isChanging) ?? turns.flat()[0];
  const still = parts.slice(0, changing && parts.indexOf(changing));
  // The longest prefix first.
  const sections = [turns.flat(), systemParts, toolParts].map((section) =>
    section.filter((part) => still.includes(part)),
  );
  const places = new Map<PromptPart, readonly unknown[]>();
  for (const section of [history ? turns.slice(-1).flat().slice(-1) : [], ...sections]) {
    const part = section.at(-1);
    // Where the caller put a point, that is the section's end.
    if (!part || section.some(({ ttls }) => ttls[0]) || places.size + taken >= maxPoints) continue;
    const end = parts.indexOf(part) + 1;
    const before = parts.slice(0, end);
    // Bedrock wants points of an hour before points of five minutes.
    const ttl = before.some(({ ttls }) => ttls.includes('5m')) ? undefined : longest;
    const isInOrder = ttl ?? !parts.slice(end).some(({ ttls }) => ttls.includes('1h'));
    let tokens = 0;
    if (isInOrder && before.some(({ item }) => (tokens += tokensIn(item, enough)) >= enough))
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
