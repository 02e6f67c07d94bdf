import { editsOverlap } from '../../edits/apply-edits.js';
import type { TextEdit } from '../../edits/text-edit.js';

/** Edits of which neighbours that are taken out may both claim the comma between them: together they go in one piece. */
export function joinRemovals(edits: readonly TextEdit[]): readonly TextEdit[] {
  let joined: readonly TextEdit[] = [];
  for (const edit of edits) {
    const neighbours = joined.filter((each) => editsOverlap(each, edit));
    const pieces = [...neighbours, edit];
    const range = [
      Math.min(...pieces.map((piece) => piece.range[0])),
      Math.max(...pieces.map((piece) => piece.range[1])),
    ] as const;
    joined = [
      ...joined.filter((each) => !neighbours.includes(each)),
      { range, text: pieces.map(({ text }) => text).join('') },
    ];
  }
  return joined;
}
