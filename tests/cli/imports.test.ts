import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
    expect(modules.some((module) => module.endsWith('dist/cli/bin.js'))).toBe(true);
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

  it.each([
    ['--help', 0],
    ['--version', 0],
    ['chekc', 2],
  ])('%s does not need the engine', (argument, expected) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-cli-'));
    try {
      cpSync(path.dirname(binary), path.join(folder, 'dist/cli'), {
        recursive: true,
        filter: (source) => !path.basename(source).startsWith('commands-'),
      });
      writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "version": "0.0.0" }');
      const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'dist/cli/bin.js'), argument], {
        encoding: 'utf8',
      });
      expect(stderr).not.toContain('internal error');
      expect(status).toBe(expected);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
