import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runScript } from './run.js';
import { createFolder } from './temp-folder.js';

const source = (id: string) => `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (messages: []) => new ConverseCommand({ modelId: '${id}',  messages })
`;

function codemod(args: readonly string[], folder: string) {
  // The client keeps a record of its runs in the home folder; npx must find the plugin where the project has it.
  return runScript('node_modules/codemod/codemod', [...args, '--disable-analytics'], folder, {
    HOME: folder,
    npm_config_offline: 'true',
  });
}

/** A project with the plugin among its packages, as `npm install` leaves it. */
function createProject(files: Readonly<Record<string, string>>) {
  const folder = createFolder({
    'package.json': '{ "private": true }',
    'bedrock-claude.config.json': '{ "asOf": "2026-11-22" }',
    'node_modules/eslint-plugin-bedrock-claude/package.json': readFileSync(join(root, 'package.json'), 'utf8'),
    'node_modules/.bin/bedrock-claude': `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli/bin.js')}" "$@"\n`,
    ...files,
  });
  chmodSync(join(folder, 'node_modules/.bin/bedrock-claude'), 0o755);
  return folder;
}

describe('the package for the codemod client', () => {
  it('is valid', () => {
    const { status, output } = codemod(['workflow', 'validate', '-w', join(root, 'codemod')], root);
    expect(output).toContain('Package validation successful');
    expect(status).toBe(0);
  });

  it('migrates a project', () => {
    const folder = createProject({ 'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0') });
    const { status } = codemod(
      ['workflow', 'run', '-w', join(root, 'codemod'), '-t', folder, '--no-interactive'],
      folder,
    );
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('us.anthropic.claude-sonnet-4-5-20250929-v1:0'));
    expect(status).toBe(0);
  });

  it('hands flags on, and succeeds although something is left for a person', () => {
    const files = {
      'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0'),
      'src/b.ts': `if (id === 'anthropic.claude-v2') retry();\n`,
    };
    const folder = createProject(files);
    const args = [
      'workflow',
      'run',
      '-w',
      join(root, 'codemod'),
      '-t',
      folder,
      '--no-interactive',
      '--param',
      'flags=--target 4.6',
    ];
    const { status, output } = codemod(args, folder);
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('us.anthropic.claude-sonnet-4-6'));
    expect(output).toContain('src/b.ts');
    expect(status).toBe(0);
  });

  it('runs one migration where one is named', () => {
    const before = source('us.anthropic.claude-3-5-sonnet-20240620-v1:0');
    const folder = createProject({ 'src/a.ts': before });
    const args = ['workflow', 'run', '-w', join(root, 'codemod'), '-t', folder, '--no-interactive'];
    const { status } = codemod([...args, '--param', 'migration=stop-reasons'], folder);
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(before);
    expect(status).toBe(0);
    const misspelt = codemod([...args, '--param', 'migration=stop-reason'], folder);
    expect(misspelt.output).toContain('Unknown migration "stop-reason". Did you mean "stop-reasons"?');
    expect(misspelt.status).not.toBe(0);
  });

  it('takes a target of its own', () => {
    const folder = createProject({ 'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0') });
    const args = ['workflow', 'run', '-w', join(root, 'codemod'), '-t', folder, '--no-interactive'];
    const { status } = codemod([...args, '--param', 'target=latest'], folder);
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('us.anthropic.claude-sonnet-5-5'));
    expect(status).toBe(0);
  });

  it('fails where the command line could not run', () => {
    const folder = createProject({
      'bedrock-claude.config.json': '{ "target": "newest" }',
      'src/a.ts': source('anthropic.claude-v2'),
    });
    const { status, output } = codemod(
      ['workflow', 'run', '-w', join(root, 'codemod'), '-t', folder, '--no-interactive'],
      folder,
    );
    expect(output).toContain('Expected `target` to be');
    expect(status).not.toBe(0);
  });
});
