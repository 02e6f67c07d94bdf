import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createProject } from './project.js';

const binary = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const recorder = fileURLToPath(new URL('record-modules.mjs', import.meta.url));

/** Every module that one real run of the binary loads, ESM and CommonJS. */
function loadedBy(...args: readonly string[]): readonly string[] {
  using project = createProject({
    'a.ts': `export const MODEL_ID = 'us.anthropic.claude-3-haiku-20240307-v1:0';\n`,
    'b.yaml': 'model: us.anthropic.claude-3-haiku-20240307-v1:0\n',
    'c.toml': 'model = "us.anthropic.claude-3-haiku-20240307-v1:0"\n',
    'd.json': '{ "model": "us.anthropic.claude-3-haiku-20240307-v1:0" } // comment\n',
  });
  const { stderr } = spawnSync(process.execPath, ['--import', recorder, binary, ...args], {
    cwd: project.directory,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return stderr.split('\n').flatMap((line) => (line.startsWith('loaded ') ? [line.slice('loaded '.length)] : []));
}

const packagesOf = (modules: readonly string[]) =>
  [...new Set(modules.flatMap((module) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? []))].sort();

describe('what the command line loads', () => {
  it.each(['check', 'migrate', 'models'])('%s needs neither ESLint nor TypeScript', (command) => {
    const modules = loadedBy(command, ...(command === 'models' ? [] : ['.']));
    expect(modules.some((module) => new RegExp(`dist/cli/${command}-\\w+\\.js$`).test(module))).toBe(true);
    expect(
      packagesOf(modules).filter(
        (name) =>
          name === 'eslint' ||
          name.startsWith('typescript') ||
          name === '@typescript-eslint/utils' ||
          name === '@typescript-eslint/parser',
      ),
    ).toEqual([]);
  });

  it('check reads a project with parsers alone', () => {
    expect(packagesOf(loadedBy('check', '.'))).toEqual(
      expect.arrayContaining(['jsonc-parser', 'oxc-parser', 'toml-eslint-parser', 'yaml']),
    );
  });

  it.each(['--help', '--version', 'chekc'])('%s does not load the engine', (argument) => {
    const modules = loadedBy(argument);
    expect(modules.some((module) => module.includes('dist/cli/'))).toBe(true);
    // The engine lies in the chunks of the bundle that hold the catalog or ask for a parser.
    const files = modules
      .filter((module) => module.includes('dist/cli/'))
      .map((module) => (module.startsWith('file:') ? fileURLToPath(module) : module));
    expect(files.filter((file) => /anthropic\.claude-3|oxc-parser/.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(packagesOf(modules)).toEqual([]);
  });
});
