import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import noRemovedSampling from '../../src/rules/no-removed-sampling.js';
import { asOf, runRule } from './run-rule.js';

const refused = (parameter: string, output: string) => ({
  messageId: 'refused',
  data: { name: 'Claude Opus 4.7', parameter, id: '' },
  suggestions: [{ messageId: 'removeSampling', data: { name: 'Claude Opus 4.7', parameter, id: '' }, output }],
});

runRule(noRemovedSampling, {
  valid: [
    // A model that takes it.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', inferenceConfig: { temperature: 0.5 } });`,
    },
    // A model that takes none, without any.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 100, temperature: undefined } });`,
    },
    // The default, which version bedrock-2023-05-31 of the API takes: a note, which ESLint shows on request only.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { temperature: 1 } });
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { topP: 0.99 } });`,
    },
    // A model that nobody names, for a target that takes it.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 10, messages, temperature: 0.5 }) });`,
    },
    // A model that nobody names, in a shape that any model takes.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: process.env.MODEL_ID, inferenceConfig: { temperature: 0.5 } });`,
      policy: { target: 'latest' },
    },
    // A request that may go to any model, and holds what only Claude takes where it goes to Claude.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (modelId: string, temperature: number) => new ConverseCommand({ modelId, inferenceConfig: { temperature }, additionalModelRequestFields: { anthropic_beta: modelId.includes('claude') ? ['some-beta'] : undefined } });`,
      policy: { target: 'latest' },
    },
    // Models of other vendors.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', inferenceConfig: { temperature: 0.5 } });`,
      policy: { target: 'latest' },
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { temperature: 0.5 } });`,
    },
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { temperature: 0.5 } });`,
    },
    // Claude on another platform.
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-opus-4-7', temperature: 0.5, max_tokens: 10, messages: [] });`,
    },
    // The AI SDK's provider of Anthropic's own models leaves it out.
    {
      code: `import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { generateText } from 'ai';
await generateText({ model: bedrockAnthropic('us.anthropic.claude-opus-4-7'), prompt: 'Hi', temperature: 0.5 });`,
    },
    // It does so for every model where the request thinks.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('us.anthropic.claude-opus-4-7'), prompt: 'Hi', temperature: 0.5, providerOptions: { bedrock: { reasoningConfig: { type: 'adaptive' } } } });`,
    },
    // Set where the code has found that the model takes it: a note.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(temperature: number) {
  const input = { modelId: 'us.anthropic.claude-opus-4-7', messages: [], inferenceConfig: {} };
  if (supportsTemperature(input.modelId)) input.inferenceConfig.temperature = temperature;
  return client.send(new ConverseCommand(input));
}`,
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { ...(capabilities.sampling && { temperature: 0.5 }) } });`,
    },
  ],
  invalid: [
    // A text completion that no model takes: the whole is rewritten, or nothing.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (prompt) => new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-5', body: JSON.stringify({ prompt, max_tokens_to_sample: 10, «temperature: 0.5» }) });`,
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Sonnet 5', parameter: 'temperature', id: '' } }],
    },
    // Set by a statement, on a condition or in a spread.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(temperature?: number, topP?: number) {
  const input = { modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10, ...(topP && { «topP» }) } };
  if (temperature !== undefined) {
    «input.inferenceConfig.temperature = temperature»;
  }
  return client.send(new ConverseCommand(input));
}`,
      output: null,
      errors: [
        refused(
          'topP',
          `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(temperature?: number, topP?: number) {
  const input = { modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10 } };
  if (temperature !== undefined) {
    input.inferenceConfig.temperature = temperature;
  }
  return client.send(new ConverseCommand(input));
}`,
        ),
        refused(
          'temperature',
          `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(temperature?: number, topP?: number) {
  const input = { modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10, ...(topP && { topP }) } };
  return client.send(new ConverseCommand(input));
}`,
        ),
      ],
    },
    // Set for some models only, as far as the code says.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export function ask(temperature: number, isOpus: boolean) {
  const input = { modelId: 'us.anthropic.claude-opus-4-7', messages: [], inferenceConfig: {} };
  if (!isOpus) «input.inferenceConfig.temperature = temperature»;
  return client.send(new ConverseCommand(input));
}`,
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
    // Converse.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10, «temperature: 0.5» } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10 } });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
    // An alias, and what only Claude knows.
    {
      code: `import { ConverseStreamCommand as Stream } from '@aws-sdk/client-bedrock-runtime';
new Stream({ modelId: 'us.anthropic.claude-opus-4-7', additionalModelRequestFields: { «top_k: 50» } });`,
      output: `import { ConverseStreamCommand as Stream } from '@aws-sdk/client-bedrock-runtime';
new Stream({ modelId: 'us.anthropic.claude-opus-4-7' });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'top_k', id: '' } }],
    },
    // Both defaults at once are a pair.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  «temperature: 1»,
  messages: [],
  «top_p: 0.99»,
};
new InvokeModelCommand({ modelId: 'us.anthropic.claude-opus-5-5', body: JSON.stringify(body) });`,
      output: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  messages: [],
};
new InvokeModelCommand({ modelId: 'us.anthropic.claude-opus-5-5', body: JSON.stringify(body) });`,
      errors: [
        { messageId: 'refused', data: { name: 'Claude Opus 5.5', parameter: 'temperature', id: '' } },
        { messageId: 'refused', data: { name: 'Claude Opus 5.5', parameter: 'top_p', id: '' } },
      ],
    },
    // A model that has ended: its successor takes none.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', inferenceConfig: { «temperature: 0.5», maxTokens: 10 } });`,
      policy: { target: 'latest' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', inferenceConfig: { maxTokens: 10 } });`,
      errors: [
        {
          messageId: 'refusedForSuccessor',
          data: {
            name: 'Claude Sonnet 5.5',
            parameter: 'temperature',
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
          },
        },
      ],
    },
    // A Legacy model that takes it still answers.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', inferenceConfig: { «temperature: 0.5», maxTokens: 10 } });`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'refusedForSuccessor',
          data: {
            name: 'Claude Opus 5.5',
            parameter: 'temperature',
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
          },
          suggestions: [
            {
              messageId: 'removeSampling',
              data: { parameter: 'temperature' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', inferenceConfig: { maxTokens: 10 } });`,
            },
          ],
        },
      ],
    },
    // A body that only Claude takes, and a policy whose models take none.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', «temperature: 0.5», max_tokens: 10 }) });`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'refusedForTarget',
          data: { name: 'Claude Haiku 5.5', parameter: 'temperature', id: '' },
        },
      ],
    },
    // Values that may be absent, or that nobody knows.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (temperature?: number) => new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { «temperature», maxTokens: 10 } });`,
      output: null,
      errors: [
        {
          messageId: 'refused',
          data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' },
          suggestions: [
            {
              messageId: 'removeSampling',
              data: { parameter: 'temperature' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (temperature?: number) => new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { maxTokens: 10 } });`,
            },
          ],
        },
      ],
    },
    // One constant for two models, of which one takes it.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const inferenceConfig = { «temperature: 0.5» };
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig });
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', inferenceConfig });`,
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
    // JSON written by hand can't be edited as code.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: 'us.anthropic.claude-opus-4-7', body: \`{"anthropic_version":"bedrock-2023-05-31","max_tokens":10,«"temperature":0.5»,"messages":\${JSON.stringify(messages)}}\` });`,
      output: null,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
    // LangChain, Strands and the Messages API.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'us.anthropic.claude-opus-4-7', «temperature: 0» });`,
      output: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'us.anthropic.claude-opus-4-7' });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
    {
      code: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: 'us.anthropic.claude-opus-4-7', «topP: 0.5» });`,
      output: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: 'us.anthropic.claude-opus-4-7' });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'topP', id: '' } }],
    },
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: 'us.anthropic.claude-opus-4-7', «temperature: 0.5», max_tokens: 10, messages: [] });`,
      output: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: 'us.anthropic.claude-opus-4-7', max_tokens: 10, messages: [] });`,
      errors: [{ messageId: 'refused', data: { name: 'Claude Opus 4.7', parameter: 'temperature', id: '' } }],
    },
  ],
});

describe('a version of the AI SDK', () => {
  const found = (modelId: string, settings: string, version: string | null, declared = '') => {
    const text = `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('${modelId}'), prompt: 'Hi'${settings} });`;
    const files = {
      read: () => JSON.stringify({ version, dependencies: { '@ai-sdk/amazon-bedrock': declared } }),
      resolveModule: () => null,
      resolvePackage: (_from: string, name: string) => (version === null ? null : `node_modules/${name}`),
    };
    const document = openDocument({ path: 'src/ask.ts', text, files });
    const policy = createPolicy({ settings: { target: 'latest' } }, { asOf, catalog });
    return [...noRemovedSampling.detect(document, { policy, options: {} })].map((finding) => ({
      ...finding,
      text: text.slice(...finding.range),
    }));
  };

  it('that nobody knows may leave the parameter out by itself', () => {
    expect(found('us.anthropic.claude-opus-4-7', ', temperature: 0.5', null)).toMatchObject([
      { messageId: 'mayBeDropped', level: 'note', text: 'temperature: 0.5', repairs: [{ id: 'removeSampling' }] },
    ]);
  });

  it('sends a temperature that nobody wrote', () => {
    const data = { library: '@ai-sdk/amazon-bedrock', version: '2.2.12', temperature: '0', name: 'Claude Opus 4.7' };
    expect(found('us.anthropic.claude-opus-4-7', '', '2.2.12')).toMatchObject([
      { messageId: 'sentByLibrary', level: 'error', data, repairs: [] },
    ]);
  });

  it('sends it in every version that package.json takes, where none is installed', () => {
    const data = { library: '@ai-sdk/amazon-bedrock', version: '^2.1.0', temperature: '0', name: 'Claude Opus 4.7' };
    expect(found('us.anthropic.claude-opus-4-7', '', null, '^2.1.0')).toMatchObject([
      { messageId: 'sentByLibrary', data, repairs: [] },
    ]);
    expect(found('us.anthropic.claude-opus-4-7', '', null, '>=2.1.0')).toEqual([]);
    expect(found('us.anthropic.claude-opus-4-7', '', null, '^3.0.0')).toEqual([]);
  });

  it('sends it to the successor, too', () => {
    const id = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
    expect(found(id, '', '2.2.12')).toMatchObject([
      { messageId: 'sentByLibraryForSuccessor', level: 'warning', data: { id, name: 'Claude Sonnet 5.5' } },
    ]);
  });
});
