import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/edits/apply-edits.js';
import { commentInTheWay, removeProperties, removeProperty } from '../../src/edits/remove-property.js';

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
    ['a line comment that would swallow the bracket', '‹{ a: 1, // one\n  «b: 2» }›'],
    ['text that is not balanced', "‹{ a: <p>don't</p>, «b: 2» }›"],
    ['a range that is not a whole element', '‹{ a: 1, «b»: 2 }›'],
  ])('%s', (_, before) => expect(remove(before)).toBeNull());
});

/** Removes all parts between « and » at once. */
function removeAll(marked: string): string | null {
  const plain = marked.replace(/[‹›«»]/g, '');
  const offsetAt = (index: number) => marked.slice(0, index).replace(/[‹›«»]/g, '').length;
  const ranges = [...marked.matchAll(/«[^»]*»/g)].map(
    ({ index, 0: { length } }) => [offsetAt(index), offsetAt(index + length)] as const,
  );
  const edits = removeProperties(plain, ranges, [offsetAt(marked.indexOf('‹')), offsetAt(marked.indexOf('›'))]);
  return edits && applyEdits(plain, edits);
}

describe('several at once', () => {
  test.each([
    ['the last two of a line', '‹{ a: 1, «b: 2», «c: 3» }›', '{ a: 1 }'],
    ['all of a line', '‹{ «a: 1», «b: 2», }›', '{}'],
    ['neighbours that are not last', '‹{ «a: 1», «b: 2», c: 3 }›', '{ c: 3 }'],
    [
      'the last two with comments and no trailing comma',
      '‹{\n  a: 1, // one\n  «b: 2», // two\n  «c: 3» // three\n}›',
      '{\n  a: 1 // one\n}',
    ],
    [
      'the last two before a comment that stays',
      '‹{\n  a: 1, // one\n  «b: 2», // two\n  «c: 3»\n  // no d\n}›',
      '{\n  a: 1 // one\n  // no d\n}',
    ],
    ['a heading with all it stands above', '‹{\n  // limits\n  «a: 1»,\n  «b: 2»,\n\n  c: 3,\n}›', '{\n\n  c: 3,\n}'],
    [
      'a heading stays above what is left of its group',
      '‹{\n  // limits\n  «a: 1»,\n  «b: 2»,\n  c: 3,\n}›',
      '{\n  // limits\n  c: 3,\n}',
    ],
    ['two that share a line, on lines of their own', '‹{\n  «a: 1», «b: 2»,\n  c: 3,\n}›', '{\n  c: 3,\n}'],
    ['lines and a piece of a line', '‹{\n  a: 1, «b: 2»,\n  «c: 3»,\n  d: 4,\n}›', '{\n  a: 1,\n  d: 4,\n}'],
    ['two that are apart', '‹{\n  «a: 1», // one\n  b: 2, // two\n  «c: 3» // three\n}›', '{\n  b: 2 // two\n}'],
  ])('%s', (_, before, after) => expect(removeAll(before)).toBe(after));
});

