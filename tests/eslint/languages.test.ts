import json from '@eslint/json';
import markdown from '@eslint/markdown';
import * as typescriptParser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import { describe, expect, it } from 'vitest';
import { text } from '../../src/languages/text.js';
import { majors } from './majors.js';
import { toyRule } from './toy-rule.js';

const plain = 'anthropic.claude-plain';
const own = {
  meta: { name: 'bedrock-claude', namespace: 'bedrock-claude' },
  rules: { toy: toyRule },
  languages: { text },
};

interface LooseConfig {
  readonly plugins?: object;
  readonly language?: string;
  readonly languageOptions?: object;
  readonly linterOptions?: object;
}

interface Case {
  readonly name: string;
  readonly filename: string;
  /** Configuration beside our own plugin. */
  readonly config: LooseConfig;
  /** `@` stands for the name that is found. */
  readonly text: string;
}

const cases: readonly Case[] = [
  { name: 'JavaScript by espree', filename: 'a.js', config: {}, text: 'call(\n  "@");\n' },
  {
    name: 'TypeScript',
    filename: 'a.ts',
    config: { languageOptions: { parser: typescriptParser } },
    text: 'const a: string =\n  "@" as const;\n',
  },
  {
    name: 'TSX',
    filename: 'a.tsx',
    config: { languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } } },
    text: 'const a = (\n  <Chat model="@" />\n);\n',
  },
  {
    name: 'JSON',
    filename: 'a.json',
    config: { plugins: { json }, language: 'json/json' },
    text: '{\n  "model": "@"\n}\n',
  },
  {
    name: 'JSON with comments',
    filename: 'a.jsonc',
    config: { plugins: { json }, language: 'json/jsonc' },
    text: '{ // why\n  "model": "@"\n}\n',
  },
  { name: 'YAML', filename: 'a.yaml', config: { plugins: { yml }, language: 'yml/yaml' }, text: 'chat:\n  model: @\n' },
  {
    name: 'TOML',
    filename: 'a.toml',
    config: { plugins: { toml }, language: 'toml/toml' },
    text: '[chat]\nmodel = "@"\n',
  },
  {
    name: 'Markdown',
    filename: 'a.md',
    config: { plugins: { markdown }, language: 'markdown/gfm' },
    text: '# Models\n\nWe call `@`.\n',
  },
  { name: 'dotenv as text', filename: '.env', config: { language: 'bedrock-claude/text' }, text: 'A=1\nMODEL_ID=@\n' },
  {
    name: 'Terraform as text',
    filename: 'main.tf',
    config: { language: 'bedrock-claude/text' },
    text: 'locals {\n  model = "@"\n}\n',
  },
  {
    name: 'CRLF as text',
    filename: '.env',
    config: { language: 'bedrock-claude/text' },
    text: 'A=🚀\r\nMODEL_ID=@\r\n',
  },
];

for (const { major, Linter } of majors) {
  describe(`ESLint ${String(major)}`, () => {
    it.each(cases)('finds and fixes the same in $name', ({ filename, config, text: template }) => {
      const source = template.replace('@', plain);
      const linter = new Linter();
      const [message, ...more] = linter.verify(source, configFor(config), filename);
      expect(more).toEqual([]);
      expect(message).toMatchObject({
        ruleId: 'bedrock-claude/toy',
        messageId: 'oldName',
        message: `\`${plain}\` is old.`,
        ...placeOf(template),
      });
      expect(linter.verifyAndFix(source, configFor(config), filename).output).toBe(
        template.replace('@', 'anthropic.new'),
      );
    });

    it('lints the code blocks of Markdown through its processor', () => {
      const linter = new Linter();
      const config = [
        { files: ['**/*.md'], plugins: { markdown }, processor: 'markdown/markdown' },
        { files: ['**/*.js'], plugins: { 'bedrock-claude': own }, rules: { 'bedrock-claude/toy': 'error' } },
      ];
      // The declared types of these plugins lag behind ESLint's own.
      const { output } = linter.verifyAndFix(
        `Text\n\n\`\`\`js\ncall("${plain}");\n\`\`\`\n`,
        config as Linter.Config[],
        { filename: 'a.md' },
      );
      expect(output).toBe('Text\n\n```js\ncall("anthropic.new");\n```\n');
    });

    it('leaves eslint-disable comments to ESLint, which knows the unused ones', () => {
      const linter = new Linter();
      const config = configFor({ linterOptions: { reportUnusedDisableDirectives: 'error' } });
      const source = `// eslint-disable-next-line bedrock-claude/toy\ncall("${plain}");\n// eslint-disable-next-line bedrock-claude/toy\ncall();\n`;
      expect(linter.verify(source, config, 'a.js')).toMatchObject([{ ruleId: null, line: 3 }]);
    });

    it('offers suggestions in a file that is only text', () => {
      const source = 'MODEL_ID=anthropic.claude-doubtful\n';
      const [message] = new Linter().verify(source, configFor({ language: 'bedrock-claude/text' }), '.env');
      expect(message?.suggestions?.map(({ desc, fix }) => [desc, fix.text])).toEqual([
        ['Rename `anthropic.claude-doubtful` to `eu.new`', 'eu.new'],
        ['Rename `anthropic.claude-doubtful` to `us.new`', 'us.new'],
      ]);
    });
  });
}

function configFor({ plugins, ...rest }: LooseConfig) {
  const config = {
    files: ['**/*.*'],
    plugins: { 'bedrock-claude': own, ...plugins },
    rules: { 'bedrock-claude/toy': 'error' },
    ...rest,
  };
  // The declared types of these plugins lag behind ESLint's own.
  return [config] as unknown as Linter.Config[];
}

function placeOf(template: string) {
  const lines = template.slice(0, template.indexOf('@')).split('\n');
  const line = lines.length;
  const column = (lines.at(-1) ?? '').length + 1;
  return { line, column, endLine: line, endColumn: column + plain.length };
}
