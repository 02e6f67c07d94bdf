import { describe, expect, it } from 'vitest';
import { catalog, createCatalog } from '../../src/catalog/index.js';
import type { Day } from '../../src/catalog/schema.js';

it('knows models by ID, alias and the ID of the mantle endpoint', () => {
  expect(catalog.findModel('anthropic.claude-3-haiku-20240307-v1:0')?.name).toBe('Claude 3 Haiku');
  expect(catalog.findModel('anthropic.claude-v2:0')?.id).toBe('anthropic.claude-v2');
  expect(catalog.findModel('anthropic.claude-haiku-4-5')?.id).toBe('anthropic.claude-haiku-4-5-20251001-v1:0');
});

it('does not know IDs that only look alike', () => {
  expect(catalog.findModel('anthropic.claude-sonnet-4-5')).toBeUndefined();
  expect(catalog.findModel('us.anthropic.claude-sonnet-4-6')).toBeUndefined();
  expect(catalog.findModel('claude-sonnet-4-6')).toBeUndefined();
  expect(catalog.findModel('constructor')).toBeUndefined();
});

it('knows models by whole IDs of the first-party API', () => {
  expect(catalog.findModelByFirstPartyId('claude-3-5-sonnet-20241022')?.id).toBe(
    'anthropic.claude-3-5-sonnet-20241022-v2:0',
  );
  expect(catalog.findModelByFirstPartyId('claude-sonnet-4-0')?.generation).toBe('4');
  expect(catalog.findModelByFirstPartyId('claude-3')).toBeUndefined();
});

it('puts models given first before later ones of the same ID', () => {
  const [own] = catalog.models;
  if (!own) throw new Error('the catalog is empty');
  const renamed = { ...own, name: 'private' };
  expect(createCatalog([renamed, ...catalog.models]).findModel(own.id)?.name).toBe('private');
});

it('was checked on the newest day of any fact', () => {
  expect(catalog.checkedOn).toBe('2026-11-22');
});

describe('scopesOfRegion', () => {
  it.each([
    ['us-east-1', ['us', 'global']],
    ['ca-central-1', ['ca', 'us', 'global']],
    ['eu-west-2', ['eu', 'global']],
    ['ap-northeast-1', ['jp', 'apac', 'global']],
    ['ap-northeast-2', ['apac', 'global']],
    ['ap-southeast-2', ['au', 'apac', 'global']],
    ['ap-south-1', ['in', 'apac', 'global']],
    ['sa-east-1', ['global']],
    ['us-gov-west-1', ['us-gov']],
    ['cn-north-1', []],
  ])('%s', (region, expected) => {
    expect(catalog.scopesOfRegion(region)).toEqual(expected);
  });
});

describe('lastLifecycleEvent', () => {
  it.each<[Day, Day, string]>([
    ['2026-11-22', '2026-11-09', 'Fable 5.2 is released'],
    ['2026-11-24', '2026-11-24', 'the floor of Opus 4.5'],
    ['2026-10-20', '2026-10-17', 'notice reaches further than the floor of Opus 4.7'],
    ['2026-10-16', '2026-10-16', 'the floor of Haiku 4.5'],
    ['2026-10-15', '2026-10-14', 'Sonnet 4 ends'],
    ['2026-10-13', '2026-10-08', 'Opus 4.1 enters extended access'],
    ['2027-03-01', '2027-02-17', 'the floor of Sonnet 4.6'],
  ])('up to %s is %s: %s', (day, expected) => {
    expect(catalog.lastLifecycleEvent(day)).toBe(expected);
  });

  it('counts the day on which a warning begins', () => {
    // Opus 4.1 ends on 2027-01-08.
    expect(catalog.lastLifecycleEvent('2026-10-13', 90)).toBe('2026-10-10');
  });

  it('is the day itself before the first event', () => {
    expect(catalog.lastLifecycleEvent('2020-01-01')).toBe('2020-01-01');
  });
});
