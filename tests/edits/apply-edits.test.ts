import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, EditConflictError, editsOverlap } from '../../src/edits/apply-edits.js';
import { createOriginOf } from '../../src/edits/origin-of.js';
import type { TextEdit } from '../../src/edits/text-edit.js';

const edit = (start: number, end: number, text: string): TextEdit => ({ range: [start, end], text });

describe('applyEdits', () => {
  test.each([
    ['makes edits in any order', [edit(4, 5, 'E'), edit(0, 1, 'A')], 'AbcdEf'],
    ['lets edits touch', [edit(0, 2, 'x'), edit(2, 4, 'y')], 'xyef'],
    ['keeps the order of insertions at one place', [edit(2, 2, '1'), edit(2, 2, '2')], 'ab12cdef'],
    ['puts an insertion before a replacement that starts there', [edit(2, 3, 'X'), edit(2, 2, '>')], 'ab>Xdef'],
    ['makes identical edits once', [edit(1, 3, 'X'), edit(1, 3, 'X')], 'aXdef'],
    [
      'makes identical insertions once, with others between',
      [edit(1, 1, '+'), edit(1, 1, '-'), edit(1, 1, '+')],
      'a+-bcdef',
    ],
    ['edits the very end', [edit(6, 6, '!')], 'abcdef!'],
  ])('%s', (_, edits, result) => expect(applyEdits('abcdef', edits)).toBe(result));

  test.each([
    ['overlapping replacements', edit(0, 3, ''), edit(2, 4, '')],
    ['different texts for one range', edit(1, 2, 'x'), edit(1, 2, 'y')],
    ['an insertion inside a replacement', edit(0, 3, ''), edit(2, 2, '!')],
  ])('refuses %s', (_, a, b) => {
    expect(editsOverlap(a, b)).toBe(true);
    expect(editsOverlap(b, a)).toBe(true);
    expect(() => applyEdits('abcdef', [a, b])).toThrow(EditConflictError);
  });

  test.each([[edit(3, 2, '')], [edit(-1, 2, '')], [edit(5, 7, '')]])(
    'refuses a range outside the text: %o',
    (wrong) => {
      expect(() => applyEdits('abcdef', [wrong])).toThrow(RangeError);
    },
  );
});

/** Edits that follow each other, at least one character of text between them. */
const separateEdits = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat({ max: 3 }), fc.string({ maxLength: 5 })), { maxLength: 8 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length, text]) => {
      const start = at + gap;
      at = start + length;
      return edit(start, at, text);
    });
  });

test('any separate edits give what splicing from the end gives', () => {
  fc.assert(
    fc.property(separateEdits, fc.string({ minLength: 60, maxLength: 60 }), fc.nat(), (edits, text, turn) => {
      const shuffled = [...edits.slice(turn % (edits.length + 1)), ...edits.slice(0, turn % (edits.length + 1))];
      const spliced = edits.reduceRight(
        (result, { range, text: replacement }) => result.slice(0, range[0]) + replacement + result.slice(range[1]),
        text,
      );
      expect(applyEdits(text, shuffled)).toBe(spliced);
    }),
  );
});

test('every kept character goes back to where it came from', () => {
  fc.assert(
    fc.property(separateEdits, (edits) => {
      const text = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
      const result = applyEdits(text, edits);
      const originOf = createOriginOf(edits);
      for (let offset = 0; offset < result.length; offset += 1) {
        const code = result.charCodeAt(offset);
        if (code >= 0x4e00 && code < 0x4e00 + 60) expect(originOf(offset)).toBe(code - 0x4e00);
      }
    }),
  );
});

test('a place inside a replacement goes back to the start of what it replaced', () => {
  expect([0, 1, 2, 3, 4, 5].map(createOriginOf([edit(1, 2, 'XYZ')]))).toEqual([0, 1, 1, 1, 2, 3]);
});
