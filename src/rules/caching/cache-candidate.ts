import type { CatalogModel } from '../../catalog/schema.js';
import type { Prompt } from '../../documents/prompt.js';
import { prefixEnds } from './cache-prefix.js';
import type { PrefixEnd } from './cache-prefix.js';
import { placedBlocks, placedPoints } from '../cache-points/point-places.js';

/** Requests take no more points, whatever the model. */
const maxPoints = 4;

/**
 * The place where a request lacks a cache point: the end of what stays the same, where no point stands at it or behind it.
 *
 * That is the end of the tools and the system prompt. Messages only come in where they are long by themselves (a document, examples), or where the rest
 * is too short without them.
 *
 * @param enough tokens from which a stretch of text is worth a point of its own.
 */
export function missingPoint(prompt: Prompt, models: readonly CatalogModel[], enough: number): PrefixEnd | null {
  const points = placedPoints(placedBlocks(prompt));
  if (!prompt.isComplete || prompt.automaticPoint !== undefined || points.length >= maxPoints) return null;
  const end = bestEnd(prefixEnds(prompt, models), enough);
  if (end === null || points.some(({ order }) => order > orderOf(prompt, end))) return null;
  // Behind a point, a stretch that is short by itself gains little.
  return points.length === 0 || end.unmarked.low >= enough ? end : null;
}

function bestEnd(ends: readonly PrefixEnd[], enough: number): PrefixEnd | null {
  const worthwhile = ends.filter((end, index) => end.hole === null || isWorthSplitting(end, ends[index - 1], enough));
  const last = worthwhile.at(-1) ?? null;
  const beforeMessages = worthwhile.findLast(({ at }) => at.name !== 'messages') ?? null;
  if (last === null || beforeMessages === null || last.at.name !== 'messages') return last;
  return last.inSection.low >= enough || beforeMessages.tokens.low < enough ? last : beforeMessages;
}

/** The beginning of a block is worth a point where what stands before the block is too short for one, or the beginning is long by itself. */
function isWorthSplitting({ tokens }: PrefixEnd, before: PrefixEnd | undefined, enough: number) {
  return before === undefined || before.tokens.low < enough || tokens.low - before.tokens.low >= enough;
}

/** Place of the end's block among all blocks of the prompt. */
function orderOf(prompt: Prompt, { at }: PrefixEnd) {
  return placedBlocks(prompt).findIndex(({ block }) => block === at.block);
}
