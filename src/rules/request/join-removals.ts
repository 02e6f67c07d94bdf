import { editsOverlap } from '../../edits/apply-edits.js';
import type { TextEdit } from '../../edits/text-edit.js';

/** Edits of which neighbours that are taken out may both claim the comma between them: together they go in one piece. */
export function joinRemovals(edits: readonly TextEdit[], source: string): readonly TextEdit[] {
  let groups: readonly Group[] = [];
  for (const each of edits) {
    const edit = shortest(each, source);
    let group: Group = { pieces: [edit], edit };
    // In one piece they may reach the comma of yet another.
    for (let beside = besides(group, groups); beside.length > 0; beside = besides(group, groups)) {
      const pieces = [...beside.flatMap((each) => each.pieces), ...group.pieces];
      groups = groups.filter((each) => !beside.includes(each));
      group = { pieces, edit: inOne(pieces, source) };
    }
    groups = [...groups, group];
  }
  return groups.map((group) => group.edit);
}

/** An edit that keeps what it begins with, without that. */
function shortest({ range: [start, end], text }: TextEdit, source: string): TextEdit {
  const isKept = text !== '' && text.length < end - start && source.startsWith(text, start);
  return isKept ? { range: [start + text.length, end], text: '' } : { range: [start, end], text };
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
