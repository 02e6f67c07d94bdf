import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import type { CatalogModel } from '../../src/catalog/schema.js';
import { ConfigError, createOverlayReader, createPolicy } from '../../src/policy/index.js';
import type { ConfigPort } from '../../src/policy/index.js';

const SONNET = 'anthropic.claude-sonnet-4-6';
const ours = known(SONNET);

/** The policy of a project whose configuration file names `overlay.json`, with this text. */
function policyWith(overlay: unknown) {
  const text = typeof overlay === 'string' ? overlay : JSON.stringify(overlay);
  const port: ConfigPort = {
    read: (path) => (path === resolve('/repo/data/overlay.json') ? text : null),
    exists: () => false,
  };
  const file = { path: resolve('/repo/bedrock-claude.config.json'), options: { catalog: 'data/overlay.json' } };
  return createPolicy(
    { file },
    { asOf: '2026-11-22', catalog, overlay: createOverlayReader(resolve('/elsewhere'), port) },
  );
}

function known(id: string): CatalogModel {
  const model = catalog.findModel(id);
  if (model === undefined) throw new Error(`The test names a model the catalog does not have: ${id}`);
  return model;
}

describe('an overlay', () => {
  it('adds a model', () => {
    const policy = policyWith({ models: [{ ...ours, id: 'anthropic.claude-sonnet-9', generation: '9' }] });
    expect(policy.catalog.findModel('anthropic.claude-sonnet-9')?.generation).toBe('9');
    expect(policy.catalog.models).toHaveLength(catalog.models.length + 1);
  });

  it('replaces the groups it names in a known model', () => {
    const lifecycle = {
      ...ours.lifecycle,
      rows: [{ regions: null, legacyOn: '2026-11-01', extendedAccessOn: null, endOfLifeOn: '2027-11-01' }],
    };
    const policy = policyWith([{ id: SONNET, lifecycle }]);
    const model = policy.catalog.findModel(SONNET);
    expect(model?.price).toEqual(ours.price);
    expect(model && policy.catalog.lifecycleOn(model, policy.asOf).state).toBe('legacy');
    expect(policy.catalog.models).toHaveLength(catalog.models.length);
  });

  it('makes its generations targets', () => {
    const overlay = JSON.stringify({ models: [{ ...ours, id: 'anthropic.claude-sonnet-9', generation: '9' }] });
    const port: ConfigPort = { read: () => overlay, exists: () => false };
    const policy = createPolicy(
      { flags: { target: '9', catalog: 'o.json' } },
      { asOf: '2026-11-22', catalog, overlay: createOverlayReader('/', port) },
    );
    expect(policy.target).toBe('9');
  });
});

describe('an overlay that cannot be used', () => {
  it.each([
    ['{', /overlay\.json:1:2: this is not valid JSON/],
    [{}, /Expected the catalog overlay .*overlay\.json to hold \{ "models": \[ … \] \}\./],
    [{ models: [3] }, /Expected `models\[0\]` to be an object, got `3`\./],
    [{ models: [{ id: 'anthropic.claude-new-1' }] }, /`models\[0\]\.aliases` is missing\./],
    [
      { models: [{ id: SONNET, family: 'sonet' }] },
      /Expected `models\[0\]\.family` to be one of .* Did you mean "sonnet"\?/,
    ],
    [
      { models: [{ id: SONNET, realeasedOn: null }] },
      /Unknown key `models\[0\]\.realeasedOn`\. Did you mean "releasedOn"\?/,
    ],
    [
      { models: [{ id: SONNET, releasedOn: '2026-02-30' }] },
      /Expected `models\[0\]\.releasedOn` to be a day, YYYY-MM-DD, got `"2026-02-30"`\./,
    ],
    [
      { models: [{ id: SONNET, price: { ...ours.price, global: { input: -1 } } }] },
      /`models\[0\]\.price\.global\.output` is missing\./,
    ],
  ])('%j', (overlay, message) => {
    expect(() => policyWith(overlay)).toThrow(ConfigError);
    expect(() => policyWith(overlay)).toThrow(message);
  });

  it('a missing file is named with the option that names it', () => {
    const port: ConfigPort = { read: () => null, exists: () => false };
    const read = () =>
      createPolicy(
        { flags: { catalog: 'x.json' } },
        { asOf: '2026-11-22', catalog, overlay: createOverlayReader(resolve('/repo'), port) },
      );
    expect(read).toThrow(
      `The catalog overlay ${resolve('/repo/x.json')} (\`catalog\`, from --catalog) does not exist.`,
    );
  });

  it('a door without files says so', () => {
    expect(() => createPolicy({ settings: { catalog: 'x.json' } }, { asOf: '2026-11-22', catalog })).toThrow(
      /`catalog` \(from settings\["bedrock-claude"\]\) cannot be read here/,
    );
  });
});

describe('the shipped catalog', () => {
  it('passes the check that overlays must pass', () => {
    expect(policyWith({ models: catalog.models }).catalog.models).toHaveLength(catalog.models.length);
  });
});
