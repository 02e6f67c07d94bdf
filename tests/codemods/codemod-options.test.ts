import { expect, it } from 'vitest';
import { toPolicyOptions } from '../../src/codemods/codemod-options.js';

it('picks the policy out of the options of jscodeshift', () => {
  expect(toPolicyOptions({ parser: 'ts', verbose: 0, asOf: '2026-11-22', profile: 'eu' })).toEqual({
    asOf: '2026-11-22',
    profile: 'eu',
  });
});

it('reads a generation that arrives as a number', () => {
  expect(toPolicyOptions({ target: 4.6 })).toEqual({ target: '4.6' });
});

it('splits lists at commas', () => {
  expect(toPolicyOptions({ residency: 'eu,us', promote: 'useSuccessor' })).toEqual({
    residency: ['eu', 'us'],
    promote: ['useSuccessor'],
  });
});

it('keeps numbers as they are, so that a wrong one is refused by name', () => {
  expect(toPolicyOptions({ minRunwayDays: 30, warnWithinDays: 'soon' })).toEqual({
    minRunwayDays: 30,
    warnWithinDays: 'soon',
  });
});
