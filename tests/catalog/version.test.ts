import { describe, expect, it } from 'vitest';
import { isBefore, oldestOf } from '../../src/catalog/version.js';

describe('isBefore', () => {
  it.each([
    ['0.36.0', '1.0.0', true],
    ['1.0.0', '1.0.0', false],
    ['1.1.3', '1.0.0', false],
    ['3.778.0', '3.779.0', true],
    ['3.1164.0', '3.779.0', false],
    ['1.0.0-beta.1', '1.0.0', null],
    ['1.0.1-beta.1', '1.0.0', false],
    ['latest', '1.0.0', null],
  ] as const)('%s before %s: %s', (version, release, expected) => {
    expect(isBefore(version, release)).toBe(expected);
  });
});

describe('oldestOf', () => {
  it.each([
    ['^1.0.0', '1.0.0'],
    ['~0.36.2', '0.36.2'],
    ['1.1.3', '1.1.3'],
    ['>=1.0', '1.0.0'],
    ['1.x', '1.0.0'],
    ['^3', '3.0.0'],
    ['<2.0.0', null],
    ['^0.30.0 || ^1.0.0', null],
    ['workspace:*', null],
    ['npm:other@1.0.0', null],
    ['latest', null],
  ] as const)('%s takes %s at the earliest', (range, expected) => {
    expect(oldestOf(range)).toBe(expected);
  });
});
