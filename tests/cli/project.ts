import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationReport, Report } from '../../src/cli/report/report.js';

const binary = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** Whether a run without privileges can be staged: Windows has no modes, and root needs a checkout that nobody may read. */
export const canDropPrivileges =
  process.platform !== 'win32' && (!isRoot || [binary, process.execPath].every(isReadableByAll));

function isReadableByAll(path: string): boolean {
  const stats = statSync(path);
  const needed = stats.isDirectory() ? 0o5 : 0o4;
  return (stats.mode & needed) === needed && (dirname(path) === path || isReadableByAll(dirname(path)));
}

/** A folder on the disk and the real binary run in it. */
export interface Project {
  readonly directory: string;
  write(path: string, content: string | Buffer): void;
  read(path: string): string;
  run(...args: readonly string[]): Outcome;
  /** Runs in a folder of the project. */
  runIn(folder: string, ...args: readonly string[]): Outcome;
  /** Runs as a user without privileges: as oneself, or as nobody where one is root. */
  runUnprivileged(...args: readonly string[]): Outcome;
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
  const spawn = (
    command: string,
    args: readonly string[],
    options: { readonly uid?: number; readonly gid?: number; readonly cwd?: string } = {},
  ): Outcome =>
    spawnSync(command, args, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      ...options,
    });
  const run = (...args: readonly string[]) => spawn(process.execPath, [binary, ...args]);
  const runUnprivileged = (...args: readonly string[]) =>
    spawn(process.execPath, [binary, ...args], isRoot ? { uid: NOBODY, gid: NOBODY } : {});
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    directory,
    write,
    run,
    runIn: (folder, ...args) => spawn(process.execPath, [binary, ...args], { cwd: join(directory, folder) }),
    runUnprivileged,
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
