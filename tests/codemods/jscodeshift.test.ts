import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runScript } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';

const transform = transformOf('claude-3-to-current');

const source = (id: string) => `// Odd   spacing and a missing semicolon stay.
import { ConverseCommand } from "@aws-sdk/client-bedrock-runtime"

export enum Size { Small }
export const ask = (messages: []) => new ConverseCommand({ modelId: '${id}',  messages })
`;

function transformOf(name: string) {
  return join(root, `dist/codemods/${name}.js`);
}

function jscodeshift(folder: string, ...flags: readonly string[]) {
  return runTransform(transform, folder, ...flags);
}

function runTransform(path: string, folder: string, ...flags: readonly string[]) {
  return runScript(
    'node_modules/jscodeshift/bin/jscodeshift.js',
    ['-t', path, '--extensions=ts', '--asOf=2026-11-22', ...flags, 'src'],
    folder,
  );
}

describe('the compiled transform under the real jscodeshift', () => {
  it.each([
    { how: 'compiled by Babel, as is the default', flags: [] },
    { how: 'loaded as it is', flags: ['--no-babel'] },
    { how: 'in one process', flags: ['--run-in-band'] },
    { how: 'with another parser, which it does not use', flags: ['--parser=flow', '--no-babel'] },
  ])('changes the ID and nothing else: $how', ({ flags }) => {
    const folder = createFolder({
      'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0'),
      'src/b.ts': 'export {}',
    });
    const { output } = jscodeshift(folder, ...flags);
    expect(output).toContain('0 errors\n0 unmodified\n1 skipped\n1 ok\n');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('us.anthropic.claude-sonnet-4-5-20250929-v1:0'));
  });

  it('says what it leaves alone', () => {
    const folder = createFolder({ 'src/a.ts': `export const MODEL = 'anthropic.claude-3-haiku-20240307-v1:0';\n` });
    const { output } = jscodeshift(folder, '--no-babel');
    expect(output).toContain('src/a.ts line 1: left alone: other files may depend on this text');
    expect(output).toContain('0 errors\n0 unmodified\n1 skipped\n0 ok\n');
  });

  it('reads the policy from its flags', () => {
    const folder = createFolder({ 'src/a.ts': source('anthropic.claude-3-5-sonnet-20240620-v1:0') });
    jscodeshift(folder, '--no-babel', '--target=4.6', '--profile=eu');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('eu.anthropic.claude-sonnet-4-6'));
  });

  it('reads the policy from the configuration file', () => {
    const folder = createFolder({
      'src/a.ts': source('anthropic.claude-3-5-sonnet-20240620-v1:0'),
      'bedrock-claude.config.json': '{ "residency": ["eu"] }',
    });
    jscodeshift(folder, '--no-babel');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('eu.anthropic.claude-sonnet-4-5-20250929-v1:0'));
  });

  it('names an option it cannot use', () => {
    const folder = createFolder({ 'src/a.ts': source('anthropic.claude-3-haiku-20240307-v1:0') });
    const { output } = jscodeshift(folder, '--no-babel', '--target=newest');
    expect(output).toContain('Expected `target` to be');
    expect(output).toContain('1 errors');
  });

  it('leaves a file alone whose bytes it could not write back', () => {
    const latin1 = Buffer.from(source('us.anthropic.claude-3-5-sonnet-20240620-v1:0').replace('Odd', 'Ödd'), 'latin1');
    const folder = createFolder({ 'src/a.ts': latin1 });
    const { output } = jscodeshift(folder, '--no-babel');
    expect(output).toContain('left alone: not valid UTF-8');
    expect(readFileSync(join(folder, 'src/a.ts')).equals(latin1)).toBe(true);
  });

  it('keeps a byte order mark and CRLF', () => {
    const windows = (id: string) => `\uFEFF${source(id).replaceAll('\n', '\r\n')}`;
    const folder = createFolder({ 'src/a.ts': windows('us.anthropic.claude-3-5-sonnet-20240620-v1:0') });
    jscodeshift(folder, '--no-babel');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(
      windows('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    );
  });
});

describe('the other transforms', () => {
  const request = (system: string) => `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { handbook } from './handbook';
export const command = new ConverseCommand({
  modelId: 'us.anthropic.claude-3-5-sonnet-20240620-v1:0',
  system: [${system}],
  messages: [],
});
`;

  it('prompt-caching mends points and leaves the model to its own migration', () => {
    const folder = createFolder({ 'src/a.ts': request(`{ text: handbook, cache_control: { type: 'ephemeral' } }`) });
    const { output } = runTransform(transformOf('prompt-caching'), folder, '--no-babel');
    expect(output).toContain('0 errors\n0 unmodified\n0 skipped\n1 ok\n');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(
      request(`{ text: handbook }, { cachePoint: { type: 'default' } }`),
    );
  });

  it('to-latest moves to the newest model', () => {
    const folder = createFolder({ 'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0') });
    runTransform(transformOf('to-latest'), folder, '--no-babel');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('us.anthropic.claude-sonnet-5-5'));
  });

  it('to-latest names an option that says otherwise', () => {
    const folder = createFolder({ 'src/a.ts': source('us.anthropic.claude-3-5-sonnet-20240620-v1:0') });
    const { output } = runTransform(transformOf('to-latest'), folder, '--no-babel', '--target=4.6');
    expect(output).toContain('The migration to-latest sets `target` to "latest", and --target says "4.6"');
    expect(output).toContain('1 errors');
  });

  it('global-profiles moves active models to the global profile', () => {
    const folder = createFolder({ 'src/a.ts': source('us.anthropic.claude-sonnet-4-6') });
    runTransform(transformOf('global-profiles'), folder, '--no-babel');
    expect(readFileSync(join(folder, 'src/a.ts'), 'utf8')).toBe(source('global.anthropic.claude-sonnet-4-6'));
  });

  it('stop-reasons looks at checks of stop reasons alone', () => {
    const folder = createFolder({ 'src/a.ts': request(`{ text: handbook, cache_control: { type: 'ephemeral' } }`) });
    const { output } = runTransform(transformOf('stop-reasons'), folder, '--no-babel');
    expect(output).toContain('0 errors\n0 unmodified\n1 skipped\n0 ok\n');
  });
});
