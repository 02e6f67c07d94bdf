import { applyEdits, editsOverlap } from '../../edits/apply-edits.js';
import { removeProperties } from '../../edits/remove-property.js';
import type { TextEdit } from '../../edits/text-edit.js';

/**
 * Edits of which neighbours that are taken out may both claim the comma between them, or a comment: together they go in one piece. `null` where one
 * of them can't go with the others.
 */
export function joinRemovals(edits: readonly TextEdit[], source: string): readonly TextEdit[] | null {
  const joined: TextEdit[] = [];
  for (const together of byContainer(edits)) {
    const pieces = joinedInOne(together, source);
    if (!pieces) return null;
    joined.push(...pieces);
  }
  return withoutOverlaps(joined, source);
}

/** Those that take something out of the same literal, each other one by itself. */
function byContainer(edits: readonly TextEdit[]): readonly (readonly TextEdit[])[] {
  const groups = new Map<string, TextEdit[]>();
  for (const [index, edit] of edits.entries()) {
    const key = edit.removes?.container.join(':') ?? `#${String(index)}`;
    const group = groups.get(key);
    if (group) group.push(edit);
    else groups.set(key, [edit]);
  }
  return [...groups.values()];
}

function joinedInOne(edits: readonly TextEdit[], source: string): readonly TextEdit[] | null {
  const removed = edits.flatMap(({ removes }) => removes ?? []);
  const [first] = removed;
  if (!first || edits.length < 2) return edits;
  const pieces = removeProperties(
    source,
    removed.map(({ property }) => property),
    first.container,
  );
  // Others may ask for the same edits one by one: identical ones count once.
  if (pieces && areApart(edits) && applyEdits(source, pieces) === applyEdits(source, edits)) return edits;
  const noted = removed.find(({ hasNote }) => hasNote);
  return pieces && noted ? pieces.map((edit) => ({ ...edit, removes: noted })) : pieces;
}

function areApart(edits: readonly TextEdit[]) {
  return !edits.some((edit, index) => edits.slice(index + 1).some((other) => editsOverlap(edit, other)));
}

function withoutOverlaps(edits: readonly TextEdit[], source: string): readonly TextEdit[] {
  let groups: readonly Group[] = [];
  for (const each of edits) {
    const edit = shortest(each, source);
    let group: Group = { pieces: [edit], edit };
    // In one piece they may reach the comma of yet another.
    for (let beside = besides(group, groups); beside.length > 0; beside = besides(group, groups)) {
      const pieces = [...beside.flatMap((each) => each.pieces), ...group.pieces];
      groups = groups.filter((each) => !beside.includes(each));
      const noted = pieces.find(({ removes }) => removes?.hasNote === true)?.removes;
      group = { pieces, edit: { ...inOne(pieces, source), ...(noted && { removes: noted }) } };
    }
    groups = [...groups, group];
  }
  return groups.map((group) => group.edit);
}

/** An edit that keeps what it begins with, without that. */
function shortest(edit: TextEdit, source: string): TextEdit {
  const {
    range: [start, end],
    text,
  } = edit;
  const isKept = text !== '' && text.length < end - start && source.startsWith(text, start);
  return isKept ? { ...edit, range: [start + text.length, end], text: '' } : edit;
}

interface Group {
  readonly pieces: readonly TextEdit[];
  readonly edit: TextEdit;
}

function besides({ edit }: Group, groups: readonly Group[]) {
  return groups.filter((each) => editsOverlap(each.edit, edit));
}

/** What was between the first and the last of them is gone: the comma or the blanks before them may stand before nothing now. */
function inOne(pieces: readonly TextEdit[], source: string): TextEdit {
  const start = Math.min(...pieces.map(({ range }) => range[0]));
  const end = Math.max(...pieces.map(({ range }) => range[1]));
  const text = pieces.map((piece) => piece.text).join('');
  if (text !== '') return { range: [start, end], text };
  const before = source.slice(0, start).trimEnd();
  const [, gap = '', next = ''] = /^(\s*)(.)?/.exec(source.slice(end)) ?? [];
  const isLast = /[)\]}]/.test(next);
  if (isLast && /[([{]$/.test(before)) return { range: [before.length, end + gap.length], text };
  const hasComma = source.slice(start, end).trimEnd().endsWith(',');
  if (isLast && !hasComma && before.endsWith(',')) return { range: [before.length - 1, end], text };
  const blanks = /[ \t]*$/.exec(source.slice(before.length, start))?.[0].length ?? 0;
  const isAlone = source.slice(before.length, start).length === blanks;
  return { range: [gap !== '' && isAlone ? start - blanks : start, end], text };
}
