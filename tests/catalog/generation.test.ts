import { expect, it } from 'vitest';
import { compareGenerations, isNumbered } from '../../src/catalog/generation.js';

it('orders generations by number, not by text', () => {
  const shuffled = ['5', '4.10', '3.7', 'preview', '4.5', '10', '3', '4'];
  expect(shuffled.sort(compareGenerations)).toEqual(['preview', '3', '3.7', '4', '4.5', '4.10', '5', '10']);
});

it.each([
  ['4.5', true],
  ['5', true],
  ['preview', false],
  ['', false],
  ['4.', false],
])('%j is numbered: %s', (generation, expected) => {
  expect(isNumbered(generation)).toBe(expected);
});
