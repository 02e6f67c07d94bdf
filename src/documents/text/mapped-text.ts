import type { Range } from '../../edits/text-edit.js';

/** What several JSON strings say one after the other, and where each character of it stands in the source. */
export interface MappedText {
  readonly text: string;
  toSource(range: Range): Range;
}

export function createMappedText(source: string, ranges: readonly Range[]): MappedText {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (const [start, end] of ranges) {
    for (const match of source.slice(start, end).matchAll(/\\(?:u[0-9a-fA-F]{4}|[\s\S])|[\s\S]/g)) {
      parts.push(decode(match[0]));
      offsets.push(start + match.index);
    }
  }
  offsets.push(ranges.at(-1)?.[1] ?? 0);
  return {
    text: parts.join(''),
    toSource: ([start, end]) => {
      const from = offsets[start] ?? 0;
      const last = offsets[end - 1] ?? from;
      return end > start
        ? [from, last + (source.charAt(last) === '\\' ? (offsets[end] ?? last) - last : 1)]
        : [from, from];
    },
  };
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

// One UTF-16 unit in, one out: an astral character is two steps in either.
function decode(spelled: string) {
  if (spelled.length === 1) return spelled;
  const [, kind = ''] = spelled;
  return kind === 'u' && spelled.length === 6
    ? String.fromCharCode(Number.parseInt(spelled.slice(2), 16))
    : (controls[kind] ?? kind);
}
