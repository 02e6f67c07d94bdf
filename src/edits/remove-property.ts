import { bracketGroup } from './bracket-group.js';
import type { BracketGroup } from './bracket-group.js';
import { elementsOf } from './elements.js';
import type { Element } from './elements.js';
import { lineEndAt, lineStartAt, previousLineEnd } from './line-bounds.js';
import { nextToken } from './next-token.js';
import { notesAbove } from './notes-above.js';
import type { Listing } from './notes-above.js';
import { notesBehind } from './notes-behind.js';
import type { Range, TextEdit } from './text-edit.js';

/**
 * Takes a property, element or argument out of an object, array or call of JavaScript or JSON, with its comma, and with its line when it stands alone there.
 * A comment behind it on its own line goes with it, and so do those above that speak of nothing else; comments of neighbours stay.
 *
 * @param container range of the whole literal or call, brackets included.
 * @returns `null` when a comment would be lost or end up beside the wrong neighbour, or when the text can't be read with certainty.
 */
export function removeProperty(text: string, property: Range, container: Range): TextEdit | null {
  const removal = remove(text, [property], container);
  if (typeof removal === 'string') return null;
  const { pieces, hasNote } = removal;
  const range: Range = [Math.min(...pieces.map(([start]) => start)), Math.max(...pieces.map(([, end]) => end))];
  let kept = '';
  for (const [index, [, end]] of pieces.entries()) kept += text.slice(end, pieces[index + 1]?.[0] ?? range[1]);
  return { range, text: kept, removes: { property, container, hasNote } };
}

/** Takes several out of the same literal at once. `null` as for one. */
export function removeProperties(
  text: string,
  properties: readonly Range[],
  container: Range,
): readonly TextEdit[] | null {
  const removal = remove(text, properties, container);
  return typeof removal === 'string' ? null : removal.pieces.map((range) => ({ range, text: '' }));
}

/** The comment that is in the way of taking a property out; `null` where something else is, or nothing. */
export function commentInTheWay(text: string, property: Range, container: Range): string | null {
  const removal = remove(text, [property], container);
  return typeof removal === 'string' && removal !== unreadable ? removal : null;
}

const unreadable = '';

interface Removal {
  /** What is deleted, in order, without overlaps. */
  readonly pieces: readonly Range[];
  readonly hasNote: boolean;
}

interface Place extends Listing {
  readonly group: BracketGroup;
}

function remove(text: string, properties: readonly Range[], container: Range): Removal | string {
  const [first] = properties;
  const group = first ? bracketGroup(text, container, first) : null;
  const elements = group && elementsOf(group);
  if (!elements) return unreadable;
  const removed = elements.filter(({ range }) => properties.some((each) => isSame(each, range)));
  if (removed.length < new Set(properties.map(String)).size) return unreadable;
  if (removed.some(({ range }) => holdsComment(text, range))) return 'a comment stands inside it';
  const place: Place = { text, comments: group.comments, elements, removed: new Set(removed), group };
  const isEmptied = removed.length === elements.length;
  const notes = removed.map((each) => notesAbove(place, each));
  const hasNote = notes.some(({ isNote }) => isNote);
  if (isEmptied && notes.some(({ isNote, isNamed }) => isNote && !isNamed))
    return 'the comment above it may speak of the whole object';
  const lost = [
    ...notes.flatMap(({ going }) => going),
    ...removed.flatMap((each) => notesBehind(place, each, nextStart(place, each))),
  ];
  if (isEmptied && group.comments.every((comment) => lost.includes(comment)))
    return { pieces: [[group.open + 1, group.close]], hasNote };
  const pieces = piecesOf(place);
  return typeof pieces === 'string' ? pieces : { pieces: inOrder(pieces), hasNote };
}

function isSame(one: Range, other: Range) {
  return one[0] === other[0] && one[1] === other[1];
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

function piecesOf(place: Place): readonly Range[] | string {
  const pieces: Range[] = [];
  for (const run of runsOf(place)) {
    const lines = run.every((each) => standsAlone(place, each)) ? run.map((each) => linesOf(place, each)) : null;
    if (lines === null) {
      const piece = removedTogether(place, run);
      if (typeof piece === 'string') return piece;
      pieces.push(piece);
    } else pieces.push(...lines, ...commaBefore(run));
  }
  return pieces;
}

/** Elements to take out that follow one another. */
function runsOf({ elements, removed }: Place): readonly (readonly Element[])[] {
  const runs: Element[][] = [];
  let run: Element[] | null = null;
  for (const element of elements) {
    if (!removed.has(element)) run = null;
    else if (run) run.push(element);
    else runs.push((run = [element]));
  }
  return runs;
}

/** What ends a list without a trailing comma leaves none behind. */
function commaBefore(run: readonly Element[]): readonly Range[] {
  const before = run[0]?.before ?? null;
  return before === null || run.at(-1)?.after !== null ? [] : [[before, before + 1]];
}

/** Nothing but comments that go with it stands before an element on its first line, and nothing behind it on its last. */
function standsAlone(place: Place, element: Element) {
  const { text, comments } = place;
  const [start, end] = element.range;
  const lineStart = lineStartAt(text, start);
  const going = notesAbove(place, element).going.filter(([from]) => from >= lineStart);
  if (text.slice(lineStart, Math.min(start, ...going.map(([from]) => from))).trim() !== '') return false;
  const lineEnd = lineEndAt(text, end);
  if (element.after !== null && element.after > lineEnd) return false;
  if (comments.some(([from, to]) => from >= end && from < lineEnd && to > lineEnd)) return false;
  return nextStart(place, element) >= lineEnd;
}

/** Start of the element after this one, or of the closing bracket. */
function nextStart({ elements, group }: Place, element: Element) {
  return elements[elements.indexOf(element) + 1]?.range[0] ?? group.close;
}

function linesOf(place: Place, element: Element): Range {
  const { text } = place;
  const start = Math.min(element.range[0], ...notesAbove(place, element).going.map(([from]) => from));
  const last = notesBehind(place, element, nextStart(place, element)).at(-1);
  const end = lineEndAt(text, Math.max(element.range[1], last?.[1] ?? 0));
  return [previousLineEnd(text, lineStartAt(text, start)), end];
}

/** Elements that share lines with what stands around them go in one piece, and no comment with them. */
function removedTogether(place: Place, run: readonly Element[]): Range | string {
  const { text, group, comments } = place;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return unreadable;
  const { before } = first;
  const { after } = last;
  const from = (before ?? group.open) + 1;
  const next = nextStart(place, last);
  if (comments.some(([start]) => start >= from && start < next)) return 'a comment beside it may speak of more than it';
  if (after === null && before === null) return unreadable;
  if (after === null) return [startOfComma(text, before ?? from), last.range[1]];
  const nextFollows = next !== group.close && next <= lineEndAt(text, after);
  if (nextFollows || (before === null && next !== group.close)) return [first.range[0], next];
  return [from, after + 1];
}

/** A comma that starts its line takes the line with it. */
function startOfComma(text: string, comma: number) {
  const lineStart = lineStartAt(text, comma);
  return text.slice(lineStart, comma).trim() === '' ? previousLineEnd(text, lineStart) : comma;
}

/** In the order of the text, those that touch as one. */
function inOrder(pieces: readonly Range[]): readonly Range[] {
  const sorted: Range[] = [];
  for (const piece of pieces.toSorted(([a], [b]) => a - b)) {
    const last = sorted.at(-1);
    if (last && piece[0] <= last[1]) sorted[sorted.length - 1] = [last[0], Math.max(last[1], piece[1])];
    else sorted.push(piece);
  }
  return sorted;
}
