import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIndex } from '../../src/edits/line-index.js';

test('counts CR, LF and CRLF once each', () => {
  const { lineOf, columnOf } = lineIndex('a\nbc\r\nd\re');
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => [lineOf(offset), columnOf(offset)])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [2, 3],
    [2, 4],
    [3, 1],
    [3, 2],
    [4, 1],
  ]);
});

test('knows the end of the text', () => {
  const { lineOf, columnOf } = lineIndex('a\n');
  expect([lineOf(2), columnOf(2)]).toEqual([2, 1]);
  expect([lineIndex('').lineOf(0), lineIndex('').columnOf(0)]).toEqual([1, 1]);
});

test('agrees with splitting', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '😀', '\n', '\r', '\r\n')), (pieces) => {
      const text = pieces.join('');
      const { lineOf, columnOf } = lineIndex(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        // Between CR and LF a line has not ended yet.
        const before = text.slice(0, offset);
        const lines = (text.slice(offset - 1, offset + 1) === '\r\n' ? before.slice(0, -1) : before).split(
          /\r\n|\r|\n/,
        );
        expect(lineOf(offset)).toBe(lines.length);
        if (text.slice(offset - 1, offset + 1) !== '\r\n')
          expect(columnOf(offset)).toBe((lines.at(-1)?.length ?? 0) + 1);
      }
    }),
  );
});
