import type { Element } from './elements.js';
import { lineEndAt, lineStartAt } from './line-bounds.js';
import type { Listing } from './notes-above.js';
import type { Range } from './text-edit.js';

/**
 * Comments behind an element on its line, before or behind its comma, and those on the lines below that begin right under them and go on.
 *
 * @param next start of the element after it, or of the closing bracket
 */
export function notesBehind({ text, comments }: Listing, { range }: Element, next: number): readonly Range[] {
  const found: Range[] = [];
  let lineEnd = lineEndAt(text, range[1]);
  for (const comment of comments) {
    if (comment[0] < range[1] || comment[1] > next) continue;
    const [first] = found;
    const isBehind = comment[1] <= lineEnd && lineEnd === lineEndAt(text, range[1]);
    if (!isBehind && !(first && goesOn(text, first, lineEnd, comment) && lineEndAt(text, comment[1]) < next)) break;
    found.push(comment);
    lineEnd = lineEndAt(text, comment[1]);
  }
  return found;
}

/** Whether a comment stands alone on the next line, right under the first. */
function goesOn(text: string, first: Range, lineEnd: number, comment: Range) {
  const gap = text.slice(lineEnd, comment[0]);
  return gap.split(/\r\n|\r|\n/).length === 2 && gap.trim() === '' && columnOf(text, comment) === columnOf(text, first);
}

function columnOf(text: string, [start]: Range) {
  return start - lineStartAt(text, start);
}
