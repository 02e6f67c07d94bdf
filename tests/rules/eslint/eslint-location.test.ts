import { expect, it } from 'vitest';
import { locationOf } from '../../../src/rules/eslint/eslint-location.js';

const text = 'one\ntwo three\n';

it('asks the language where it can say', () => {
  const sourceCode = { text, ast: {}, getLocFromIndex: (index: number) => ({ line: 7, column: index }) };
  expect(locationOf(sourceCode, [8, 13])).toEqual({ start: { line: 7, column: 8 }, end: { line: 7, column: 13 } });
});

it('counts columns from where the language starts its root', () => {
  const sourceCode = { text, ast: {}, getLoc: () => ({ start: { line: 1, column: 1 }, end: { line: 3, column: 1 } }) };
  expect(locationOf(sourceCode, [8, 13])).toEqual({ start: { line: 2, column: 5 }, end: { line: 2, column: 10 } });
});

it('counts columns from zero where nothing is said', () => {
  expect(locationOf({ text, ast: {} }, [8, 13])).toEqual({
    start: { line: 2, column: 4 },
    end: { line: 2, column: 9 },
  });
});
