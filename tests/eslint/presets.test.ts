import { createRequire } from 'node:module';
import { join } from 'node:path';
import json from '@eslint/json';
import { ESLint } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, it } from 'vitest';
import { createConfigs } from '../../src/configs.js';
import plugin from '../../src/index.js';
import { text } from '../../src/languages/text.js';
import { root, runScript } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';
import { toyRule } from './toy-rule.js';

const asOf = '2026-11-22';

const toyPlugin = {
  meta: { name: 'toy', version: '0.0.0', namespace: 'bedrock-claude' },
  rules: {
    everywhere: toyRule,
    'only-json': { ...toyRule, meta: { ...toyRule.meta, formats: ['json'] as const } },
    'only-strict': {
      ...toyRule,
      meta: {
        ...toyRule.meta,
        docs: { ...toyRule.meta.docs, presets: ['strict'] as const, severity: 'warn' as const },
      },
    },
  },
  languages: { text },
};

describe('presets', () => {
  const configs = createConfigs(toyPlugin, asOf);

  it('enable the rules that name them, at the severity these ask for', () => {
    expect(configs.recommended.rules).toEqual({ 'bedrock-claude/everywhere': 'error' });
    expect(configs.strict.rules).toEqual({ 'bedrock-claude/only-strict': 'warn' });
  });

  it('enable for a file type what is recommended and has anything to say there', () => {
    expect(configs.json.rules).toEqual({ 'bedrock-claude/everywhere': 'error', 'bedrock-claude/only-json': 'error' });
    expect(configs.yaml.rules).toEqual({ 'bedrock-claude/everywhere': 'error' });
  });

  it('carry the day on which a verdict last changed, so that cached results expire with it', () => {
    expect(Object.values(configs).map(({ settings }) => settings['bedrock-claude'].presetDay)).toEqual(
      new Array(9).fill(asOf),
    );
  });

  it('aim at the newest generation only where the name says so', () => {
    const targets = Object.entries(configs).filter(([, { settings }]) => 'target' in settings['bedrock-claude']);
    expect(targets.map(([name]) => name)).toEqual(['latest']);
  });

  it('set a language only where ESLint has none', () => {
    const languages = Object.entries(configs).flatMap(([name, { language }]) =>
      language === undefined ? [] : [[name, language]],
    );
    expect(languages).toEqual([['text', 'bedrock-claude/text']]);
  });

  it('refer to the one plugin object, or ESLint would see two', () => {
    expect(Object.values(plugin.configs).every(({ plugins }) => plugins['bedrock-claude'] === plugin)).toBe(true);
  });
});

