import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog/index.js';
import { parseCommandLine } from '../../../src/cli/arguments/command-line.js';
import { FLAGS } from '../../../src/cli/arguments/flags.js';
import { selectMigrationRules } from '../../../src/cli/arguments/rule-set.js';
import { selectMigrations } from '../../../src/cli/arguments/select-migrations.js';
import { UsageError } from '../../../src/cli/arguments/usage-error.js';
import { defaultMigrations, migrations } from '../../../src/codemods/migrations.js';
import { createPolicy } from '../../../src/policy/index.js';

const policy = createPolicy({}, { asOf: '2026-11-22', catalog });

function lineOf(...args: readonly string[]) {
  const request = parseCommandLine(['migrate', ...args]);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  return request.line;
}

function rulesOf(...args: readonly string[]) {
  const line = lineOf(...args);
  return selectMigrationRules(line, policy, selectMigrations(line)).map(({ name }) => name);
}

describe('selectMigrations', () => {
  const namesOf = (...args: readonly string[]) => selectMigrations(lineOf(...args)).map(({ name }) => name);

  it('takes the usual ones where none is named', () => {
    expect(selectMigrations(lineOf())).toEqual(defaultMigrations);
    expect(namesOf('--profile', 'keep')).toEqual(['claude-3-to-current', 'stop-reasons', 'prompt-caching']);
  });

  it('takes the migration to a profile that is named as well', () => {
    expect(namesOf('--profile', 'global')).toEqual([...defaultMigrations.map(({ name }) => name), 'global-profiles']);
    expect(namesOf('--profile', 'global', '--migration', 'stop-reasons')).toEqual(['stop-reasons']);
  });

  it('takes those that are named, each once', () => {
    const named = lineOf('--migration', 'prompt-caching', '--migration=stop-reasons', '--migration=stop-reasons');
    expect(selectMigrations(named).map(({ name }) => name)).toEqual(['stop-reasons', 'prompt-caching']);
  });

  it('adds to the usual ones by their common name', () => {
    expect(selectMigrations(lineOf('--migration', 'text-completions', '--migration', 'default'))).toEqual([
      ...selectMigrations(lineOf()),
      ...selectMigrations(lineOf('--migration', 'text-completions')),
    ]);
  });

  it.each([
    ['promptcaching', 'Unknown migration "promptcaching". Did you mean "prompt-caching"?'],
    ['claude-3', 'Unknown migration "claude-3". Did you mean "claude-3-to-current"?'],
    ['xyzzy', `Unknown migration "xyzzy". Migrations: default, ${migrations.map(({ name }) => name).join(', ')}.`],
  ])('refuses %s', (name, message) => {
    expect(() => selectMigrations(lineOf('--migration', name))).toThrow(new UsageError(message));
  });

  it('is explained with every name in the help', () => {
    for (const { name } of migrations) expect(FLAGS.migration.summary).toContain(name);
  });
});

describe('the rules of a migration', () => {
  it('are those of the presets and of all migrations where none is named', () => {
    expect(rulesOf()).toEqual(
      expect.arrayContaining(['no-brittle-model-gate', 'no-legacy-model', 'valid-cache-points']),
    );
  });

  it('are its own where one is named', () => {
    const promptCaching = migrations.find(({ name }) => name === 'prompt-caching');
    expect(rulesOf('--migration', 'prompt-caching').toSorted()).toEqual(promptCaching?.rules.toSorted());
  });

  it('are those that are named, without those turned off', () => {
    expect(rulesOf('--migration', 'prompt-caching', '--rule', 'no-legacy-model')).toEqual(['no-legacy-model']);
    expect(rulesOf('--migration', 'prompt-caching', '--off', 'valid-cache-points')).not.toContain('valid-cache-points');
  });
});