describe('a comment above', () => {
  test.each([
    ['of a line of its own', '‹{\n  a: 1,\n  // second\n  «b: 2»,\n}›', '{\n  a: 1,\n}'],
    ['between two others', '‹{\n  a: 1,\n  // second\n  «b: 2»,\n  c: 3,\n}›', '{\n  a: 1,\n  c: 3,\n}'],
    ['over several lines', '‹{\n  a: 1,\n  // second,\n  // really\n  «b: 2»\n}›', '{\n  a: 1\n}'],
    ['as a block', '‹{\r\n\ta: 1,\r\n\t/* second\r\n\t   one */\r\n\t«b: 2»,\r\n}›', '{\r\n\ta: 1,\r\n}'],
    ['on the same line', '‹{\n  a: 1,\n  /* second */ «b: 2»,\n}›', '{\n  a: 1,\n}'],
    ["below a neighbour's own", '‹{\n  a: 1, // first\n  // second\n  «b: 2»,\n}›', '{\n  a: 1, // first\n}'],
    [
      "that goes on with a neighbour's own stays",
      '‹{\n  a: 1, // first\n        // of all\n  «b: 2»,\n}›',
      '{\n  a: 1, // first\n        // of all\n}',
    ],
    [
      'at the head of several stays',
      '‹{\n  // keep answers short\n  «a: 1»,\n  b: 2,\n}›',
      '{\n  // keep answers short\n  b: 2,\n}',
    ],
    ['that names it goes', '‹{\n  // top_p: all words\n  «topP: 1»,\n  b: 2,\n}›', '{\n  b: 2,\n}'],
    [
      'that names another as well stays',
      '‹{\n  x: 0,\n  // topP and topK\n  «topP: 1»,\n  topK: 2,\n}›',
      '{\n  x: 0,\n  // topP and topK\n  topK: 2,\n}',
    ],
    [
      'for a tool goes, and what stands above it stays',
      '‹{\n  // limits\n  // @ts-expect-error no such name\n  «a: 1»,\n  b: 2,\n}›',
      '{\n  // limits\n  b: 2,\n}',
    ],
    [
      'for a tool goes with another one that it is about',
      '‹{\n  a: 1,\n  // eslint-disable-next-line x/ban-ts-comment\n  // @ts-expect-error no such name\n  «b: 2»,\n  c: 3,\n}›',
      '{\n  a: 1,\n  c: 3,\n}',
    ],
    [
      'that switches a tool off for more lines stays',
      '‹{\n  a: 1,\n  /* eslint-disable id-length */\n  «b: 2»,\n  /* eslint-enable id-length */\n}›',
      '{\n  a: 1,\n  /* eslint-disable id-length */\n  /* eslint-enable id-length */\n}',
    ],
    ['of code out of use stays', '‹{\n  a: 1,\n  // topK: 250,\n  «b: 2»,\n}›', '{\n  a: 1,\n  // topK: 250,\n}'],
    ['and one that goes on below', '‹{\n  «b: 2», // second\n        // of all\n  c: 3,\n}›', '{\n  c: 3,\n}'],
  ])('%s', (_, before, after) => expect(remove(before)).toBe(after));

  test('of the only property may speak of the object', () => {
    expect(remove('‹{\n  // as agreed\n  «a: 1»,\n}›')).toBeNull();
    expect(remove('‹{\n  // low temperature\n  «temperature: 1»,\n}›')).toBe('{}');
  });

  test('is named as the reason', () => {
    expect(commentInTheWay('{ a: /* why */ 1 }', [2, 16], [0, 18])).toBe('a comment stands inside it');
    expect(commentInTheWay('{ a: 1 }', [2, 6], [0, 8])).toBeNull();
    expect(commentInTheWay('{ a: <p>1 }', [2, 3], [0, 8])).toBeNull();
  });
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

const ownLine = fc.constantFrom(
  '',
  '',
  '// above',
  '/* above */',
  '// above\n// still above',
  '// eslint-disable-next-line x',
);
const trailing = fc.constantFrom('', '', ' // behind', ' /* behind */');
const lineMember = fc.record({ value, ownLine, trailing, isBlank: fc.boolean(), isRemoved: fc.boolean() });

test('whatever is taken out at once leaves the others with their comments, and no comment on the line of another', () => {
  fc.assert(
    fc.property(
      fc.array(lineMember, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (members, hasLast, lineEnd, isNested) => {
        let source = isNested ? `f({ outer: {${lineEnd}` : `({${lineEnd}`;
        const open = source.lastIndexOf('{');
        const ranges: (readonly [number, number])[] = [];
        const lines: string[] = [];
        members.forEach((member, index) => {
          if (member.isBlank && index > 0) source += lineEnd;
          for (const [at, line] of (member.ownLine ? member.ownLine.split('\n') : []).entries())
            source += `  ${line.replace('above', `above${index}_${at}`)}${lineEnd}`;
          const isLast = index === members.length - 1;
          const text = `p${index}: ${member.value}`;
          source += '  ';
          ranges.push([source.length, source.length + text.length]);
          const line = `${text}${isLast && !hasLast ? '' : ','}${member.trailing.replace('behind', `behind${index}`)}`;
          lines.push(
            line,
            line.replace(text + ',', () => text),
          );
          source += line + lineEnd;
        });
        const close = source.length + 1;
        source += isNested ? '} })' : '})';
        const removed = ranges.filter((_, index) => members[index]?.isRemoved);
        const edits = removed.length > 0 ? removeProperties(source, removed, [open, close]) : null;
        if (edits === null) return;
        const left = applyEdits(source, edits);
        expect(parseSync('x.js', left).errors).toEqual([]);
        const leftLines = left.split(lineEnd).map((line) => line.trim());
        members.forEach(({ isRemoved, trailing: behind, ownLine: above }, index) => {
          if (isRemoved) {
            expect(left).not.toContain(`p${index}: `);
            if (behind) expect(left).not.toContain(`behind${index}`);
          } else {
            expect(lines.slice(2 * index, 2 * index + 2).some((line) => leftLines.includes(line))).toBe(true);
            if (above.startsWith('// above')) expect(leftLines).toContain(`// above${index}_0`);
          }
        });
        // Comments above stand on lines of their own, if at all.
        for (const line of leftLines)
          if (/above\d/.test(line)) expect(line).toMatch(/^\/[/*] (?:still )?above\d_\d(?: \*\/)?$/);
        expect(left.match(/p\d: /g)?.length ?? 0).toBe(members.length - removed.length);
      },
    ),
    { numRuns: 2000 },
  );
});
