/** Lines and columns of a text, 1-based; CR, LF and CRLF end a line. */
export interface LineIndex {
  lineOf(offset: number): number;
  /** In UTF-16 code units. */
  columnOf(offset: number): number;
}

/** Reads the line starts of a text at the first question, for any number of them. */
export function lineIndex(text: string): LineIndex {
  let starts: readonly number[] | null = null;
  const startsOnce = () => (starts ??= lineStarts(text));
  return {
    lineOf: (offset) => lastAtMost(startsOnce(), offset) + 1,
    columnOf: (offset) => offset - (startsOnce()[lastAtMost(startsOnce(), offset)] ?? 0) + 1,
  };
}

function lineStarts(text: string) {
  if (text.includes('\r'))
    return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
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
