/** Offset of the first character of the line that holds `offset`. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start -= 1;
  return start;
}

/** Offset of the line end (CR, LF or CRLF) at or after `offset`, or of the end of the text. */
export function lineEndAt(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end += 1;
  return end;
}

/** Offset of the line end that the line starting at `lineStart` follows; 0 for the first line. */
export function previousLineEnd(text: string, lineStart: number): number {
  if (lineStart === 0) return 0;
  return text.slice(lineStart - 2, lineStart) === '\r\n' ? lineStart - 2 : lineStart - 1;
}

/** The line end a text uses: that of its first line, else LF. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function isLineEnd(text: string, offset: number) {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}
