import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationReport, Report } from '../../src/cli/report.js';

const binary = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder on the disk and the real binary run in it. */
export interface Project {
  readonly directory: string;
  write(path: string, content: string | Buffer): void;
  read(path: string): string;
  run(...args: readonly string[]): Outcome;
  check(...args: readonly string[]): Report;
  migrate(...args: readonly string[]): MigrationReport;
  git(...args: readonly string[]): Outcome;
  [Symbol.dispose](): void;
}

/** The day of every run in the tests. */
export const AS_OF = ['--as-of', '2026-11-22'] as const;

export function createProject(files: Readonly<Record<string, string | Buffer>> = {}): Project {
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-claude-cli-'));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const spawn = (command: string, args: readonly string[]): Outcome =>
    spawnSync(command, args, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  const run = (...args: readonly string[]) => spawn(process.execPath, [binary, ...args]);
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    directory,
    write,
    run,
    read: (path) => readFileSync(join(directory, path), 'utf8'),
    // The binary's own output, documented to have these shapes.
    check: (...args) => parse(run('check', '--format', 'json', ...AS_OF, ...args)) as Report,
    migrate: (...args) => parse(run('migrate', '--format', 'json', ...AS_OF, ...args)) as MigrationReport,
    git: (...args) => spawn('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]),
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function parse({ stdout, stderr }: Outcome): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`The output is no JSON.\n${stdout.slice(0, 500)}\n${stderr}`);
  }
}
