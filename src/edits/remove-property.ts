import { bracketGroup } from './bracket-group.js';
import type { BracketGroup } from './bracket-group.js';
import { lineEndAt, lineStartAt, previousLineEnd } from './line-bounds.js';
import { nextToken } from './next-token.js';
import type { Range, TextEdit } from './text-edit.js';

/**
 * Takes a property, element or argument out of an object, array or call of JavaScript or JSON, with its comma, and with its line when it stands alone there.
 * A comment behind it on its own line goes with it; comments of neighbours stay.
 *
 * @param container range of the whole literal or call, brackets included.
 * @returns `null` when a comment would be lost or end up beside the wrong neighbour, or when the text can't be read with certainty.
 */
export function removeProperty(text: string, property: Range, container: Range): TextEdit | null {
  const group = bracketGroup(text, container, property);
  if (group === null || holdsComment(text, property)) return null;
  const place = placeOf(text, property, group);
  if (!isWholeElement(place)) return null;
  if (isOnlyElement(place) && group.comments.every((comment) => isOwnComment(place, comment)))
    return { range: [group.open + 1, group.close], text: '' };
  return standsAlone(place) ? removeLines(place) : removeInline(place);
}

interface Place {
  readonly text: string;
  readonly property: Range;
  readonly group: BracketGroup;
  /** The commas around the property. */
  readonly before: number | null;
  readonly after: number | null;
  /** End of the separator or bracket before the property. */
  readonly from: number;
  /** Start of the element after the property, or of the closing bracket. */
  readonly next: number;
}

function placeOf(text: string, property: Range, group: BracketGroup): Place {
  const before = group.commas.findLast((comma) => comma < property[0]) ?? null;
  const after = group.commas.find((comma) => comma >= property[1]) ?? null;
  const next = group.others.find(([start]) => after !== null && start > after)?.[0] ?? group.close;
  return { text, property, group, before, after, from: (before ?? group.open) + 1, next };
}

/** A comment inside the value would be lost, whatever it says. */
function holdsComment(text: string, [start, end]: Range) {
  let previous = '(';
  for (
    let token = nextToken(text, start, previous);
    token !== null && token.start < end;
    token = nextToken(text, token.end, previous)
  ) {
    if (token.kind === 'comment') return true;
    previous = text.slice(token.start, token.end);
  }
  return false;
}

/** Nothing but the property stands between the separators around it. */
function isWholeElement({ property, group, after, from }: Place) {
  const to = after ?? group.close;
  return group.others.every(([start, end]) => end <= from || start >= to || start === property[0]);
}

function isOnlyElement({ group, before, next }: Place) {
  return before === null && next === group.close;
}

/** Whether a comment stands behind the property on its line, before or behind its comma. */
function isOwnComment({ text, property, next }: Place, [start, end]: Range) {
  return start >= property[1] && end <= next && end <= lineEndAt(text, property[1]);
}

function standsAlone(place: Place) {
  const { text, property, group, after } = place;
  const lineEnd = lineEndAt(text, property[1]);
  if (text.slice(lineStartAt(text, property[0]), property[0]).trim() !== '') return false;
  if (after !== null && after > lineEnd) return false;
  if (group.comments.some(([start, end]) => start >= property[1] && start < lineEnd && end > lineEnd)) return false;
  return place.next >= lineEnd;
}

function removeLines(place: Place): TextEdit | null {
  const { text, property, group, before, after, from } = place;
  const lineStart = lineStartAt(text, property[0]);
  const above = group.comments.findLast(([start, end]) => start >= from && end <= property[0]);
  if (above !== undefined && isAttached(place, above)) return null;
  const cut: Range = [previousLineEnd(text, lineStart), lineEndAt(text, property[1])];
  if (after !== null || before === null) return { range: cut, text: '' };
  return { range: [before, cut[1]], text: text.slice(before + 1, cut[0]) };
}

/** A comment on lines of its own directly above the property may speak of it alone or of all that follow. */
function isAttached({ text, property, from }: Place, [start, end]: Range) {
  const startsLine = start > lineEndAt(text, from);
  const gap = text.slice(end, property[0]);
  return startsLine && gap.split(/\r\n|\r|\n/).length <= 2;
}

function removeInline({ text, property, group, before, after, from, next }: Place): TextEdit | null {
  if (group.comments.some(([start]) => start >= from && start < next)) return null;
  if (after === null && before === null) return null;
  if (after === null) return { range: [startOfComma(text, before ?? from), property[1]], text: '' };
  const nextFollows = next !== group.close && next <= lineEndAt(text, after);
  if (nextFollows || (before === null && next !== group.close)) return { range: [property[0], next], text: '' };
  return { range: [from, after + 1], text: '' };
}

/** A comma that starts its line takes the line with it. */
function startOfComma(text: string, comma: number) {
  const lineStart = lineStartAt(text, comma);
  return text.slice(lineStart, comma).trim() === '' ? previousLineEnd(text, lineStart) : comma;
}
