import noConflictingSampling from '../../src/rules/no-conflicting-sampling.js';
import { runRule } from './run-rule.js';

runRule(noConflictingSampling, {
  valid: [
    // One of them.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, maxTokens: 10 } });`,
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { topP: 0.9 } });`,
    },
    // A pair without a value.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, topP: undefined } });`,
    },
    // Models of other vendors take the pair.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
    },
    // A model that nobody names, in a shape that any model takes.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: process.env.MODEL_ID, inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
    },
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
    },
    // Claude on another platform.
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', temperature: 0.5, top_p: 0.9, max_tokens: 10, messages: [] });`,
    },
    // One of them, whichever branch is taken.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (isExact: boolean) =>
  new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { ...(isExact ? { temperature: 0 } : { topP: 0.9 }) } });`,
    },
    // Models that take neither are no-removed-sampling's.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
    },
    // Two settings that may be absent, for a model that nobody names.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (given: Options) => new InvokeModelCommand({ modelId: given.model, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', temperature: given.temperature, top_p: given.topP }) });`,
    },
    // A constant that other models use as well.
    {
      code: `const defaults = { temperature: 0.6, topP: 0.8 };
export const models = { 'anthropic.claude-3-5-sonnet-20241022-v2:0': { defaults }, 'us.amazon.nova-pro-v1:0': { defaults } };`,
    },
    // The AI SDK leaves both out of a request that thinks.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt: 'Hi', temperature: 0.5, topP: 0.9, providerOptions: { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2048 } } } });`,
    },
    // The pair outside of a call.
    { code: 'export const bedrockDefaults = { temperature: 0.5, topP: 0.9 };' },
  ],
  invalid: [
    // Converse: the request fails as it stands.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5 } });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // Alias, namespace, require, the aggregated client.
    {
      code: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });
