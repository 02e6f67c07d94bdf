import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { migrationPolicy } from '../../src/codemods/migration-policy.js';
import { migration as claude3ToCurrent } from '../../src/codemods/claude-3-to-current.js';
import { migration as globalProfiles } from '../../src/codemods/global-profiles.js';
import { migration as toLatest } from '../../src/codemods/to-latest.js';
import { createPolicy } from '../../src/policy/index.js';
import type { WrittenOptions } from '../../src/policy/index.js';

const file = (options: WrittenOptions) => ({ path: 'bedrock-claude.config.json', options });
const create =
  (options: WrittenOptions = {}) =>
  (flags: WrittenOptions) =>
    createPolicy({ flags, file: file(options) }, { asOf: '2026-11-22', catalog });

describe('the policy of a migration', () => {
  it('is that of the person where the migration sets nothing', () => {
    expect(migrationPolicy([claude3ToCurrent], {}, create({ target: '4.6' })).target).toBe('4.6');
  });

  it('is that of the migration over that of the file', () => {
    const policy = migrationPolicy([claude3ToCurrent, toLatest], {}, create({ target: '4.6', profile: 'us' }));
    expect(policy).toMatchObject({ target: 'latest', profile: 'us' });
  });

  it('counts as named', () => {
    expect(migrationPolicy([globalProfiles], {}, create({ profile: 'eu' }))).toMatchObject({
      profile: 'global',
      profileNamed: true,
    });
  });

  it('may be written as well', () => {
    expect(migrationPolicy([toLatest], { target: 'latest' }, create()).target).toBe('latest');
  });

  it('is refused where what is written says otherwise', () => {
    expect(() => migrationPolicy([toLatest], { target: '4.6' }, create())).toThrow(
      'The migration to-latest sets `target` to "latest", and --target says "4.6": leave out one of them.',
    );
  });

  it.each([{ residency: ['us', 'eu'] }])('is refused where residency forbids it: %j', (options) => {
    expect(() => migrationPolicy([globalProfiles], {}, create(options))).toThrow(
      'The migration global-profiles moves requests to the `global` profile, which `residency` ["us", "eu"] does not allow.',
    );
    expect(migrationPolicy([toLatest], {}, create(options)).residency).toEqual(['us', 'eu']);
  });
});
