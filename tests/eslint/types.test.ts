import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, runScript } from '../doors/run.js';
import { createFolder } from '../doors/temp-folder.js';

const config = `
import { defineConfig } from 'eslint/config';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import plugin from 'eslint-plugin-bedrock-claude';

export default defineConfig([
  plugin.configs.recommended,
  plugin.configs.text,
  { files: ['src/**'], extends: [plugin.configs.strict, plugin.configs.latest] },
  { plugins: { 'bedrock-claude': plugin }, rules: { 'bedrock-claude/no-legacy-model': ['error', { ignoreIds: [] }] } },
  { files: ['**/*.env'], plugins: { 'bedrock-claude': plugin }, language: 'bedrock-claude/text', extends: ['bedrock-claude/text'] },
]);

export const list: Linter.Config[] = [plugin.configs.json, plugin.configs.residency];
export const asPlugin: ESLint.Plugin = plugin;
export const rule = plugin.rules['no-legacy-model'].meta.docs.description satisfies string;
// @ts-expect-error There is no such preset.
export const missing = plugin.configs.everything;
`;

const compilerOptions = {
  module: 'NodeNext',
  target: 'ES2023',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // Our own declarations must hold as well, not only their use.
  skipLibCheck: false,
  types: [],
  noEmit: true,
};

it.each(['eslint', 'eslint9'])('is assignable in a strict TypeScript configuration of %s', (eslint) => {
  const folder = createFolder({
    'eslint.config.mts': config,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['eslint.config.mts'] }),
  });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'node_modules', eslint), join(folder, 'node_modules/eslint'));
  symlinkSync(root, join(folder, 'node_modules/eslint-plugin-bedrock-claude'));
  const { output } = runScript('node_modules/typescript/bin/tsc', ['-p', '.', '--pretty', 'false'], folder);
  expect(output).toBe('');
});
