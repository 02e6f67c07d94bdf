import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import noEndOfLifeModel from '../../src/rules/no-end-of-life-model.js';
import noObsoleteBeta from '../../src/rules/no-obsolete-beta.js';
import { asOf } from './run-rule.js';

const flag = 'context-1m-2025-08-07';
const id = 'us.anthropic.claude-sonnet-4-20250514-v1:0';
const headers = `headers: { 'anthropic-beta': '${flag}' }`;
const anthropic = `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\n`;
const ai = `import { createBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\nimport { streamText } from 'ai';\n`;
const create = `{ model: '${id}', max_tokens: 9, messages }`;

function judged(text: string, target: string) {
  const policy = createPolicy({ settings: { target } }, { asOf, catalog });
  const document = openDocument({ path: 'ask.ts', text, files: null });
  const [ofBeta] = noObsoleteBeta.defaultOptions;
  const [ofModel] = noEndOfLifeModel.defaultOptions;
  return {
    betas: [...noObsoleteBeta.detect(document, { policy, options: ofBeta })].map(({ messageId }) => messageId),
    moves: [...noEndOfLifeModel.detect(document, { policy, options: ofModel })].map(({ repairs }) =>
      repairs.map(({ safety }) => safety).join(),
    ),
  };
}

describe('a context of a million tokens, asked for', () => {
  it.each([
    [
      'by a client',
      `${anthropic}const client = new AnthropicBedrock({ defaultHeaders: { 'anthropic-beta': '${flag}' } });\nawait client.messages.create(${create});`,
    ],
    ['by a call', `${anthropic}await new AnthropicBedrock().messages.create(${create}, { ${headers} });`],
    [
      'among other flags',
      `${anthropic}await new AnthropicBedrock().messages.create(${create}, { headers: { 'anthropic-beta': 'own-flag, ${flag}' } });`,
    ],
    [
      'by a provider',
      `${ai}const provider = createBedrockAnthropic({ ${headers} });\nexport const made = streamText({ model: provider('${id}'), prompt });`,
    ],
    [
      'of a provider by a call',
      `${ai}const provider = createBedrockAnthropic();\nexport const made = streamText({ model: provider('${id}'), prompt, ${headers} });`,
    ],
    [
      'of a provider whose calls are elsewhere',
      `${ai}const provider = createBedrockAnthropic({ ${headers} });\nexport const model = provider('${id}');`,
    ],
    [
      'in a body',
      `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nnew InvokeModelCommand({ modelId: '${id}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', anthropic_beta: ['${flag}'], max_tokens: 9, messages }) });`,
    ],
    [
      'of Converse',
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: '${id}', messages, additionalModelRequestFields: { anthropic_beta: ['${flag}'] } });`,
    ],
  ])('%s keeps the ID from a model that has less, and goes with one that has it', (_, text) => {
    expect(judged(text, 'nearest')).toEqual({ betas: ['contextTooSmall'], moves: [''] });
    expect(judged(text, '4.6')).toMatchObject({
      betas: ['contextBetaEnded'],
      moves: [expect.stringMatching(/safe|review/)],
    });
  });

  it('keeps no other ID of the file', () => {
    const text = `${anthropic}const client = new AnthropicBedrock();
await client.messages.create(${create}, { ${headers} });
await client.messages.create({ model: 'us.anthropic.claude-3-5-haiku-20241022-v1:0', max_tokens: 9, messages });`;
    expect(judged(text, 'nearest')).toEqual({ betas: ['contextTooSmall'], moves: ['', 'safe'] });
  });

  it('is not seen in headers that are for somebody else', () => {
    const text = `${anthropic}await fetch('https://example.com', { ${headers} });\nawait new AnthropicBedrock().messages.create(${create});`;
    expect(judged(text, 'nearest')).toEqual({ betas: [], moves: ['safe'] });
  });
});
