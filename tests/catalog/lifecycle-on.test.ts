import { describe, expect, it } from 'vitest';
import type { LifecycleState } from '../../src/catalog/catalog.js';
import { catalog } from '../../src/catalog/index.js';
import type { Day } from '../../src/catalog/schema.js';

const today: Day = '2026-11-22';

function on(id: string, day: Day, region?: string) {
  const model = catalog.findModel(`anthropic.claude-${id}`);
  if (!model) throw new Error(`no model ${id}`);
  return catalog.lifecycleOn(model, day, region);
}

describe('without a region', () => {
  it.each<[string, LifecycleState, Day | null]>([
    ['v1', 'endOfLife', '2024-02-28'],
    ['v2', 'endOfLife', '2025-07-21'],
    ['v2:1', 'endOfLife', '2025-07-21'],
    ['instant-v1', 'endOfLife', '2025-07-21'],
    ['3-sonnet-20240229-v1:0', 'endOfLife', '2026-07-30'],
    ['3-haiku-20240307-v1:0', 'endOfLife', '2026-09-10'],
    ['3-opus-20240229-v1:0', 'endOfLife', '2026-01-15'],
    ['3-5-sonnet-20240620-v1:0', 'endOfLife', '2026-07-30'],
    ['3-5-sonnet-20241022-v2:0', 'endOfLife', '2026-07-30'],
    ['3-5-haiku-20241022-v1:0', 'endOfLife', '2026-06-19'],
    ['3-7-sonnet-20250219-v1:0', 'endOfLife', '2026-07-30'],
    ['opus-4-20250514-v1:0', 'endOfLife', '2026-05-31'],
    ['sonnet-4-20250514-v1:0', 'endOfLife', '2026-10-14'],
    ['opus-4-1-20250805-v1:0', 'extendedAccess', '2027-01-08'],
    ['opus-4-5-20251101-v1:0', 'active', null],
    ['sonnet-4-5-20250929-v1:0', 'active', null],
    ['haiku-4-5-20251001-v1:0', 'active', null],
    ['opus-4-6-v1', 'active', null],
    ['sonnet-4-6', 'active', null],
    ['opus-4-7', 'active', null],
    ['opus-4-8', 'active', null],
    ['sonnet-5', 'active', null],
    ['opus-5', 'active', null],
    ['opus-5-5', 'active', null],
    ['sonnet-5-5', 'active', null],
    ['haiku-5-5', 'active', null],
    ['fable-5', 'active', null],
    ['fable-5-1', 'active', null],
    ['fable-5-2', 'active', null],
    ['mythos-preview', 'active', null],
    ['mythos-5', 'active', null],
    ['mythos-5-1', 'active', null],
    ['mythos-5-2', 'unknown', null],
  ])('%s is %s on 2026-11-22', (id, state, endOfLifeOn) => {
    expect(on(id, today)).toMatchObject({ state, endOfLifeOn, certain: true });
  });

  it.each<[Day, LifecycleState]>([
    ['2026-07-07', 'active'],
    ['2026-07-08', 'legacy'],
    ['2026-10-07', 'legacy'],
    ['2026-10-08', 'extendedAccess'],
    ['2027-01-07', 'extendedAccess'],
    ['2027-01-08', 'endOfLife'],
    ['2030-01-01', 'endOfLife'],
  ])('Opus 4.1 changes state on the named days: %s %s', (day, state) => {
    expect(on('opus-4-1-20250805-v1:0', day).state).toBe(state);
  });

  it('counts a model as ended only when its last wave has ended', () => {
    expect(on('3-sonnet-20240229-v1:0', '2025-07-21').state).toBe('active');
    expect(on('3-sonnet-20240229-v1:0', '2026-03-01').state).toBe('legacy');
    expect(on('3-sonnet-20240229-v1:0', '2026-07-29').state).toBe('extendedAccess');
    expect(on('3-sonnet-20240229-v1:0', '2026-07-30').state).toBe('endOfLife');
    expect(on('3-7-sonnet-20250219-v1:0', '2026-06-01').state).toBe('extendedAccess');
  });

  it('names the floor of an active model', () => {
    expect(on('sonnet-4-5-20250929-v1:0', today).endOfLifeNotBefore).toBe('2026-09-30');
  });

  it('names the notice of an active model where it reaches further than the floor', () => {
    // The floor of Opus 4.5 is 2026-11-24, that of Sonnet 5.5 is 2027-09-28.
    expect(on('opus-4-5-20251101-v1:0', '2026-05-24').noticeMonths).toBeNull();
    expect(on('opus-4-5-20251101-v1:0', '2026-05-25').noticeMonths).toBe(6);
    expect(on('opus-4-5-20251101-v1:0', '2027-05-25').noticeMonths).toBe(6);
    expect(on('sonnet-5-5', today).noticeMonths).toBeNull();
    // What is announced counts.
    expect(on('opus-4-1-20250805-v1:0', '2026-01-01').noticeMonths).toBeNull();
  });
});

describe('in a region', () => {
  it.each<[string, string, Day, LifecycleState, boolean]>([
    // The first wave of Claude 3 Sonnet ended a year before the second.
    ['3-sonnet-20240229-v1:0', 'us-east-1', '2025-07-21', 'endOfLife', true],
    ['3-sonnet-20240229-v1:0', 'ap-south-1', '2025-07-21', 'active', true],
    ['3-sonnet-20240229-v1:0', 'ap-south-1', '2026-05-01', 'extendedAccess', true],
    ['3-5-sonnet-20240620-v1:0', 'eu-central-2', '2026-03-01', 'endOfLife', true],
    ['3-5-sonnet-20241022-v2:0', 'eu-central-1', '2026-03-01', 'legacy', true],
    ['3-7-sonnet-20250219-v1:0', 'us-gov-west-1', '2026-05-01', 'extendedAccess', true],
    ['3-7-sonnet-20250219-v1:0', 'us-east-1', '2026-05-01', 'endOfLife', true],
    ['3-haiku-20240307-v1:0', 'us-gov-east-1', '2026-09-10', 'endOfLife', true],
    // A region that no row names: inferred from the row that ends last.
    ['3-haiku-20240307-v1:0', 'sa-east-1', '2026-09-10', 'endOfLife', false],
    ['sonnet-4-20250514-v1:0', 'eu-west-1', today, 'endOfLife', true],
    ['sonnet-4-20250514-v1:0', 'ca-central-1', today, 'endOfLife', false],
    ['opus-4-1-20250805-v1:0', 'us-west-1', today, 'extendedAccess', false],
    // Nothing announced: active everywhere.
    ['sonnet-4-6', 'eu-west-2', today, 'active', true],
  ])('%s in %s on %s is %s', (id, region, day, state, certain) => {
    expect(on(id, day, region)).toMatchObject({ state, certain });
  });
});
