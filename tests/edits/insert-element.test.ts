import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { insertElement } from '../../src/edits/insert-element.js';
import { insertProperty } from '../../src/edits/insert-property.js';

/** Puts `x` behind what stands between « and », or at the end, in the container between ‹ and ›. */
function insert(marked: string, element: string | readonly string[] = 'x'): string | null {
  const plain = marked.replace(/[‹›«»]/g, '');
  const offsetOf = (mark: string) => marked.slice(0, marked.indexOf(mark)).replace(/[‹›«»]/g, '').length;
  const after = marked.includes('«') ? ([offsetOf('«'), offsetOf('»')] as const) : null;
  const edits = insertElement(plain, element, [offsetOf('‹'), offsetOf('›')], after);
  return edits === null ? null : applyEdits(plain, edits);
}

describe('on one line', () => {
  test.each([
    ['into an empty array', 'f(‹[]›)', 'f([x])'],
    ['into an empty object', 'f(‹{}›)', 'f({ x })'],
    ['at the end', '‹[a, b]›', '[a, b, x]'],
    ['at the end of an object', '‹{ a: 1 }›', '{ a: 1, x }'],
    ['behind a trailing comma', '‹{ a: 1, }›', '{ a: 1, x, }'],
    ['in the middle', '‹[«a», b]›', '[a, x, b]'],
    ['behind the first of three', '‹[«{ a: 1 }», b, c]›', '[{ a: 1 }, x, b, c]'],
    ['in an array further inside', '‹{ a: [«b»] }›', '{ a: [b, x] }'],
    ['behind a spread', '‹[...a]›', '[...a, x]'],
    ['behind a cast', '‹[«{ a: 1 }» as T, b]›', '[{ a: 1 } as T, x, b]'],
    ['behind a comment', '‹[a /* one */]›', '[a, x /* one */]'],
  ])('%s', (_, before, after) => expect(insert(before)).toBe(after));
});

describe('on lines', () => {
  test.each([
    ['with trailing comma', '‹[\n  a,\n  b,\n]›', '[\n  a,\n  b,\n  x,\n]'],
    ['without trailing comma', '‹[\n  a,\n  b\n]›', '[\n  a,\n  b,\n  x\n]'],
    ['in the middle', '‹[\n  «a»,\n  b\n]›', '[\n  a,\n  x,\n  b\n]'],
    ['behind the comment of the last', '‹[\n  a, // one\n]›', '[\n  a, // one\n  x,\n]'],
    ['behind the comment of a last without comma', '‹[\n  a // one\n]›', '[\n  a, // one\n  x\n]'],
    ['before a comment on its own line', '‹[\n  «a»,\n  // two\n  b,\n]›', '[\n  a,\n  x,\n  // two\n  b,\n]'],
    ['with CRLF and tabs', '‹{\r\n\ta: 1,\r\n}›', '{\r\n\ta: 1,\r\n\tx,\r\n}'],
    ['with leading commas', '‹{\n  a: 1\n  , b: 2\n}›', '{\n  a: 1\n  , b: 2\n  , x\n}'],
    ['with leading commas, in the middle', '‹{\n  «a: 1»\n  , b: 2\n}›', '{\n  a: 1\n  , x\n  , b: 2\n}'],
    ['behind one that spans lines', '‹[\n  {\n    a: 1,\n  },\n]›', '[\n  {\n    a: 1,\n  },\n  x,\n]'],
    ['where the first shares the line of the bracket', '‹[{\n  a: 1,\n}]›', '[{\n  a: 1,\n}, x]'],
    ['behind a multi-line template', '‹[\n  `a\nb`,\n]›', '[\n  `a\nb`,\n  x,\n]'],
  ])('%s', (_, before, after) => expect(insert(before)).toBe(after));

  test('leaves the lines of a template where they are', () => {
    expect(insert('‹[\n    a,\n]›', '`b\nc`')).toBe('[\n    a,\n    `b\nc`,\n]');
  });
});

describe('several', () => {
  test.each([
    ['in brackets', '‹[]›', '[x, y]'],
    ['on one line', '‹[«a», b]›', '[a, x, y, b]'],
    ['at the end of a line', '‹[a]›', '[a, x, y]'],
    ['on lines', '‹[\n  a,\n]›', '[\n  a,\n  x,\n  y,\n]'],
    ['on lines, without comma but with a comment', '‹[\n  a // one\n]›', '[\n  a, // one\n  x,\n  y\n]'],
    ['with leading commas', '‹[\n  a\n  , b\n]›', '[\n  a\n  , b\n  , x\n  , y\n]'],
  ])('%s', (_, before, after) => expect(insert(before, ['x', 'y'])).toBe(after));
});

test('refuses what it cannot read', () => {
  expect(insert('‹[a, "b]›')).toBeNull();
  expect(insert('‹[ /* nothing yet */ ]›')).toBeNull();
  expect(insertProperty('make()', 'a: 1', [0, 6])).toBeNull();
});

test('adds a property', () => {
  const text = 'f({ a: 1 })';
  expect(applyEdits(text, insertProperty(text, 'b: 2', [2, 10]) ?? [])).toBe('f({ a: 1, b: 2 })');
});

test('any list in any style has the element in its place and parses', () => {
  const element = fc.constantFrom('a', '"b,]"', '{ c: [1, 2] }', '`${d}`', 'f(e)', '[]', '...g', '(h)');
  const list = fc.record({
    elements: fc.array(element, { minLength: 1, maxLength: 5 }),
    separator: fc.constantFrom(', ', ',\n  ', ', // c\n  ', ' /* c */, ', '\n  , '),
    start: fc.constantFrom('', ' ', '\n  '),
    end: fc.constantFrom('', ' ', '\n', ',\n', ', // c\n', ' // c\n'),
    index: fc.nat(),
  });
  fc.assert(
    fc.property(list, ({ elements, separator, start, end, index }) => {
      const at = index % elements.length;
      const offset = 1 + start.length + elements.slice(0, at).join(separator).length + (at > 0 ? separator.length : 0);
      const text = `[${start}${elements.join(separator)}${end}]`;
      const edits = insertElement(text, 'NEW', [0, text.length], [offset, offset + (elements[at] ?? '').length]);
      expect(edits).not.toBeNull();
      const { program, errors } = parseSync('a.js', `(${applyEdits(text, edits ?? [])})`);
      expect(errors).toEqual([]);
      expect(JSON.stringify(program)).toMatch(/NEW/);
      const [statement] = program.body;
      const expression = statement?.type === 'ExpressionStatement' ? statement.expression : null;
      const array = expression?.type === 'ParenthesizedExpression' ? expression.expression : expression;
      const found = array?.type === 'ArrayExpression' ? array.elements : [];
      expect(found).toHaveLength(elements.length + 1);
      expect(found[at + 1]).toMatchObject({ type: 'Identifier', name: 'NEW' });
    }),
  );
});
