import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCommandLine } from '../../src/cli/command-line.js';
import { run as migrate } from '../../src/cli/commands/migrate.js';
import type { MigrationReport } from '../../src/cli/report.js';
import { aiSdkMajors, packages } from '../execution/packages.js';
import type { Packages } from '../execution/program-project.js';
import type { Program } from './programs.js';

/** Projects below one folder, so that one compiler sees them all. */
export interface Workshop {
  readonly directory: string;
  /** Writes a project with these texts by file. */
  addProject(name: string, texts: ReadonlyMap<string, string>): void;
  read(project: string, file: string): string;
  migrate(project: string, target: string): Promise<MigrationReport>;
  [Symbol.dispose](): void;
}

/** What the programs of a folder find installed. */
const folders: Readonly<Record<string, Packages>> = {
  main: { ...packages, '@anthropic-ai/bedrock-sdk': 'anthropic-bedrock0' },
  anthropic1: packages,
  ...Object.fromEntries(aiSdkMajors.map(({ major, packages: own }) => [`ai${major}`, own])),
};
const root = path.join(import.meta.dirname, '../..');

export function createWorkshop(): Workshop {
  const directory = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-matrix-'));
  const fileOf = (project: string, file: string) => path.join(directory, project, file);
  link(directory, { '@types/node': '@types/node' });
  return {
    directory,
    addProject: (name, texts) => {
      for (const [folder, own] of Object.entries(folders)) install(path.join(directory, name, folder), folder, own);
      for (const [file, text] of texts) writeFileSync(fileOf(name, file), text);
      writeFileSync(fileOf(name, 'bedrock-claude.config.json'), JSON.stringify({ asOf: '2026-11-22' }));
    },
    read: (project, file) => readFileSync(fileOf(project, file), 'utf8'),
    migrate: (project, target) => runMigrate(path.join(directory, project), target),
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

export function textsOf(programs: readonly Program[], textOf: (program: Program) => string): ReadonlyMap<string, string> {
  return new Map(programs.map((program) => [program.file, textOf(program)]));
}

function install(directory: string, name: string, own: Packages) {
  link(directory, own);
  const dependencies = Object.fromEntries(Object.entries(own).map(([each, from]) => [each, versionOf(from)]));
  writeFileSync(
    path.join(directory, 'package.json'),
    JSON.stringify({ name, private: true, type: 'module', dependencies }, null, 2),
  );
}

function link(directory: string, own: Packages) {
  for (const [name, from] of Object.entries(own)) {
    const to = path.join(directory, 'node_modules', name);
    mkdirSync(path.dirname(to), { recursive: true });
    symlinkSync(path.join(root, 'node_modules', from), to, 'junction');
  }
}

function versionOf(name: string) {
  const text = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
  // Every installed package has a version.
  return (JSON.parse(text) as { readonly version: string }).version;
}

async function runMigrate(cwd: string, target: string): Promise<MigrationReport> {
  const request = parseCommandLine([
    ...['migrate', '--force', '--migration', 'claude-3-to-current', '--target', target, '--format', 'json'],
    ...Object.keys(folders),
  ]);
  if (request.kind !== 'run') throw new Error('Expected a command to run.');
  let [stdout, stderr] = ['', ''];
  const console = {
    cwd,
    env: {},
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  await migrate(request.line, console, Promise.resolve(null));
  if (stderr !== '') throw new Error(stderr);
  // The command prints the report that this type describes.
  return JSON.parse(stdout) as MigrationReport;
}
