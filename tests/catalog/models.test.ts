import { readFileSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { catalog, parseDay, parseModelName, printModelName } from '../../src/catalog/index.js';
import { models, scopes } from '../../src/catalog/models.generated.js';
import { checkModel } from '../../src/policy/check-model.js';

const folder = new URL('../../src/catalog/', import.meta.url);
const families = readdirSync(new URL('models/', folder));
const sources = readJson('sources.json');

describe.each(families)('models/%s', (file) => {
  const entries = readJson(`models/${file}`);

  it('holds nothing but entries of the schema', () => {
    const problems = Object.entries(entries).map(([index, entry]) => checkModel(entry, `${file}[${index}]`));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
  });
});

describe.each(models.map((model) => [model.id, model] as const))('%s', (id, model) => {
  const groups = [
    model.lifecycle,
    model.invocation,
    model.promptCaching,
    model.limits,
    model.request,
    ...(model.throughput ? [model.throughput] : []),
    model.price,
    model.firstParty,
  ];

  it('is an ID that the grammar reads as a bare base ID', () => {
    const name = parseModelName(id);
    expect(name).toMatchObject({ scope: null, base: id, context: '', arn: null, gateway: '' });
    expect(name && printModelName(name)).toBe(id);
  });

  it('gives a source that sources.json describes for every group of facts', () => {
    const cited = groups.flatMap((group) => group.sources);
    expect(cited.filter((key) => !Object.hasOwn(sources, key))).toEqual([]);
    expect(groups.filter((group) => group.sources.length === 0)).toEqual([]);
  });

  it('has lifecycle rows whose days follow each other, with no region in two rows', () => {
    for (const { legacyOn, extendedAccessOn, endOfLifeOn } of model.lifecycle.rows) {
      const days = [legacyOn, extendedAccessOn, endOfLifeOn].filter((day) => day !== null);
      expect(days).toEqual([...days].sort());
      expect(days.map(parseDay)).toEqual(days);
    }
    const regions = model.lifecycle.rows.flatMap((row) => row.regions ?? ['every other']);
    expect(regions).toEqual([...new Set(regions)]);
  });

  it('costs as much or more in a region as anywhere, and reads cheaper from the cache than afresh', () => {
    const { global: everywhere, regional } = model.price;
    if (everywhere && regional) expect(regional.input).toBeCloseTo(everywhere.input * 1.1);
    for (const price of [everywhere, regional]) {
      if (price?.cacheRead != null) expect(price.cacheRead).toBeLessThan(price.input);
      if (price?.cacheWrite5m != null) expect(price.cacheWrite5m).toBeCloseTo(price.input * 1.25);
      if (price?.cacheWrite1h != null) expect(price.cacheWrite1h).toBeCloseTo(price.input * 2);
    }
  });
});

it('has all 33 models, each ID and alias once', () => {
  const names = models.flatMap((model) => [model.id, ...model.aliases]);
  expect(models).toHaveLength(33);
  expect(names).toEqual([...new Set(names)]);
  const firstParty = models.flatMap((model) => model.firstPartyIds);
  expect(firstParty).toEqual([...new Set(firstParty)]);
});

it('describes no source that nothing cites', () => {
  const groups = [
    ...models.flatMap(({ lifecycle, invocation, promptCaching, limits, request, throughput, price, firstParty }) => [
      lifecycle,
      invocation,
      promptCaching,
      limits,
      request,
      ...(throughput ? [throughput] : []),
      price,
      firstParty,
    ]),
    ...scopes,
  ];
  const cited = new Set(groups.flatMap((group) => group.sources));
  expect(Object.keys(sources).filter((key) => !cited.has(key))).toEqual([]);
});

it('lists every scope that a model offers', () => {
  const known = new Set(scopes.map((entry) => entry.scope));
  expect(models.flatMap((model) => model.invocation.profiles).filter((scope) => !known.has(scope))).toEqual([]);
});

// Values on which sources disagree, so that nobody changes them without looking.
it.each([
  ['anthropic.claude-opus-4-7', { promptCaching: { minTokens: 4096 } }],
  ['anthropic.claude-sonnet-4-6', { promptCaching: { minTokens: 1024 }, limits: { maxOutputTokens: 64_000 } }],
  ['anthropic.claude-fable-5', { promptCaching: { minTokens: 512 }, invocation: { profiles: ['global', 'us'] } }],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', { promptCaching: { minTokens: 4096 } }],
  ['anthropic.claude-opus-4-6-v1', { invocation: { profiles: ['global', 'us', 'eu', 'au'] } }],
  ['anthropic.claude-sonnet-5', { price: { global: { input: 2, output: 10 } } }],
  [
    'anthropic.claude-opus-5-5',
    { request: { strictTools: false, structuredOutputs: false }, limits: { outputBurndown: 10 } },
  ],
  ['anthropic.claude-opus-4-8', { limits: { outputBurndown: 15 } }],
  ['anthropic.claude-sonnet-4-20250514-v1:0', { request: { sampling: { temperatureWithTopP: null } } }],
])('%s keeps what conflicts were resolved to', (id, expected) => {
  expect(catalog.findModel(id)).toMatchObject(expected);
});

it('has generated files that are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-catalog.mjs', '--check'], {
    cwd: new URL('../../', import.meta.url),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

function readJson(path: string): object {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as object; // What is in it is what these tests check.
}
