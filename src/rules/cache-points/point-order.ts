import { insertElement } from '../../edits/insert-element.js';
import { removeProperty } from '../../edits/remove-property.js';
import { isInside, type Range, type TextEdit } from '../../edits/text-edit.js';
import type { CachingCall, PointFinding } from './point-finding.js';
import { canEdit, levelFor, rangeFor } from './point-finding.js';
import type { PlacedPoint } from './point-places.js';
import { isPrefixSeen } from './point-places.js';

/** Points where Bedrock takes none, more than it takes, and one with nothing to cache. */
export function* misplacedPoints(caching: CachingCall): Iterable<PointFinding> {
  for (const point of caching.points) if (isRefusedInside(point, caching)) yield insideToolResult(point, caching);
  yield* tooMany(caching);
  yield* emptyPrefix(caching);
}

/** LangChain takes such points out by itself; what a Messages body does with them is not documented. */
function isRefusedInside({ block }: PlacedPoint, { call }: CachingCall) {
  return block.inside === 'toolResult' && call.dialect === 'converse';
}

function insideToolResult(point: PlacedPoint, caching: CachingCall): PointFinding {
  const edits = movedOut(point, caching);
  return {
    messageId: 'insideToolResult',
    range: rangeFor(point.block.place, caching),
    level: levelFor(caching, 'error'),
    repairs: edits ? [{ id: 'moveOutOfToolResult', safety: 'review', edits }] : [],
    ...(edits ? {} : { unrepaired: 'the tool result is not written out here' }),
  };
}

function movedOut(point: PlacedPoint, caching: CachingCall): readonly TextEdit[] | null {
  const { place } = point.block;
  const { text } = caching.document;
  const result = point.section.blocks.find(
    (block) =>
      block.kind === 'toolResult' && block.place.path === place.path && isInside(place.range, block.place.range),
  );
  if (result === undefined || !canEdit(point, [place], caching)) return null;
  const removal = removeProperty(text, place.range, result.place.range);
  const insertion = insertElement(text, text.slice(...place.range), point.section.definition.range, result.place.range);
  return removal && insertion && [removal, ...insertion];
}

function* tooMany(caching: CachingCall): Iterable<PointFinding> {
  const { call, document, models, policy, prompt, points } = caching;
  const known = (models?.models ?? policy.catalog.models).map(({ promptCaching }) => promptCaching.maxPoints ?? 0);
  const max = models ? Math.min(...known.filter((each) => each > 0)) : Math.max(...known);
  const counted = points.filter(({ block }) => !block.isConditional);
  const count = counted.length + (prompt.automaticPoint ? 1 : 0);
  const surplus = counted.at(max - (prompt.automaticPoint ? 1 : 0));
  // The Anthropic provider of the AI SDK leaves out the surplus by itself.
  if (count <= max || surplus === undefined || surplus.block.written === 'cacheControl') return;
  const duplicates = counted.slice(1).filter((point, index) => isDuplicate(point, counted[index]));
  const removals = duplicates
    .slice(0, count - max)
    .map((point) => (canEdit(point, [point.block.place], caching) ? removalOf(point, document.text) : null));
  const edits = removals.filter((edit) => edit !== null);
  const isMended = edits.length === count - max;
  yield {
    messageId: 'tooMany',
    data: { count: String(count), max: String(max), api: call.surface },
    range: rangeFor(surplus.block.place, caching),
    level: levelFor(caching, 'error'),
    repairs: isMended ? [{ id: 'removeDuplicatePoint', safety: 'review', edits }] : [],
    ...(isMended ? {} : { unrepaired: 'which point to give up is a choice' }),
  };
}

/** Nothing stands between the two: they are one cache. */
function isDuplicate(point: PlacedPoint, before: PlacedPoint | undefined) {
  return before?.order === point.order - 1 && before.section === point.section && before.block.ttl === point.block.ttl;
}

function removalOf({ block, section }: PlacedPoint, text: string) {
  return removeProperty(text, block.place.range, section.definition.range);
}

function* emptyPrefix(caching: CachingCall): Iterable<PointFinding> {
  const [point] = caching.points;
  if (point?.order !== 0 || point.block.isConditional || !isPrefixSeen(caching.prompt, caching.blocks, point)) return;
  const edits = movedBehindNext(point, caching);
  yield {
    messageId: 'emptyPrefix',
    range: rangeFor(point.block.place, caching),
    level: levelFor(caching, 'warning'),
    repairs: edits ? [{ id: 'moveBehindNextBlock', safety: 'review', edits }] : [],
    ...(edits ? {} : { unrepaired: 'what it was meant to cache is a guess' }),
  };
}

function movedBehindNext(point: PlacedPoint, caching: CachingCall): readonly TextEdit[] | null {
  const { text } = caching.document;
  const { place } = point.block;
  const next = point.section.blocks[point.index + 1];
  if (next === undefined || !('parts' in next) || next.parts.some(({ kind }) => kind !== 'static')) return null;
  if (!canEdit(point, [place, next.place], caching) || !isGap(text, place.range, next.place.range)) return null;
  return [
    { range: place.range, text: text.slice(...next.place.range) },
    { range: next.place.range, text: text.slice(...place.range) },
  ];
}

/** Only a comma stands between two elements of one list. */
function isGap(text: string, before: Range, after: Range) {
  return /^\s*,\s*$/.test(text.slice(before[1], after[0]));
}
