import validMaxTokens from '../../src/rules/valid-max-tokens.js';
import { runRule } from './run-rule.js';

runRule(validMaxTokens, {
  valid: [
    // Within the limit, and at it.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: 64000 } });`,
    },
    // Converse needs none.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] });`,
    },
    // A number that an older model wrote at most is valid.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: 4096 } });`,
    },
    // Counting the tokens of a request needs none either.
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.countTokens({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] });`,
    },
    // A body that other code may complete.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (more: object) => new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', messages: [], ...more }) });`,
    },
    // The body of a text completion.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: JSON.stringify({ prompt: '\\n\\nHuman: Hi\\n\\nAssistant:', max_tokens_to_sample: 200 }) });`,
    },
    // Branches choose by the model.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const ask = (isLong: boolean) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: isLong ? 128000 : 4000 } });`,
    },
    // Models of other vendors.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', inferenceConfig: { maxTokens: 500000 } });`,
    },
    // A look-alike, and Claude on another platform.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: 500000 } });`,
    },
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', messages: [] });`,
    },
  ],
  invalid: [
    // Above the limit.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { «maxTokens: 128_000» } });`,
      output: null,
      errors: [
        {
          messageId: 'aboveLimit',
          data: { name: 'Claude Sonnet 4.5', id: '', limit: '64000', tokens: '128000' },
          suggestions: [
            {
              messageId: 'useLimit',
              data: { limit: '64000' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: 64000 } });`,
            },
          ],
        },
      ],
    },
    // A constant that other code may use.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const LONGEST = 128 * 1024;
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { «maxTokens: LONGEST» } });`,
      output: null,
      errors: [
        { messageId: 'aboveLimit', data: { name: 'Claude Sonnet 4.5', id: '', limit: '64000', tokens: '131072' } },
      ],
    },
    // A model that has ended, and a successor that writes less than was asked for.
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.create({ model: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', «max_tokens: 128000», messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'aboveLimitForSuccessor',
          data: {
            name: 'Claude Sonnet 4.5',
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            limit: '64000',
            tokens: '128000',
          },
          suggestions: [
            {
              messageId: 'useLimit',
              data: { limit: '64000' },
              output: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().messages.create({ model: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', max_tokens: 64000, messages: [] });`,
            },
          ],
        },
      ],
    },
    // None at all: how many is for a person to say.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
«new InvokeModelCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', messages: [] }) })»;`,
      output: null,
      errors: [{ messageId: 'missing', data: {} }],
    },
    // …or for a team, once.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', messages: [] };
«new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) })»;`,
      options: { maxTokens: 1000 },
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: {},
          suggestions: [
            {
              messageId: 'addMaxTokens',
              data: { tokens: '1000' },
              output: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', messages: [], max_tokens: 1000 };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`,
            },
          ],
        },
      ],
    },
    // Copied defaults, on request.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { «maxTokens: 8192» } });`,
      options: { reportCopiedDefaults: true },
      output: null,
      errors: [
        {
          messageId: 'copiedDefault',
          data: { name: 'Claude Sonnet 4.5', older: 'Claude 3.5 Haiku', tokens: '8192', limit: '64000' },
        },
      ],
    },
    // A body that only Claude takes, and more than any model writes that the policy moves to.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', «max_tokens: 500000», messages: [] }) });`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'aboveLimitForTarget',
          data: { name: 'Claude Haiku 5.5', id: '', limit: '128000', tokens: '500000' },
        },
      ],
    },
    // A Legacy model: the one that takes over writes as much.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', inferenceConfig: { «maxTokens: 64_000» } });`,
      output: null,
      errors: [{ messageId: 'aboveLimit', data: { name: 'Claude Opus 4.1', id: '', limit: '32000', tokens: '64000' } }],
    },
    // A test says what it sends.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-7', inferenceConfig: { «maxTokens: 1e9» } });`,
      filename: 'src/ask.test.ts',
      policy: { notes: true },
      output: null,
      errors: [
        { messageId: 'aboveLimit', data: { name: 'Claude Opus 4.7', id: '', limit: '128000', tokens: '1000000000' } },
      ],
    },
  ],
});