new sdk.ConverseStreamCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { «topP: 0.9», temperature: 0.5 } });
await new runtime.BedrockRuntime({}).converse({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5 } });
new sdk.ConverseStreamCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5 } });
await new runtime.BedrockRuntime({}).converse({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5 } });`,
      errors: [
        { messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } },
        { messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } },
        { messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } },
      ],
    },
    // A text completion that no model takes: the whole is rewritten, or nothing.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (prompt) => new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify({ prompt, max_tokens_to_sample: 10, temperature: 0.5, «top_p: 0.9» }) });`,
      output: null,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'top_p', id: '' } }],
    },
    // A pair that an assertion expects of other code, under a model that refuses it, and one that is sent.
    {
      code: `const sent = { temperature: 0.6, «topP: 0.8» };
export const models = { 'us.anthropic.claude-sonnet-4-5-20250929-v1:0': { sent } };`,
      filename: 'src/models.test.ts',
      policy: { notes: true },
      output: null,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // InvokeModel: the body through a variable and JSON.stringify.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  temperature: 0.5,
  «top_p: 0.9», // nucleus
  messages: [],
};
new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify(body) });`,
      output: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 10,
  temperature: 0.5,
  messages: [],
};
new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify(body) });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'top_p', id: '' } }],
    },
    // Two calls of one body: one defect, and who knows what the other model takes.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', temperature: 0.5, «top_p: 0.9» };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });
new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify(body) });`,
      output: null,
      errors: [
        {
          messageId: 'bothSet',
          data: { name: 'Claude Sonnet 4.5', topP: 'top_p', id: '' },
        },
      ],
    },
    // Two calls of one configuration, of which one takes the pair: nothing is taken from the other.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const inferenceConfig = { temperature: 0.5, «topP: 0.9» };
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig });
new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', inferenceConfig });`,
      output: null,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // A body that only Claude takes, whatever the model is.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', temperature: 0.5, «top_p: 0.9» }) });`,
      output: null,
      errors: [
        {
          messageId: 'bothSetForTarget',
          data: { name: 'Claude Haiku 4.5', topP: 'top_p', id: '' },
        },
      ],
    },
    // LangChain.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5, «topP: 0.9» });`,
      output: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5 });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Haiku 4.5', topP: 'topP', id: '' } }],
    },
    // Strands.
    {
      code: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5, «topP: 0.9» });`,
      output: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5 });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Haiku 4.5', topP: 'topP', id: '' } }],
    },
    // The Messages API.
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5, «top_p: 0.9», max_tokens: 10, messages: [] });`,
      output: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', temperature: 0.5, max_tokens: 10, messages: [] });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Haiku 4.5', topP: 'top_p', id: '' } }],
    },
    // A model that has ended: its successor refuses the pair.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', inferenceConfig: { temperature: 0.5 } });`,
      errors: [
        {
          messageId: 'bothSetForSuccessor',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0' },
        },
      ],
    },
    // A Legacy model that refuses the pair itself.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', inferenceConfig: { temperature: 0.5 } });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Opus 4.1', topP: 'topP', id: '' } }],
    },
    // A Legacy model that took the pair: the edit changes what it says.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-20250514-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      policy: { asOf: '2026-05-01' },
      output: null,
      errors: [
        {
          messageId: 'bothSetForSuccessor',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: 'us.anthropic.claude-sonnet-4-20250514-v1:0' },
          suggestions: [
            {
              messageId: 'removeTopP',
              data: { topP: 'topP' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-20250514-v1:0', inferenceConfig: { temperature: 0.5 } });`,
            },
          ],
        },
      ],
    },
    // Values that may be absent.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (temperature?: number, topP?: number) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature, «topP» } });`,
      output: null,
      errors: [
        {
          messageId: 'bothSet',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' },
        },
      ],
    },
    // A temperature that every call sends.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (temperature: number, topP?: number) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature, «topP» } });`,
      output: null,
      errors: [
        {
          messageId: 'bothSet',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' },
          suggestions: [
            {
              messageId: 'removeTopP',
              data: { topP: 'topP' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (temperature: number, topP?: number) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature } });`,
            },
          ],
        },
      ],
    },
    // A model of another vendor that the same request may go to keeps its parameters.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (nova: boolean) => new ConverseCommand({ modelId: nova ? 'us.amazon.nova-pro-v1:0' : 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.2, «topP: 0.9» } });`,
      output: null,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // An object that other files may send as well.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const sampling = { temperature: 0.2, «topP: 0.9» };
export const ask = () => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: sampling });`,
      output: null,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // A model that may be another.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: process.env.MODEL_ID ?? 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5, «topP: 0.9» } });`,
      output: null,
      errors: [
        {
          messageId: 'bothSet',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' },
          suggestions: [
            {
              messageId: 'removeTopP',
              data: { topP: 'topP' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: process.env.MODEL_ID ?? 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { temperature: 0.5 } });`,
            },
          ],
        },
      ],
    },
    // A pair that is spread in from a constant.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const sampling = { temperature: 0.5, «topP: 0.9» };
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { ...sampling, maxTokens: 10 } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const sampling = { temperature: 0.5 };
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { ...sampling, maxTokens: 10 } });`,
      errors: [{ messageId: 'bothSet', data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: '' } }],
    },
    // Values with a default are always there.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (given: Options) => new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', temperature: given.temperature ?? 0.7, «top_p: given.topP ?? 0.9» }) });`,
      output: null,
      errors: [
        {
          messageId: 'bothSetForTarget',
          data: { name: 'Claude Haiku 4.5', topP: 'top_p', id: '' },
        },
      ],
    },
    // A body of Claude that another file sends.
    {
      code: `export const payload = (messages: unknown[]) => ({ messages, «top_p: 0.9», temperature: 0.2, max_tokens: 2048, anthropic_version: 'bedrock-2023-05-31' });`,
      output: null,
      errors: [
        {
          messageId: 'bothSetForTarget',
          data: { name: 'Claude Haiku 4.5', topP: 'top_p', id: '' },
        },
      ],
    },
    // Parameters that a table holds for Claude alone; those of other models stay.
    {
      code: `const claudeDefaults = { temperature: 0.6, «topP: 0.8» };
const novaDefaults = { temperature: 0.6, topP: 0.8 };
export const models = {
  'anthropic.claude-3-5-sonnet-20241022-v2:0': { defaults: claudeDefaults },
  'us.anthropic.claude-haiku-4-5-20251001-v1:0': { defaults: claudeDefaults },
  'us.amazon.nova-pro-v1:0': { defaults: novaDefaults },
};`,
      output: null,
      errors: [
        {
          messageId: 'bothSetForSuccessor',
          data: { name: 'Claude Sonnet 4.5', topP: 'topP', id: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
          suggestions: [
            {
              messageId: 'removeTopP',
              data: { topP: 'topP' },
              output: `const claudeDefaults = { temperature: 0.6 };
const novaDefaults = { temperature: 0.6, topP: 0.8 };
export const models = {
  'anthropic.claude-3-5-sonnet-20241022-v2:0': { defaults: claudeDefaults },
  'us.anthropic.claude-haiku-4-5-20251001-v1:0': { defaults: claudeDefaults },
  'us.amazon.nova-pro-v1:0': { defaults: novaDefaults },
};`,
            },
          ],
        },
      ],
    },
  ],
});
