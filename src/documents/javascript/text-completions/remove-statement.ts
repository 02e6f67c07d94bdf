import { lineEndAt, lineStartAt, previousLineEnd } from '../../../edits/line-bounds.js';
import type { Range, TextEdit } from '../../../edits/text-edit.js';

/** Takes a statement out with its lines; `null` where other code or a comment stands on them. */
export function removeStatement(text: string, [start, end]: Range): TextEdit | null {
  const [lineStart, lineEnd] = [lineStartAt(text, start), lineEndAt(text, end)];
  const isAlone = text.slice(lineStart, start).trim() === '' && /^[ \t]*;?[ \t]*$/.test(text.slice(end, lineEnd));
  if (!isAlone) return null;
  const cut = previousLineEnd(text, lineStart);
  // Of the empty lines on both sides one stays.
  const next = lineEndAt(text, lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1));
  const isBetweenBlanks =
    lineEnd < text.length &&
    text.slice(lineStartAt(text, cut), cut).trim() === '' &&
    text.slice(lineEnd, next).trim() === '';
  if (lineStart === 0) return { range: [0, Math.min(text.length, lineEnd + 1)], text: '' };
  return { range: [cut, isBetweenBlanks ? next : lineEnd], text: '' };
}