for (const { major, Engine } of [
  { major: 10, Engine: ESLint },
  // The older major's types differ in nothing this test uses.
  { major: 9, Engine: ESLint9 as unknown as typeof ESLint },
]) {
  describe(`presets in ESLint ${String(major)}`, () => {
    const source = 'call("anthropic.claude-plain");';
    const configs = createConfigs(toyPlugin, asOf);

    async function lint(files: Readonly<Record<string, string>>, config: readonly object[]) {
      const cwd = createFolder(files);
      // Presets and plugins are typed for `defineConfig`, which types.test.ts compiles; here they are data.
      const engine = new Engine({ cwd, overrideConfigFile: true, overrideConfig: config as never });
      const results = await engine.lintFiles(['.']);
      return Object.fromEntries(
        results.map(({ filePath, messages }) => [
          filePath.slice(cwd.length + 1),
          messages.map(({ ruleId, message }) => ruleId ?? message),
        ]),
      );
    }

    it('lint no file that would not be linted without them', async () => {
      const found = await lint({ 'a.js': source, 'b.ts': 'const a: string = 1;', 'c.json': '{}', 'd.md': '#' }, [
        configs.recommended,
        configs.json,
        configs.markdown,
      ]);
      expect(found).toEqual({ 'a.js': ['bedrock-claude/everywhere'] });
    });

    it('give way to a day that the configuration file names', async () => {
      const model = `const id = 'us.anthropic.claude-sonnet-4-20250514-v1:0';\nawait new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: id }));`;
      const file = {
        'a.js': `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${model}`,
      };
      const presets = [createConfigs(plugin, asOf).recommended];
      const dated = { ...file, 'bedrock-claude.config.json': '{ "asOf": "2025-12-01" }' };
      expect(await lint(file, presets)).toEqual({ 'a.js': ['bedrock-claude/no-end-of-life-model'] });
      expect(await lint(dated, presets)).toEqual({ 'a.js': [] });
    });

    it('follow the configuration to the files it lints', async () => {
      const found = await lint({ 'a.js': source, 'b.json': '{ "model": "anthropic.claude-plain" }' }, [
        configs.recommended,
        { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
        configs.json,
      ]);
      expect(found).toEqual({
        'a.js': ['bedrock-claude/everywhere'],
        'b.json': ['bedrock-claude/everywhere', 'bedrock-claude/only-json'],
      });
    });

    it('lint dotenv and Terraform files in the language of the plugin', async () => {
      const files = {
        '.env': 'A=anthropic.claude-plain',
        'app/.env.local': '',
        'prod.env': '',
        'main.tf': 'a = "anthropic.claude-plain"',
      };
      expect(await lint(files, [configs.text])).toEqual({
        '.env': ['bedrock-claude/everywhere'],
        'app/.env.local': [],
        'main.tf': ['bedrock-claude/everywhere'],
        'prod.env': [],
      });
    });

    it('let a later setting win', async () => {
      const settings = { 'bedrock-claude': { notes: true } };
      const found = await lint({ 'a.js': '// anthropic.claude-prose' }, [configs.recommended, { settings }]);
      expect(found).toEqual({ 'a.js': ['bedrock-claude/everywhere'] });
    });

    it('keep requests where they may run, and ask for no global profile', async () => {
      const found = async (residency: readonly string[] | null, profile: string) => {
        const files = {
          'a.js': `export const MODEL_ID = '${profile}.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
          'bedrock-claude.config.json': JSON.stringify({ residency, asOf }),
        };
        const { strict, residency: preset } = createConfigs(plugin, asOf);
        return (await lint(files, [strict, preset]))['a.js'];
      };
      expect(await found(['eu'], 'global')).toEqual(['bedrock-claude/allowed-profile-scopes']);
      expect(await found(['eu'], 'eu')).toEqual([]);
      expect(await found(null, 'eu')).toEqual([]);
    });

    it('read the configuration file of the working directory', async () => {
      const found = await lint(
        { 'a.js': '// anthropic.claude-prose', 'bedrock-claude.config.json': '{ "notes": true }' },
        [configs.recommended],
      );
      expect(found).toEqual({ 'a.js': ['bedrock-claude/everywhere'] });
    });

    it('name a setting that is none', async () => {
      const run = lint({ 'a.js': source }, [
        configs.recommended,
        { settings: { 'bedrock-claude': { targt: 'latest' } } },
      ]);
      await expect(run).rejects.toThrow(
        'Unknown option `targt` (from settings["bedrock-claude"]). Did you mean "target"?',
      );
    });
  });
}

describe('the built plugin', () => {
  it('is what require() returns', () => {
    const required: unknown = createRequire(import.meta.url)(join(root, 'dist/index.js'));
    expect(required).toMatchObject({ meta: { name: 'eslint-plugin-bedrock-claude', namespace: 'bedrock-claude' } });
    expect(required).toHaveProperty('configs.recommended');
    expect(required).not.toHaveProperty('default');
  });

  it('is what a CommonJS configuration gets without `.default`', () => {
    const folder = createFolder({
      'eslint.config.cjs': `module.exports = [require(${JSON.stringify(join(root, 'dist/index.js'))}).configs.recommended];`,
      'a.js': `const model = 'anthropic.claude-v2';\n`,
    });
    const { status, output } = runScript('node_modules/eslint/bin/eslint.js', ['a.js'], folder);
    expect(output).toContain('bedrock-claude/no-end-of-life-model');
    expect(status).toBe(1);
  });

  it('has every rule under its own name', () => {
    expect(Object.entries(plugin.rules).map(([name, rule]) => [name, rule.name])).toEqual(
      Object.keys(plugin.rules).map((name) => [name, name]),
    );
  });
});
