import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCommandLine } from '../src/cli/arguments/command-line.js';
import { run as check } from '../src/cli/commands/check.js';
import { run as migrate } from '../src/cli/commands/migrate.js';
import type { CommandRunner } from '../src/cli/console.js';
import type { MigrationReport, Report } from '../src/cli/report/report.js';
import { rules } from '../src/rules/index.generated.js';

const folder = path.join(import.meta.dirname, 'fixtures');
/** Files of a fixture that are about the test and not part of the project. */
const about = /^(?:expected\..*|findings\.json|flags\.json|policy\.json)$/;

/** A file of one kind and what is to be found in it, as a folder: `<rule>/<case-as-a-sentence>/`. */
export interface Fixture {
  readonly name: string;
  /** The file that is judged; others of the folder are its neighbours. */
  readonly input: string;
  readonly text: string;
  /** The text after `bedrock-claude migrate`, with the flags of `flags.json`; the same where no `expected` file says otherwise. */
  readonly expected: string;
  /** What is found, notes included. */
  readonly findings: unknown;
}

export interface FixtureProject {
  readonly directory: string;
  /** Every rule over the input. */
  check(): Promise<Report>;
  /** The migration that runs by default, or by the flags of the fixture, written to the disk. */
  migrate(): Promise<MigrationReport>;
  /** The text of the input as it is now. */
  read(): string;
  [Symbol.dispose](): void;
}

export function readFixtures(): Fixture[] {
  return readdirSync(folder).flatMap((rule) =>
    readdirSync(path.join(folder, rule)).map((one) => readFixture(`${rule}/${one}`)),
  );
}

/** A project on the disk with the files of a fixture, its input replaced by `text`. */
export function createFixtureProject({ name, input }: Fixture, text: string): FixtureProject {
  const directory = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-fixture-'));
  for (const file of filesOf(name).filter((each) => !about.test(each)))
    writeFileSync(path.join(directory, file), readFileSync(path.join(folder, name, file)));
  writeFileSync(path.join(directory, input), text);
  writeFileSync(
    path.join(directory, 'bedrock-claude.config.json'),
    JSON.stringify({ asOf: '2026-11-22', notes: true, ...policyOf(name) }),
  );
  // The commands print the reports that these types describe.
  return {
    directory,
    check: async () => {
      const named = Object.keys(rules).flatMap((rule) => ['--rule', rule]);
      return (await printed(check, directory, ['check', ...named, input])) as Report;
    },
    migrate: async () =>
      (await printed(migrate, directory, ['migrate', '--force', ...flagsOf(name), input])) as MigrationReport,
    read: () => readFileSync(path.join(directory, input), 'utf8'),
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

function readFixture(name: string): Fixture {
  const files = filesOf(name);
  const input = files.find((file) => file.startsWith('input.'));
  if (input === undefined) throw new Error(`The fixture ${name} has no input.`);
  const text = read(name, input);
  const expected = input.replace('input.', 'expected.');
  return {
    name,
    input,
    text,
    expected: files.includes(expected) ? read(name, expected) : text,
    findings: files.includes('findings.json') ? JSON.parse(read(name, 'findings.json')) : null,
  };
}

function flagsOf(name: string): readonly string[] {
  return filesOf(name).includes('flags.json') ? (JSON.parse(read(name, 'flags.json')) as readonly string[]) : [];
}

function policyOf(name: string): object {
  const policy: unknown = filesOf(name).includes('policy.json') ? JSON.parse(read(name, 'policy.json')) : {};
  return typeof policy === 'object' && policy !== null ? policy : {};
}

function filesOf(name: string) {
  return readdirSync(path.join(folder, name));
}

function read(name: string, file: string) {
  return readFileSync(path.join(folder, name, file), 'utf8');
}

async function printed(command: CommandRunner, cwd: string, args: readonly string[]): Promise<unknown> {
  const request = parseCommandLine([...args, '--format', 'json']);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  let stdout = '';
  let stderr = '';
  const console = {
    cwd,
    env: {},
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  await command(request.line, console, {});
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}
