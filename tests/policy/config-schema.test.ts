import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { FLAGS } from '../../src/cli/arguments/flags.js';
import { createPolicy } from '../../src/policy/index.js';
import { OPTION_NAMES, REPAIR_STYLES, SUPERSEDED } from '../../src/policy/options.js';
import { WRAPPER_SURFACES } from '../../src/policy/wrapper-surfaces.js';
import { GEOGRAPHIES } from '../../src/policy/scope-names.js';

interface Property {
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly anyOf?: readonly { readonly items?: Property; readonly properties?: Record<string, unknown> }[];
  readonly items?: { readonly properties: Record<string, Property> };
}

interface Schema {
  readonly properties: Record<string, Property>;
}

// The schema is data of this repository; its shape is what the first test looks at.
const schema = JSON.parse(
  readFileSync(new URL('../../schema/bedrock-claude.config.schema.json', import.meta.url), 'utf8'),
) as Schema;
const { $schema: _, ...options } = schema.properties;

/** ESLint brings Ajv 6 along, which is typed for CommonJS only. */
type Ajv = new () => { compile(schema: object): (value: unknown) => boolean };
const validate = new (createRequire(import.meta.url)('ajv') as Ajv)().compile(schema);

describe('the published schema', () => {
  it('names exactly the options that are read', () => {
    expect(Object.keys(options).sort()).toEqual([...OPTION_NAMES].sort());
  });

  it('describes every option', () => {
    expect(Object.entries(options).filter(([, { description }]) => !description)).toEqual([]);
  });

  it('allows the same words', () => {
    expect(options['profile']?.enum).toEqual(['global', 'keep', ...GEOGRAPHIES]);
    expect(options['residency']?.anyOf?.[1]?.items?.enum).toEqual(GEOGRAPHIES);
    expect(options['repairStyle']?.enum).toEqual(REPAIR_STYLES);
    expect(options['superseded']?.enum).toEqual(SUPERSEDED);
    expect(options['wrappers']?.items?.properties['surface']?.enum).toEqual(WRAPPER_SURFACES);
    expect(Object.keys(options['target']?.anyOf?.[1]?.properties ?? {}).sort()).toEqual(
      [...new Set(catalog.models.map(({ family }) => family))].sort(),
    );
  });

  // What is unset differs from every word that can be written, `global` included.
  it('says of the profile what help and the page of the command line say', () => {
    const [, said = ''] = /^The (.*)\. Naming it/.exec(options['profile']?.description ?? '') ?? [];
    expect(said).toContain('else global');
    expect(FLAGS.profile.summary).toContain(said);
    expect(readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')).toContain(said);
  });

  it('states the defaults that hold', () => {
    const policy = createPolicy({}, { asOf: '2026-11-22', catalog });
    const stated = Object.fromEntries(
      Object.entries(options).flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])),
    );
    expect(policy).toMatchObject(stated);
    expect(Object.keys(options).filter((name) => !(name in stated))).toEqual(['asOf', 'profile', 'catalog']);
  });

  it.each([
    {},
    { target: 'latest', profile: 'eu', residency: ['eu'], minRunwayDays: 0, notes: true },
    { target: { sonnet: '4.6' }, promote: ['a'], wrappers: [{ module: 'm', name: 'n', surface: 'Converse' }] },
    { residency: null, repairStyle: 'inline', asOf: '2026-11-22', minTokens: 5, warnWithinDays: 5 },
    {
      profiles: {
        'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123': 'anthropic.claude-sonnet-4-6',
      },
    },
    { target: 'newest' },
    { target: { sonet: '4.6' } },
    { profile: 'gov' },
    { residency: [] },
    { residency: ['global'] },
    { minRunwayDays: -1 },
    { minTokens: 1.5 },
    { warnWithinDays: '3' },
    { repairStyle: 'both' },
    { target: 'latest', superseded: 'move' },
    { superseded: true },
    { promote: [''] },
    { wrappers: [{ module: 'm', name: 'n' }] },
    { wrappers: [{ module: 'm', name: 'n', surface: 'Converse', more: 1 }] },
    { profiles: [] },
    { notes: 1 },
    { asOf: 'today' },
    { taget: 'latest' },
  ])('and the reader agree on %j', (config) => {
    expect(validate(config)).toBe(isReadable(config));
  });
});

function isReadable(config: Record<string, unknown>) {
  try {
    createPolicy({ file: { path: 'config', options: config } }, { asOf: '2026-11-22', catalog });
    return true;
  } catch {
    return false;
  }
}
