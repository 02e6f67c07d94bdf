import * as parser from '@typescript-eslint/parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { majors } from './majors.js';

const source = (specifier: string) => `
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { MODEL_ID } from '${specifier}';
export const ask = (messages) =>
  new ConverseCommand({ modelId: MODEL_ID, messages, inferenceConfig: { temperature: 0.2, topP: 0.9 } });
`;

const files = (specifier: string) => ({
  'package.json': '{}',
  'tsconfig.json': JSON.stringify({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
  'src/lib/models.ts': `export const MODEL_ID = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';\n`,
  'src/app/ask.ts': source(specifier),
});

describe.each(majors)('ESLint $major follows a constant', ({ Linter }) => {
  it.each([
    ['by its path', '../lib/models', ['bothSet']],
    ['by an alias', '@/lib/models', ['bothSet']],
    ['not by an alias that nobody defines', '~/lib/models', []],
  ])('%s', (_, specifier, expected) => {
    const cwd = temporaryFolder(files(specifier));
    const filename = join(cwd, 'src/app/ask.ts');
    const messages = new Linter({ configType: 'flat', cwd }).verify(
      readFileSync(filename, 'utf8'),
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser },
          plugins: { 'bedrock-claude': plugin },
          rules: { 'bedrock-claude/no-conflicting-sampling': 'error' },
          settings: { 'bedrock-claude': { asOf: '2026-11-22' } },
        },
      ],
      { filename },
    );
    expect(messages.map(({ messageId }) => messageId)).toEqual(expected);
  });
});
