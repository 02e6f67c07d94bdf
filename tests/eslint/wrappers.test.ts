import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import plugin from '../../src/index.js';
import { createPolicy } from '../../src/policy/index.js';

const source = `import { ask } from './lib/llm.js';

ask({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', temperature: 0.5, top_p: 0.9, messages: [] });
`;
const wrappers = [{ module: './lib/llm', name: 'ask', surface: 'AnthropicBedrock' }];

function lint(settings: object) {
  const rules = { 'bedrock-claude/no-conflicting-sampling': 'error' as const };
  return new Linter({ configType: 'flat' }).verify(source, [
    {
      plugins: { 'bedrock-claude': plugin },
      rules,
      settings: { 'bedrock-claude': { asOf: '2026-11-22', ...settings } },
    },
  ]);
}

it('a function that the settings name is a call of a model to ESLint', () => {
  expect(lint({ wrappers }).map(({ messageId, line }) => [messageId, line])).toEqual([['bothSet', 3]]);
  expect(lint({})).toEqual([]);
});

it('a function that the configuration names is a call of a model to the other doors', () => {
  const file = { path: 'bedrock-claude.config.json', options: { wrappers } };
  const settings = createPolicy({ file }, { asOf: '2026-11-22', catalog });
  const input = { path: 'src/app.ts', text: source, files: null };
  expect(openDocument({ ...input, settings }).modelCalls).toMatchObject([
    { surface: 'AnthropicBedrock', dialect: 'messages', library: null },
  ]);
  expect(openDocument(input).modelCalls).toEqual([]);
});
