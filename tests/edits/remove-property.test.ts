import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { removeProperty } from '../../src/edits/remove-property.js';

/** Removes the part of `source` between « and » from the container between ‹ and ›. */
function remove(marked: string): string | null {
  const plain = marked.replace(/[‹›«»]/g, '');
  const offsetOf = (mark: string) => marked.slice(0, marked.indexOf(mark)).replace(/[‹›«»]/g, '').length;
  const edit = removeProperty(plain, [offsetOf('«'), offsetOf('»')], [offsetOf('‹'), offsetOf('›')]);
  return edit === null ? null : applyEdits(plain, [edit]);
}

describe('on one line', () => {
  test.each([
    ['first', 'f(‹{ «a: 1», b: 2 }›)', 'f({ b: 2 })'],
    ['middle', 'f(‹{ a: 1, «b: 2», c: 3 }›)', 'f({ a: 1, c: 3 })'],
    ['last', 'f(‹{ a: 1, «b: 2» }›)', 'f({ a: 1 })'],
    ['last with a trailing comma', 'f(‹{ a: 1, «b: 2», }›)', 'f({ a: 1, })'],
    ['only', 'f(‹{ «a: 1» }›)', 'f({})'],
    ['an element', '‹["x", «"y,]"», "z"]›', '["x", "z"]'],
    ['an argument', '‹call(x, «{ y: [1, 2] }»)›', 'call(x)'],
    ['an argument of an outer call', '‹call(x)(«y», z)›', 'call(x)(z)'],
    [
      'beside strings, regular expressions and templates with brackets',
      "‹{ a: '}', b: /[}\\]/]/g, «c: 1», d: `}${{ e: '}' }.e}` }›",
      "{ a: '}', b: /[}\\]/]/g, d: `}${{ e: '}' }.e}` }",
    ],
  ])('%s', (_, before, after) => expect(remove(before)).toBe(after));
});

describe('on lines of its own', () => {
  test.each([
    ['first', '‹{\n  «a: 1»,\n  b: 2,\n}›', '{\n  b: 2,\n}'],
    ['last without trailing comma takes the comma before', '‹{\n  "a": 1,\n  «"b": 2»\n}›', '{\n  "a": 1\n}'],
    ['last with trailing comma', '‹{\n  a: 1,\n  «b: 2»,\n}›', '{\n  a: 1,\n}'],
    ['only', '‹{\n  «a: 1»,\n}›', '{}'],
    ['CRLF', '‹{\r\n\ta: 1,\r\n\t«b: 2»\r\n}›', '{\r\n\ta: 1\r\n}'],
    ['over several lines', '‹{\n  a: 1,\n  «b: {\n    c: 2,\n  }»,\n  d: 3,\n}›', '{\n  a: 1,\n  d: 3,\n}'],
    ['with its own comment', '‹{\n  a: 1,\n  «b: 2», // nucleus\n  c: 3,\n}›', '{\n  a: 1,\n  c: 3,\n}'],
    ["keeping the neighbour's comment", '‹{\n  a: 1, // first\n  «b: 2»\n}›', '{\n  a: 1 // first\n}'],
    [
      'keeping a comment that a blank line parts from it',
      '‹{\n  // sampling\n\n  «a: 1»,\n  b: 2,\n}›',
      '{\n  // sampling\n\n  b: 2,\n}',
    ],
    [
      'keeping comments that follow',
      '‹{\n  a: 1,\n  «b: 2»,\n  // third\n  c: 3,\n}›',
      '{\n  a: 1,\n  // third\n  c: 3,\n}',
    ],
    ['leading commas, middle', '‹{\n  a: 1\n  , «b: 2»\n  , c: 3\n}›', '{\n  a: 1\n  , c: 3\n}'],
    ['leading commas, last', '‹{\n  a: 1\n  , «b: 2»\n}›', '{\n  a: 1\n}'],
    ['sharing a line with the next', '‹{\n  a: 1,\n  «b: 2», c: 3,\n}›', '{\n  a: 1,\n  c: 3,\n}'],
    ['sharing a line with the one before', '‹{\n  a: 1, «b: 2»,\n  c: 3,\n}›', '{\n  a: 1,\n  c: 3,\n}'],
  ])('%s', (_, before, after) => expect(remove(before)).toBe(after));
});

describe('refuses', () => {
  test.each([
    ['a comment inside the value', '‹{ a: 1, «b: /* why */ 2», c: 3 }›'],
    ['a comment nested in the value', '‹{\n  «b: {\n    // why\n    c: 2 }»,\n  d: 1\n}›'],
    ['a comment on the same line among others', '‹{ a: 1, /* b is */ «b: 2», c: 3 }›'],
    ['a comment directly above', '‹{\n  // keep answers short\n  «a: 1»,\n  b: 2,\n}›'],
    ['a line comment that would swallow the bracket', '‹{ a: 1, // one\n  «b: 2» }›'],
    ['text that is not balanced', "‹{ a: <p>don't</p>, «b: 2» }›"],
    ['a range that is not a whole element', '‹{ a: 1, «b»: 2 }›'],
  ])('%s', (_, before) => expect(remove(before)).toBeNull());
});

const value = fc.oneof(
  fc.integer({ min: 0 }).map(String),
  fc.string().map((text) => JSON.stringify(text)),
  fc.constantFrom('{ x: [1, 2], y: "}" }', '/[,}]/g', '`,${f({ a })}]`', '(a, b) => a / b', 'a / b / c'),
);
const separator = fc.constantFrom(' ', '\n  ', '\r\n\t', '\n\n  ', ' // note, }\n  ', '\n  /* {[( */ ');

test('what is left of any object parses and has one property less', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, separator), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      separator,
      fc.boolean(),
      (members, pick, first, trailing) => {
        let source = `({${first}`;
        const ranges: [number, number][] = [];
        members.forEach(([text, gap], index) => {
          const start = source.length;
          source += `p${index}: ${text}`;
          ranges.push([start, source.length]);
          source += `${index < members.length - 1 || trailing ? ',' : ''}${gap}`;
        });
        source += '})';
        const index = pick % members.length;
        const property = ranges[index];
        if (property === undefined) return;
        const edit = removeProperty(source, property, [1, source.length - 1]);
        if (edit === null) return;
        const left = applyEdits(source, [edit]);
        const parsed = parseSync('x.js', left);
        expect(parsed.errors).toEqual([]);
        const kept = members.map((_, at) => `p${at}`).filter((_, at) => at !== index);
        const statement = parsed.program.body[0];
        const expression = statement?.type === 'ExpressionStatement' ? statement.expression : null;
        const object = expression?.type === 'ParenthesizedExpression' ? expression.expression : expression;
        const names =
          object?.type === 'ObjectExpression'
            ? object.properties.map((member) =>
                member.type === 'Property' && member.key.type === 'Identifier' ? member.key.name : '?',
              )
            : null;
        expect(names).toEqual(kept);
      },
    ),
    { numRuns: 500 },
  );
});
