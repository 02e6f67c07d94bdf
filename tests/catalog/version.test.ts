import { describe, expect, it } from 'vitest';
import { isAllBefore, isBefore, isTakenBy, oldestOf } from '../../src/catalog/version.js';

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

describe('isTakenBy', () => {
  it.each([
    ['1.4.0', '^1.2.0', true],
    ['2.0.0', '^1.2.0', false],
    ['1.1.9', '^1.2.0', false],
    ['0.36.4', '^0.36.0', true],
    ['0.37.0', '^0.36.0', false],
    ['0.0.4', '^0.0.3', false],
    ['0.9.0', '^0', true],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false],
    ['4.9.1', '4', true],
    ['5.0.0', '4.x', false],
    ['4.1.7', '4.1.x', true],
    ['9.0.0', '>=1.2.3', true],
    ['1.0.0', 'workspace:*', null],
    ['1.0.0', '*', null],
    ['next', '^1.0.0', null],
  ] as const)('%s by %s: %s', (version, range, expected) => {
    expect(isTakenBy(version, range)).toBe(expected);
  });
});

describe('isAllBefore', () => {
  it.each([
    ['^2.1.0', '3.0.0', true],
    ['~2.9.1', '3.0.0', true],
    ['^0.0.26', '3.0.0', true],
    ['2.x', '3.0.0', true],
    ['^2.1.0', '2.5.0', false],
    ['>=2.1.0', '3.0.0', false],
    ['^3.0.0', '3.0.0', false],
    ['3.0.0', '3.0.0', false],
    ['^4.0.1', '3.0.0', false],
    ['latest', '3.0.0', null],
    ['workspace:*', '3.0.0', null],
  ] as const)('%s before %s: %s', (range, release, expected) => {
    expect(isAllBefore(range, release)).toBe(expected);
  });
});
