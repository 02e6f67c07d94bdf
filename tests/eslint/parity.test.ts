import { cpSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import { ESLint as ESLint9 } from 'eslint9';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { root, runScript } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';

const asOf = '2026-11-22';

/** The example has no such files; together they are read by every parser that ESLint has for us. */
const more = {
  'chat.yaml': 'chat:\n  # was anthropic.claude-v2\n  model: anthropic.claude-3-haiku-20240307-v1:0\n',
  'chat.toml': '[chat]\nmodel = "us.anthropic.claude-3-5-sonnet-20240620-v1:0"\n',
  'NOTES.md': '# Notes\n\nWe call `anthropic.claude-v2` until May.\n',
  'gate.tsx': `export const Badge = ({ id }: { id: string }) => (id.includes('claude-3') ? <b title="anthropic.claude-v2" /> : null);\n`,
  'windows.js': `\uFEFF// 🚀\r\nconst { ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');\r\nnew ConverseCommand({ modelId: /* 🚀 */ 'us.anthropic.claude-3-5-sonnet-20240620-v1:0' });\r\n`,
  'silent.js': `// bedrock-claude-disable-next-line no-end-of-life-model -- kept for the archive\nexport const MODEL = 'anthropic.claude-v2';\n/* eslint-disable bedrock-claude/no-end-of-life-model */\nexport const OTHER = 'anthropic.claude-v2';\n`,
};

function createProject() {
  const folder = createFolder(more);
  cpSync(join(root, 'examples/claude-3-service'), folder, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  return folder;
}

const all = {
  plugins: { 'bedrock-claude': plugin },
  rules: plugin.configs.recommended.rules,
  settings: { 'bedrock-claude': { asOf, notes: true } },
};

const config = [
  { files: ['**/*.{js,ts,tsx}'], ...all, languageOptions: { parser: typescriptParser } },
  {
    files: ['**/*.json'],
    ...all,
    plugins: { ...all.plugins, json },
    language: 'json/jsonc',
    languageOptions: { allowTrailingCommas: true },
  },
  { files: ['**/*.yaml'], ...all, plugins: { ...all.plugins, yml }, language: 'yml/yaml' },
  { files: ['**/*.toml'], ...all, plugins: { ...all.plugins, toml }, language: 'toml/toml' },
  { files: ['**/*.md'], ...all, plugins: { ...all.plugins, markdown }, language: 'markdown/gfm' },
  { files: ['**/.env', '**/*.tf', '**/.gitignore'], ...all, language: 'bedrock-claude/text' },
];

interface Reported {
  readonly file: string;
  readonly rule: string | null;
  readonly messageId: string | undefined;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
}

function byPlace(findings: readonly Reported[]) {
  return findings
    .map(({ file, rule, messageId, message, line, column, endLine, endColumn }) => ({
      file,
      rule,
      messageId,
      message,
      line,
      column,
      endLine,
      endColumn,
    }))
    .sort(
      (a, b) =>
        a.file.localeCompare(b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        String(a.rule).localeCompare(String(b.rule)),
    );
}

function check(folder: string) {
  const { output } = runScript('dist/cli/bin.js', ['check', '--as-of', asOf, '--format', 'json'], folder);
  const report = JSON.parse(output) as { findings: Reported[] };
  return byPlace(report.findings);
}

for (const { major, Engine } of [
  { major: 10, Engine: ESLint },
  // The older major's types differ in nothing this test uses.
  { major: 9, Engine: ESLint9 as unknown as typeof ESLint },
]) {
  const engineFor = (cwd: string, fix: boolean) =>
    // Plugins are typed for `defineConfig`, which types.test.ts compiles; here they are data.
    new Engine({ cwd, fix, overrideConfigFile: true, overrideConfig: config as never });

  describe(`ESLint ${String(major)} and the command line`, () => {
    it('find the same in every format that both read', async () => {
      const folder = createProject();
      const results = await engineFor(folder, false).lintFiles(['.']);
      const findings = results.flatMap(({ filePath, messages }) => {
        const file = relative(folder, filePath).replaceAll(sep, '/');
        return messages.map(({ ruleId, ...message }) => ({
          ...message,
          file,
          rule: ruleId,
          messageId: message.messageId,
          endLine: message.endLine,
          endColumn: message.endColumn,
        }));
      });
      expect(findings.length).toBeGreaterThan(15);
      expect(byPlace(findings)).toEqual(check(folder));
    });

    it('agree on what is safe: every line that ESLint fixes, a migration writes', async () => {
      const folder = createProject();
      const fixed = (await engineFor(folder, true).lintFiles(['.'])).flatMap(({ filePath, output }) =>
        output === undefined ? [] : [{ filePath, output }],
      );
      expect(fixed.length).toBeGreaterThan(0);
      const before = new Map(fixed.map(({ filePath }) => [filePath, readFileSync(filePath, 'utf8').split('\n')]));
      runScript('dist/cli/bin.js', ['migrate', '--as-of', asOf, '--force'], folder);
      for (const { filePath, output } of fixed) {
        const migrated = readFileSync(filePath, 'utf8').split('\n');
        const changed = output.split('\n').filter((line) => before.get(filePath)?.includes(line) === false);
        expect(changed.filter((line) => !migrated.includes(line))).toEqual([]);
      }
    });
  });
}
