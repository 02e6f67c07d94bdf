import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/edits/apply-edits.js';
import { removeProperty } from '../../../src/edits/remove-property.js';
import { joinRemovals } from '../../../src/rules/request/join-removals.js';

test.each([
  ['the last two', '{ a: 1, x: 2, y: 3 }', '{ a: 1 }'],
  ['the last two before a trailing comma', '{ a: 1, x: 2, y: 3, }', '{ a: 1, }'],
  ['the last two of a line', '{ a: 1, x: 2, y: 3,\n  b: 4 }', '{ a: 1,\n  b: 4 }'],
  ['the first two', '{ x: 2, y: 3, b: 4 }', '{ b: 4 }'],
  ['all', '{ x: 2, y: 3 }', '{}'],
  ['all, on lines of their own', '{\n  x: 2,\n  y: 3\n}', '{}'],
  ['the last two lines', '{\n  a: 1,\n  x: 2,\n  y: 3\n}', '{\n  a: 1\n}'],
  ['the last two lines with a trailing comma', '{\r\n\ta: 1,\r\n\tx: 2,\r\n\ty: 3,\r\n}', '{\r\n\ta: 1,\r\n}'],
  ['two that are not neighbours', '{ x: 2, a: 1, y: 3 }', '{ a: 1 }'],
  ['the last three', '{ a: 1, x: 2, y: 3, z: 4 }', '{ a: 1 }'],
])('%s', (_, before, after) => {
  const removals = [...before.matchAll(/[xyz]: \d/g)].map((match) =>
    removeProperty(before, [match.index, match.index + match[0].length], [0, before.length]),
  );
  expect(
    applyEdits(
      before,
      joinRemovals(
        removals.filter((edit) => edit !== null),
        before,
      ) ?? [],
    ),
  ).toBe(after);
});
