import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { apiVersions, betas, tools } from '../../src/catalog/request-words.generated.js';
import type { ToolVersion } from '../../src/catalog/request-words.js';
import { bodyApiVersion, findTool, isAmong, isTaken, refusesDefaults } from '../../src/catalog/request-words.js';
import type { Provenance } from '../../src/catalog/schema.js';

// The file is this repository's own.
const data = JSON.parse(readFileSync(new URL('../../src/catalog/request-words.json', import.meta.url), 'utf8')) as {
  sources: object;
  thinking: Provenance;
  sampling: Provenance[];
  betas: Provenance[];
  tools: Provenance[];
  apiVersions: Provenance[];
};
const entries = [data.thinking, ...data.sampling, ...data.betas, ...data.tools, ...data.apiVersions];

describe('words of requests', () => {
  it('give a source that is described for every entry, and describe no other', () => {
    const cited = entries.flatMap(({ sources }) => sources);
    expect([...new Set(cited)].toSorted()).toEqual(Object.keys(data.sources).toSorted());
    expect(entries.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('have generated files that are up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-request-words.mjs', '--check'], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('say which values of sampling parameters are taken where others are not', () => {
    const row = (when: 'unset' | 'thinking') =>
      [0.95, 0.99, 1].map((value) => `${isTaken(when, 'temperature', value)} ${isTaken(when, 'topP', value)}`);
    expect(row('unset')).toEqual(['false false', 'false true', 'true true']);
    expect(row('thinking')).toEqual(['false true', 'false true', 'true true']);
    expect([isTaken('unset', 'topK', 1), isTaken('unset', 'temperature', Number.NaN)]).toEqual([false, false]);
  });

  it('say which version of the API a body names, and which one refuses defaults', () => {
    expect(bodyApiVersion).toBe('bedrock-2023-05-31');
    expect([bodyApiVersion, '2026-10-21', 'other'].map(refusesDefaults)).toEqual([false, true, false]);
  });

  it('name each thing once', () => {
    for (const names of [betas.map(({ name }) => name), tools.map(({ type }) => type), apiVersions.map((v) => v.name)])
      expect(names).toEqual([...new Set(names)]);
  });

  it('never say of one model that it both takes and refuses a thing', () => {
    const both = [...tools, ...apiVersions].flatMap(({ taken, refused }) =>
      catalog.models.filter((model) => isAmong(model, taken) && isAmong(model, refused)),
    );
    expect(both).toEqual([]);
  });

  it('leave a tool of every kind to each active model below generation 5', () => {
    const models = catalog.models.filter(
      (model) => model.generation.startsWith('4') && catalog.lifecycleOn(model, '2026-11-22').state === 'active',
    );
    const kinds = (model: (typeof models)[number]) =>
      new Set(tools.filter(({ taken }) => isAmong(model, taken)).map(({ kind }) => kind));
    expect(models.filter((model) => kinds(model).size !== 3).map(({ id }) => id)).toEqual([]);
  });

  it('list the versions of a kind from old to new', () => {
    for (const kind of new Set(tools.map((tool) => tool.kind))) {
      const types = tools.filter((tool) => tool.kind === kind).map(({ type }) => type);
      expect(types).toEqual(types.toSorted());
    }
  });

  it('find a tool by its type alone', () => {
    expect(findTool('bash_20250124')).toMatchObject({ kind: 'bash', name: 'bash' } satisfies Partial<ToolVersion>);
    expect(findTool('custom')).toBeUndefined();
  });
});

describe('isAmong', () => {
  const opus45 = catalog.findModel('anthropic.claude-opus-4-5-20251101-v1:0');
  const preview = catalog.findModel('anthropic.claude-mythos-preview');

  it.each([
    [{ from: '4.5' }, true],
    [{ from: '4.6' }, false],
    [{ before: '4.5' }, false],
    [{ from: '4', before: '4.6' }, true],
    [{ generations: ['4.5'], families: ['sonnet'] }, false],
    [{ generations: ['4.5'], families: ['opus'] }, true],
  ] as const)('reads %j', (range, expected) => {
    expect(opus45 && isAmong(opus45, [range])).toBe(expected);
  });

  it('does not place a model without a number', () => {
    expect(preview && isAmong(preview, [{ from: '1' }, { before: '9' }])).toBe(false);
    expect(preview && isAmong(preview, [])).toBe(false);
  });
});
