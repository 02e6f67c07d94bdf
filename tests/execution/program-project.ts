import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parseCommandLine } from '../../src/cli/arguments/command-line.js';
import { run as migrate } from '../../src/cli/commands/migrate.js';
import type { MigrationReport } from '../../src/cli/report/report.js';

/** A package as programs import it, and the package of this repository that stands behind it. */
export type Packages = Readonly<Record<string, string>>;

export interface ProjectOptions {
  /** The folder of `programs/` that the project is a copy of. */
  readonly folder: string;
  readonly packages: Packages;
  /** Only these files; all where none are named. */
  readonly files?: readonly string[];
  readonly config?: object;
}

/** A project on the disk, as a team has it: sources, settings and installed packages. */
export interface ProgramProject {
  readonly directory: string;
  readonly programs: readonly string[];
  /** Runs one migration over every program, or these repairs of it alone, and writes what it changes. */
  migrate(migration: string, only?: readonly string[]): Promise<MigrationReport>;
  /** A program as it is written now. */
  read(program: string): string;
  /** Compiles a program as it is written now and loads it. Each load is a module of its own. */
  load(program: string): Promise<Readonly<Record<string, unknown>>>;
  [Symbol.dispose](): void;
}

const root = path.join(import.meta.dirname, '../..');

export function createProgramProject({ folder, packages, files, config = {} }: ProjectOptions): ProgramProject {
  const programs = path.join(import.meta.dirname, 'programs');
  const directory = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-programs-'));
  const own = readdirSync(path.join(programs, folder));
  for (const file of own) cpSync(path.join(programs, folder, file), path.join(directory, file));
  cpSync(path.join(programs, shared), path.join(directory, shared));
  install(directory, packages);
  writeFileSync(path.join(directory, 'bedrock-claude.config.json'), JSON.stringify({ asOf: '2026-11-22', ...config }));
  let loads = 0;
  return {
    directory,
    programs: files ?? own,
    migrate: (migration, only = []) =>
      runMigrate(directory, [
        '--migration',
        migration,
        ...only.flatMap((repair) => ['--only', repair]),
        ...own,
        shared,
      ]),
    read: (program) => readFileSync(path.join(directory, program), 'utf8'),
    load: async (program) => {
      const outfile = path.join(directory, 'node_modules/.out', `${++loads}-${program.replace(/\.ts$/, '.mjs')}`);
      await build({
        entryPoints: [path.join(directory, program)],
        outfile,
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: program.endsWith('.cjs') ? 'cjs' : 'esm',
        logLevel: 'silent',
      });
      // A module is an object of exports, and nothing more is assumed of it.
      return (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
    },
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

/** A text that programs share; it is no program. */
const shared = 'guidelines.ts';

/** Links the packages of this repository under the names and with the versions that the project asks for. */
function install(directory: string, packages: Packages) {
  for (const [name, from] of Object.entries(packages)) {
    const link = path.join(directory, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', from), link, 'junction');
  }
  writeFileSync(
    path.join(directory, 'package.json'),
    JSON.stringify({
      name: 'programs',
      private: true,
      type: 'module',
      dependencies: Object.fromEntries(Object.entries(packages).map(([name, from]) => [name, versionOf(from)])),
    }),
  );
}

function versionOf(name: string) {
  const text = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
  // Every installed package has a version.
  return (JSON.parse(text) as { readonly version: string }).version;
}

async function runMigrate(cwd: string, args: readonly string[]): Promise<MigrationReport> {
  const request = parseCommandLine(['migrate', '--force', '--format', 'json', ...args]);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  let [stdout, stderr] = ['', ''];
  const console = {
    cwd,
    env: {},
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  await migrate(request.line, console, {});
  if (stderr !== '') throw new Error(stderr);
  // The command prints the report that this type describes.
  return JSON.parse(stdout) as MigrationReport;
}
