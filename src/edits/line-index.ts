/** Lines and columns of a text, 1-based; CR, LF and CRLF end a line. */
export interface LineIndex {
  lineOf(offset: number): number;
  /** In UTF-16 code units. */
  columnOf(offset: number): number;
}

/** Reads the line starts of a text once, for any number of questions. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const rowOf = (offset: number) => lastAtMost(starts, offset);
  return {
    lineOf: (offset) => rowOf(offset) + 1,
    columnOf: (offset) => offset - (starts[rowOf(offset)] ?? 0) + 1,
  };
}

function lineStarts(text: string) {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
