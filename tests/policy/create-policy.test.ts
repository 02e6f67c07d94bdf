import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { ConfigError, createPolicy } from '../../src/policy/index.js';
import type { PolicyDefaults, PolicySources } from '../../src/policy/index.js';

const defaults: PolicyDefaults = { asOf: '2026-11-22', catalog };

function messageOf(sources: PolicySources, more: Partial<PolicyDefaults> = {}): string {
  try {
    createPolicy(sources, { ...defaults, ...more });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('No error was thrown.');
}

const fromFile = (options: Record<string, unknown>): PolicySources => ({
  file: { path: 'bedrock-claude.config.json', options },
});

describe('defaults', () => {
  it('hold when nobody says anything', () => {
    const { catalog: _, ...policy } = createPolicy({}, defaults);
    expect(policy).toEqual({
      asOf: '2026-11-22',
      target: 'nearest',
      minRunwayDays: 90,
      superseded: 'keep',
      profile: 'global',
      profileNamed: false,
      residency: null,
      warnWithinDays: 90,
      minTokens: 0,
      repairStyle: 'inline',
      promote: [],
      wrappers: [],
      profiles: {},
      rules: {},
      notes: false,
    });
  });

  it('are frozen with everything else', () => {
    expect(Object.isFrozen(createPolicy({}, defaults))).toBe(true);
  });
});

describe('sources', () => {
  it('flags win over settings, settings over the file', () => {
    const file = { path: 'bedrock-claude.config.json', options: { target: '4.5', profile: 'us', warnWithinDays: 10 } };
    const policy = createPolicy(
      { flags: { target: 'latest' }, settings: { target: '4.6', profile: 'eu' }, file },
      defaults,
    );
    expect(policy).toMatchObject({ target: 'latest', profile: 'eu', profileNamed: true, warnWithinDays: 10 });
  });

  it('a weaker value is checked although a stronger one wins', () => {
    expect(messageOf({ flags: { target: 'latest' }, ...fromFile({ target: 'newest' }) })).toContain(
      'bedrock-claude.config.json',
    );
  });

  it('`$schema` is for editors', () => {
    expect(createPolicy(fromFile({ $schema: './schema.json', notes: true }), defaults).notes).toBe(true);
  });

  it('undefined is not said', () => {
    expect(createPolicy({ flags: { target: undefined } }, defaults).target).toBe('nearest');
  });
});

describe('values that are accepted', () => {
  it.each([
    ['target', { sonnet: '4.6', haiku: 'latest' }],
    ['target', '4.6'],
    ['profile', 'keep'],
    ['profile', 'us-gov'],
    ['residency', ['eu', 'us']],
    ['minRunwayDays', 0],
    ['repairStyle', 'runtime'],
    ['promote', ['useSuccessor']],
    ['wrappers', [{ module: './bedrock', name: 'send', surface: 'Converse' }]],
    [
      'profiles',
      { 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123': 'anthropic.claude-sonnet-4-6' },
    ],
    ['notes', true],
    ['asOf', '2024-02-29'],
  ])('%s: %j', (option, value) => {
    expect(createPolicy(fromFile({ [option]: value }), defaults)).toHaveProperty(option, value);
  });
});

describe('values that are refused', () => {
  it.each([
    [
      { asOf: '2026-02-30' },
      'Expected `asOf` to be a day of the calendar, written YYYY-MM-DD, got `"2026-02-30"` (from bedrock-claude.config.json).',
    ],
    [
      { minRunwayDays: -1 },
      'Expected `minRunwayDays` to be a whole number of at least 0, got `-1` (from bedrock-claude.config.json).',
    ],
    [
      { warnWithinDays: '90' },
      'Expected `warnWithinDays` to be a whole number of at least 0, got `"90"` (from bedrock-claude.config.json).',
    ],
    [{ notes: 'yes' }, 'Expected `notes` to be true or false, got `"yes"` (from bedrock-claude.config.json).'],
    [
      { repairStyle: 'inlin' },
      'Expected `repairStyle` to be one of "runtime", "inline", got `"inlin"` (from bedrock-claude.config.json). Did you mean "inline"?',
    ],
    [
      { target: null },
      'Expected `target` to be "nearest", "latest", a generation, or a map of families to those, got `null` (from bedrock-claude.config.json).',
    ],
    [
      { promote: 'useSuccessor' },
      'Expected `promote` to be a list of repair ids, got `"useSuccessor"` (from bedrock-claude.config.json).',
    ],
    [
      { profiles: { nonsense: 'anthropic.claude-sonnet-4-6' } },
      'Expected `a key of profiles` to be the ARN of an inference profile, got `"nonsense"` (from bedrock-claude.config.json).',
    ],
    [{ wrappers: [{ module: 'a', name: 'b' }] }, 'Expected `wrappers[0].surface` to be one of'],
    [{ residency: [] }, 'Expected `residency` to be a list of at least one of'],
    [{ residency: ['global'] }, 'Expected `residency[0]` to be one of "us", "eu"'],
  ])('%j', (options, message) => {
    expect(messageOf(fromFile(options))).toContain(message);
  });

  it('an unknown option names its nearest', () => {
    expect(messageOf(fromFile({ taget: 'latest' }))).toBe(
      'Unknown option `taget` (from bedrock-claude.config.json). Did you mean "target"?',
    );
  });

  it('an unknown option without a near one lists all', () => {
    expect(messageOf({ settings: { somethingElse: 1 } })).toMatch(
      /^Unknown option `somethingElse` \(from settings\["bedrock-claude"\]\)\. Known options: asOf, target, /,
    );
  });

  it('a generation that does not exist names its nearest and its flag', () => {
    expect(messageOf({ flags: { target: '4.55' } })).toMatch(
      /^Expected `target` to be one of "nearest", "latest", .*got `"4\.55"` \(from --target\)\. Did you mean "4\.5"\?$/,
    );
  });

  it('a generation that exists only in another family', () => {
    expect(messageOf(fromFile({ target: { haiku: '4.6' } }))).toContain(
      'Expected `target.haiku` to be one of "nearest", "latest"',
    );
  });

  it('an unknown family in a target map', () => {
    expect(messageOf(fromFile({ target: { sonet: '4.6' } }))).toBe(
      'Unknown option `target.sonet` (from bedrock-claude.config.json). Did you mean "target.sonnet"?',
    );
  });

  it('a flag of two words is named as it is typed', () => {
    expect(messageOf({ flags: { asOf: 'today' } })).toContain('(from --as-of)');
  });

  it('a repair nobody offers, where the door knows the repairs', () => {
    expect(messageOf(fromFile({ promote: ['useSucessor'] }), { repairs: ['useSuccessor'] })).toContain(
      'Did you mean "useSuccessor"?',
    );
  });
});

describe('profile beside residency', () => {
  it('a named global profile contradicts a residency, wherever each was named', () => {
    expect(messageOf({ flags: { residency: ['us'] }, ...fromFile({ profile: 'global' }) })).toBe(
      '`profile` is "global" (from bedrock-claude.config.json), which `residency` ["us"] (from --residency) does not allow. Leave out `profile`, set it to "keep" or "us", or leave out `residency`.',
    );
  });

  it('a geography outside the residency contradicts it', () => {
    expect(messageOf(fromFile({ profile: 'eu', residency: ['us'] }))).toContain('`profile` is "eu"');
  });

  it('the default profile does not', () => {
    expect(createPolicy(fromFile({ residency: ['eu'] }), defaults)).toMatchObject({
      residency: ['eu'],
      profileNamed: false,
    });
  });

  it.each(['keep', 'eu'])('%s does not', (profile) => {
    expect(createPolicy(fromFile({ profile, residency: ['eu'] }), defaults)).toMatchObject({
      profile,
      profileNamed: true,
    });
  });
});
