import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseCommandLine } from '../../src/cli/arguments/command-line.js';
import { run as migrate } from '../../src/cli/commands/migrate.js';
import type { MigrationReport } from '../../src/cli/report/report.js';
import { aiSdkMajors, packages } from '../execution/packages.js';
import type { Packages } from '../execution/program-project.js';

/** Projects below one folder, so that one compiler sees them all. */
export interface Workshop {
  readonly directory: string;
  /** Writes a project with these texts by file. */
  addProject(name: string, texts: ReadonlyMap<string, string>): void;
  read(project: string, file: string): string;
  /** Migrates a project; files are named by their path in it. */
  migrate(project: string, target: string): Promise<Pick<MigrationReport, 'changes' | 'leftAlone'>>;
  [Symbol.dispose](): void;
}

/** Folders that are projects of their own, with settings of their own: what other folders say holds nothing for them. */
const apart: Readonly<Record<string, object>> = {
  anywhere: {},
  'to-converse': { rules: { 'no-text-completions': { to: 'converse' } } },
};
/** What the programs of a folder find installed. */
const folders: Readonly<Record<string, Packages>> = {
  main: { ...packages, '@anthropic-ai/bedrock-sdk': 'anthropic-bedrock0' },
  ...Object.fromEntries(
    Object.keys(apart).map((folder) => [folder, { ...packages, '@anthropic-ai/bedrock-sdk': 'anthropic-bedrock0' }]),
  ),
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
      for (const [folder, config] of Object.entries({ '.': {}, ...apart })) {
        const text = JSON.stringify({ asOf: '2026-11-22', ...config });
        writeFileSync(fileOf(name, `${folder}/bedrock-claude.config.json`), text);
      }
    },
    read: (project, file) => readFileSync(fileOf(project, file), 'utf8'),
    migrate: async (project, target) => {
      const together = Object.keys(folders).filter((folder) => !(folder in apart));
      const { changes, leftAlone } = await runMigrate(path.join(directory, project), target, together);
      const all = { changes: [...changes], leftAlone: [...leftAlone] };
      for (const folder of Object.keys(apart)) {
        const own = await runMigrate(path.join(directory, project, folder), target, ['.']);
        all.changes.push(...own.changes.map((entry) => inFolder(folder, entry)));
        all.leftAlone.push(...own.leftAlone.map((entry) => inFolder(folder, entry)));
      }
      return all;
    },
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true });
    },
  };
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

function inFolder<T extends { readonly file: string }>(folder: string, entry: T): T {
  return { ...entry, file: `${folder}/${entry.file}` };
}

async function runMigrate(cwd: string, target: string, paths: readonly string[]): Promise<MigrationReport> {
  const request = parseCommandLine([
    ...['migrate', '--force', '--migration', 'claude-3-to-current', '--migration', 'text-completions'],
    ...['--target', target, '--format', 'json'],
    ...paths,
  ]);
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
