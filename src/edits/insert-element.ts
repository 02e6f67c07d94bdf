import { bracketGroup } from './bracket-group.js';
import type { BracketGroup } from './bracket-group.js';
import { lineEndAt, lineEndOf, lineStartAt } from './line-bounds.js';
import type { Range, TextEdit } from './text-edit.js';

/**
 * Puts elements behind another one in an array, object or call of JavaScript or JSON, as its neighbours are written: on a line of its own or on theirs,
 * with a trailing comma where there is one, and behind the comment that belongs to the neighbour.
 *
 * @param inserted the text of an element, or of several; each goes in as it is: what stands in a template may not move.
 * @param container range of the whole literal or call, or of code that holds it.
 * @param after the neighbour; `null` = the last element of the container.
 * @returns `null` when the text can't be read with certainty.
 */
export function insertElement(
  text: string,
  inserted: string | readonly string[],
  container: Range,
  after: Range | null,
): readonly TextEdit[] | null {
  const group = bracketGroup(text, container, after);
  if (group === null) return null;
  const elements = typeof inserted === 'string' ? [inserted] : inserted;
  const neighbour = neighbourOf(group, after);
  if (neighbour === null) return fill(text, elements, group);
  return insertBehind(
    { text, group, neighbour, comma: group.commas.find((comma) => comma >= neighbour[1]) ?? null },
    elements,
  );
}

interface Place {
  readonly text: string;
  readonly group: BracketGroup;
  /** The element before, with everything between its separators. */
  readonly neighbour: Range;
  /** The comma behind it. */
  readonly comma: number | null;
}

/** Empty brackets: braces take spaces, brackets don't. */
function fill(text: string, elements: readonly string[], { open, close, comments }: BracketGroup) {
  if (comments.length > 0) return null;
  const space = text.charAt(open) === '{' ? ' ' : '';
  return [{ range: [open + 1, close] as const, text: `${space}${elements.join(', ')}${space}` }];
}

function neighbourOf({ commas, others, close }: BracketGroup, after: Range | null): Range | null {
  const last = after?.[0] ?? others.at(-1)?.[0];
  if (last === undefined) return null;
  const from = commas.findLast((comma) => comma < last) ?? -1;
  const to = commas.find((comma) => comma > last) ?? close;
  const tokens = others.filter(([start]) => start > from && start < to);
  const [start, end] = [tokens[0]?.[0], tokens.at(-1)?.[1]];
  return start === undefined || end === undefined ? null : [start, end];
}

function insertBehind(place: Place, elements: readonly string[]): readonly TextEdit[] {
  const { text, neighbour, comma } = place;
  const [start, end] = neighbour;
  const lineStart = lineStartAt(text, start);
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const beforeOnLine = text.slice(lineStart, start).trim();
  const eol = lineEndOf(text);
  if (beforeOnLine === ',' || isLeading(place))
    return [{ range: [end, end], text: elements.map((element) => `${eol}${indent}, ${element}`).join('') }];
  if (beforeOnLine !== '') return sameLine(place, elements);
  const behind = behindComment(place);
  const lines = elements.map((element) => `${eol}${indent}${element}`).join(',');
  if (comma !== null) return [{ range: [behind, behind], text: `${lines},` }];
  if (behind === end) return [{ range: [end, end], text: `,${lines}` }];
  return [
    { range: [end, end], text: ',' },
    { range: [behind, behind], text: lines },
  ];
}

function sameLine({ neighbour: [, end], comma }: Place, elements: readonly string[]) {
  if (comma === null) return [{ range: [end, end] as const, text: elements.map((element) => `, ${element}`).join('') }];
  return [{ range: [comma + 1, comma + 1] as const, text: elements.map((element) => ` ${element},`).join('') }];
}

/** The commas of the list start its lines. */
function isLeading({ text, neighbour, comma }: Place) {
  return comma !== null && comma > lineEndAt(text, neighbour[1]) && isFirstOnLine(text, comma);
}

function isFirstOnLine(text: string, offset: number) {
  return text.slice(lineStartAt(text, offset), offset).trim() === '';
}

/** Where the neighbour ends, with its comma and the comments that follow on its line. */
function behindComment({ text, group, neighbour, comma }: Place) {
  const end = comma === null ? neighbour[1] : comma + 1;
  const lineEnd = lineEndAt(text, end);
  const next = group.others.find(([start]) => start >= end)?.[0] ?? group.close;
  // The next element follows on this line: its comments may be its own.
  if (next < lineEnd) return end;
  const comment = group.comments.findLast(([start, stop]) => start >= neighbour[1] && stop <= lineEnd);
  return Math.max(end, comment?.[1] ?? end);
}
