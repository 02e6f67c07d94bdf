import { expect, it } from 'vitest';
import { read } from '../read.js';

const sdk = `import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';\n`;

function thinkingIn(text: string) {
  return read(text).thinkingObjects.map(({ range }) => text.slice(...range));
}

it('finds thinking with a budget that no known call sends', () => {
  expect(
    thinkingIn(`${sdk}export const more = { reasoning_config: { type: 'enabled', budget_tokens: budget } };`),
  ).toEqual([`reasoning_config: { type: 'enabled', budget_tokens: budget }`]);
  expect(
    thinkingIn(`${sdk}export const more = { thinking: wants ? { type: kind, budget_tokens: 2000 } : undefined };`),
  ).toEqual(['thinking: wants ? { type: kind, budget_tokens: 2000 } : undefined']);
});

it('leaves thinking that a known call sends to the call', () => {
  expect(
    thinkingIn(`import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } });`),
  ).toEqual([]);
});

it('leaves other forms, other files and other platforms alone', () => {
  const thinking = `export const more = { thinking: { type: 'enabled', budget_tokens: 2000 } };`;
  expect(thinkingIn(`${sdk}export const more = { thinking: { type: 'adaptive' }, budget_tokens: 1 };`)).toEqual([]);
  expect(thinkingIn(`${sdk}export const more = { thinking: { type: 'disabled', budget_tokens: 1 } };`)).toEqual([]);
  expect(thinkingIn(`${sdk}export const more = { config: { type: 'enabled', budget_tokens: 1 } };`)).toEqual([]);
  expect(thinkingIn(thinking)).toEqual([]);
  expect(thinkingIn(`${sdk}import { ChatAnthropic } from '@langchain/anthropic';\n${thinking}`)).toEqual([]);
});
