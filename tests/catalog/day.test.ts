import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, parseDay } from '../../src/catalog/day.js';
import type { Day } from '../../src/catalog/schema.js';

describe('parseDay', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-04-31',
    'today',
    '',
    '2026-11-22T00:00',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('addDays', () => {
  it.each<[Day, number, Day]>([
    ['2026-11-22', 90, '2027-02-20'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s + %d days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it('is undone by daysBetween, across leap years and changes of the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        const day = addDays('2026-03-29', count);
        expect(parseDay(day)).toBe(day);
        expect(daysBetween('2026-03-29', day)).toBe(count);
      }),
    );
  });
});

describe('addMonths', () => {
  it.each<[Day, number, Day]>([
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s + %d months is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });
});
