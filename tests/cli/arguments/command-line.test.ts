import { describe, expect, it } from 'vitest';
import type { CommandLine } from '../../../src/cli/arguments/command-line.js';
import { parseCommandLine } from '../../../src/cli/arguments/command-line.js';
import { UsageError } from '../../../src/cli/arguments/usage-error.js';

function parsed(...args: string[]): CommandLine {
  const request = parseCommandLine(args);
  if (request.kind !== 'run') throw new Error(`Expected a command to run, got ${request.kind}.`);
  return request.line;
}

describe('a command line', () => {
  it('names a command, operands and flags in any order', () => {
    const line = parsed('check', '--format', 'json', 'src', '--as-of=2026-11-22', 'lib');
    expect(line).toMatchObject({ command: 'check', operands: ['src', 'lib'], format: 'json', maxWarnings: null });
    expect(line.valueOf('as-of')).toBe('2026-11-22');
  });

  it('takes everything after -- as operands', () => {
    expect(parsed('check', '--', '--format').operands).toEqual(['--format']);
  });

  it('repeats what may be repeated; of the rest the last counts', () => {
    const line = parsed('check', '--rule', 'a', '--rule', 'b', '--target', '4.5', '--target', 'latest');
    expect(line.valuesOf('rule')).toEqual(['a', 'b']);
    expect(line.valueOf('target')).toBe('latest');
  });

  it('knows flags without values', () => {
    const line = parsed('migrate', '--dry-run', '--force');
    expect([line.has('dry-run'), line.has('force'), line.has('diff')]).toEqual([true, true, false]);
  });

  it('reads a number of warnings', () => {
    expect(parsed('check', '--max-warnings', '0').maxWarnings).toBe(0);
  });

  it.each([
    [[], null],
    [['--help'], null],
    [['help'], null],
    [['help', 'migrate'], 'migrate'],
    [['check', '-h'], 'check'],
  ])('%j asks for help', (args, command) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'help', command });
  });

  it.each([[['--version']], [['-v']], [['check', '--version']]])('%j asks for the version', (args) => {
    expect(parseCommandLine(args)).toEqual({ kind: 'version' });
  });
});

describe('a command line that cannot be used', () => {
  it.each([
    [['chekc'], 'Unknown command "chekc". Did you mean "check"? Commands: check, migrate, models.'],
    [['src/'], 'Unknown command "src/". Did you mean "check src/"? Commands: check, migrate, models.'],
    [['check', '--fromat', 'json'], 'Unknown option --fromat. Did you mean "--format"?'],
    [['check', '-x'], 'Unknown option -x. See bedrock-claude --help.'],
    [
      ['check', '--format', 'jsn'],
      'Expected --format to be one of text, json, sarif, github, markdown, got "jsn". Did you mean "json"?',
    ],
    [['models', '--format', 'sarif'], 'Expected --format to be one of text, json, got "sarif".'],
    [['check', '--format'], '--format needs a value: --format text|json|sarif|github|markdown.'],
    [['check', '--as-of='], '--as-of needs a value: --as-of YYYY-MM-DD.'],
    [['migrate', '--force=yes'], '--force takes no value, got "yes".'],
    [['check', '--force'], '--force is an option of migrate, not of check.'],
    [['models', '--rule', 'x'], '--rule is an option of check and migrate, not of models.'],
    [['check', '--max-warnings', '-1'], 'Expected --max-warnings to be a whole number of at least 0, got "-1".'],
    [['check', '--format', '--rule', 'x'], '--format needs a value: --format text|json|sarif|github|markdown.'],
    [['check', '--max-warnings', 'many'], 'Expected --max-warnings to be a whole number of at least 0, got "many".'],
    [['help', 'chekc'], 'Unknown command "chekc". Did you mean "check"? Commands: check, migrate, models.'],
  ])('%j', (args, message) => {
    expect(() => parseCommandLine(args)).toThrow(new UsageError(message));
  });
});
