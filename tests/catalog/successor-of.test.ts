import { describe, expect, it } from 'vitest';
import { catalog, createCatalog } from '../../src/catalog/index.js';
import type { SuccessorQuery } from '../../src/catalog/index.js';
import type { CatalogModel } from '../../src/catalog/schema.js';

const today = '2026-11-22';

function get(id: string): CatalogModel {
  const model = catalog.findModel(`anthropic.claude-${id}`);
  if (!model) throw new Error(`no model ${id}`);
  return model;
}

function successor(id: string, query: Partial<SuccessorQuery> = {}, among = catalog) {
  const all = { target: 'nearest', day: today, minRunwayDays: 90, ...query } as const;
  return among.successorOf(get(id), all)?.id.replace('anthropic.claude-', '');
}

describe('nearest', () => {
  it.each([
    ['v1', 'sonnet-4-5-20250929-v1:0'],
    ['v2:1', 'sonnet-4-5-20250929-v1:0'],
    ['instant-v1', 'haiku-4-5-20251001-v1:0'],
    ['3-sonnet-20240229-v1:0', 'sonnet-4-5-20250929-v1:0'],
    ['sonnet-4-20250514-v1:0', 'sonnet-4-5-20250929-v1:0'],
    ['3-5-haiku-20241022-v1:0', 'haiku-4-5-20251001-v1:0'],
    ['3-opus-20240229-v1:0', 'opus-4-5-20251101-v1:0'],
    ['opus-4-1-20250805-v1:0', 'opus-4-5-20251101-v1:0'],
  ])('of %s is %s', (id, expected) => {
    expect(successor(id)).toBe(expected);
  });

  it('never goes back: the successor of an active model is a newer one', () => {
    expect(successor('sonnet-4-6')).toBe('sonnet-5');
    expect(successor('haiku-5-5')).toBeUndefined();
  });

  it('leaves out gated models', () => {
    expect(successor('opus-4-8')).toBe('opus-5-5');
    expect(successor('mythos-preview')).toBeUndefined();
  });

  it('counts the notice period of an active model that is past its floor', () => {
    // Six months from 2026-11-22 is 2027-05-22, 181 days away.
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 180 })).toBe('sonnet-4-5-20250929-v1:0');
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 181 })).toBe('sonnet-5');
    // Sonnet 5 holds until 2027-06-30, 220 days away, Sonnet 5.5 until 2027-09-28.
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 220 })).toBe('sonnet-5-5');
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 400 })).toBeUndefined();
  });

  it('counts the announced end of an active model', () => {
    const ending = withRow('sonnet-4-5-20250929-v1:0', { legacyOn: '2026-12-01', endOfLifeOn: '2027-06-01' });
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 190 }, ending)).toBe('sonnet-4-5-20250929-v1:0');
    expect(successor('3-sonnet-20240229-v1:0', { minRunwayDays: 191 }, ending)).toBe('sonnet-5');
  });

  it('moves on when the nearest turns legacy', () => {
    const legacy = withRow('sonnet-4-5-20250929-v1:0', { legacyOn: '2026-11-22', endOfLifeOn: '2027-06-01' });
    expect(successor('3-sonnet-20240229-v1:0', {}, legacy)).toBe('sonnet-4-6');
    expect(successor('3-sonnet-20240229-v1:0', { day: '2026-11-21' }, legacy)).toBe('sonnet-4-5-20250929-v1:0');
  });

  it('is judged by what was there on the day', () => {
    expect(successor('3-sonnet-20240229-v1:0', { day: '2025-09-28' })).toBeUndefined();
    expect(successor('3-sonnet-20240229-v1:0', { day: '2025-09-29' })).toBe('sonnet-4-5-20250929-v1:0');
  });
});

describe('latest', () => {
  it.each([
    ['v2', 'sonnet-5-5'],
    ['3-haiku-20240307-v1:0', 'haiku-5-5'],
    ['opus-4-1-20250805-v1:0', 'opus-5-5'],
    ['fable-5', 'fable-5-2'],
    ['sonnet-5-5', undefined],
  ])('of %s is %s', (id, expected) => {
    expect(successor(id, { target: 'latest' })).toBe(expected);
  });
});

describe('a generation', () => {
  it('means exactly that one in the family', () => {
    expect(successor('3-sonnet-20240229-v1:0', { target: '4.6' })).toBe('sonnet-4-6');
    expect(successor('3-opus-20240229-v1:0', { target: '4.6' })).toBe('opus-4-6-v1');
  });

  it('is none when the family lacks it, or it is not active', () => {
    expect(successor('3-haiku-20240307-v1:0', { target: '4.6' })).toBeUndefined();
    expect(successor('3-opus-20240229-v1:0', { target: '4.1' })).toBeUndefined();
    expect(successor('3-opus-20240229-v1:0', { target: '9' })).toBeUndefined();
  });

  it('can be named per family; families left out take the nearest', () => {
    const target = { sonnet: '5', haiku: 'latest' };
    expect(successor('v2', { target })).toBe('sonnet-5');
    expect(successor('instant-v1', { target })).toBe('haiku-5-5');
    expect(successor('3-opus-20240229-v1:0', { target })).toBe('opus-4-5-20251101-v1:0');
  });
});

describe('with a scope', () => {
  it('takes only models that offer its profile', () => {
    expect(successor('3-haiku-20240307-v1:0', { scope: 'jp' })).toBe('haiku-4-5-20251001-v1:0');
    expect(successor('3-opus-20240229-v1:0', { scope: 'au' })).toBe('opus-4-6-v1');
    expect(successor('3-opus-20240229-v1:0', { scope: 'jp' })).toBe('opus-4-7');
    expect(successor('sonnet-4-20250514-v1:0', { scope: 'jp', target: 'latest' })).toBe('sonnet-4-6');
    expect(successor('3-haiku-20240307-v1:0', { scope: 'apac' })).toBeUndefined();
    expect(successor('3-7-sonnet-20250219-v1:0', { scope: 'us-gov' })).toBe('sonnet-4-5-20250929-v1:0');
  });
});

describe('newestInFamily', () => {
  it.each([
    ['v2', 'sonnet-5-5'],
    ['sonnet-5-5', 'sonnet-5-5'],
    ['opus-4-8', 'opus-5-5'],
    ['fable-5', 'fable-5-2'],
    ['mythos-5-1', undefined],
  ])('of %s is %s', (id, expected) => {
    expect(catalog.newestInFamily(get(id), today)?.id.replace('anthropic.claude-', '')).toBe(expected);
  });

  it('does not know models released later', () => {
    expect(catalog.newestInFamily(get('sonnet-4-5-20250929-v1:0'), '2026-03-01')?.generation).toBe('4.6');
  });
});

function withRow(
  id: string,
  row: { readonly legacyOn: '2026-12-01' | '2026-11-22'; readonly endOfLifeOn: '2027-06-01' },
) {
  const model = get(id);
  const rows = [{ regions: null, extendedAccessOn: null, ...row }];
  const changed = { ...model, lifecycle: { ...model.lifecycle, rows } };
  return createCatalog(catalog.models.map((other) => (other === model ? changed : other)));
}
