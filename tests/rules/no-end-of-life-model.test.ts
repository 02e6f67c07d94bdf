import noEndOfLifeModel from '../../src/rules/no-end-of-life-model.js';
import { runRule } from './run-rule.js';

const advice = {
  haiku: 'Use Claude Haiku 4.5 (active: it stays at least 6 months from the day it becomes Legacy)',
  sonnet: 'Use Claude Sonnet 4.5 (active: it stays at least 6 months from the day it becomes Legacy)',
};

runRule(noEndOfLifeModel, {
  valid: [
    // The name of a file.
    {
      code: `import { rows } from './rows/anthropic.claude-3-haiku-20240307-v1:0.js';`,
    },
    // Already migrated.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
    },
    // A newer model that is Legacy is another rule's business.
    { code: `export const MODEL = 'us.anthropic.claude-opus-4-1-20250805-v1:0';` },
    // The model had not ended on the day asked for.
    { code: `export const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';`, policy: { asOf: '2026-09-09' } },
    // Prose, comments and tests are notes, reported on request only.
    { code: '// us.anthropic.claude-3-haiku-20240307-v1:0 served us well.' },
    { code: `expect(model).toBe('us.anthropic.claude-3-haiku-20240307-v1:0');`, filename: 'src/model.test.ts' },
    { code: `throw new Error('The model us.anthropic.claude-3-haiku-20240307-v1:0 is no longer offered here.');` },
    // A title, a placeholder and markup are read by people.
    {
      code: 'export const Field = () => <p title="us.anthropic.claude-3-haiku-20240307-v1:0">We used us.anthropic.claude-3-haiku-20240307-v1:0 until September.</p>;',
      filename: 'src/field.tsx',
    },
    // IDs that the team keeps.
    {
      code: `export const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';`,
      options: { ignoreIds: ['anthropic.claude-3-haiku-20240307-v1:0'] },
    },
    // A Bedrock ID handed to another platform belongs to valid-model-id.
    {
      code: `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({});
await client.messages.create({ model: 'anthropic.claude-3-haiku-20240307-v1:0', max_tokens: 10, messages: [] });`,
    },
    // Beginnings of IDs and IDs of other platforms name no model on Bedrock.
    {
      code: `const bedrock = ['anthropic.claude-3', 'claude-3-haiku-20240307', 'anthropic/claude-3-haiku', 'claude-3-haiku@20240307'];`,
    },
    // An ID newer than the catalog.
    { code: `export const MODEL = 'us.anthropic.claude-haiku-9';` },
    // Our own comment silences it.
    {
      code: `// bedrock-claude-disable-next-line no-end-of-life-model -- kept for the archive
export const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';`,
    },
  ],
  invalid: [
    // An application inference profile whose model the policy names.
    {
      code: `const modelId = '«arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6»';`,
      policy: {
        profiles: {
          'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6':
            'us.anthropic.claude-3-5-haiku-20241022-v1:0',
        },
      },
      output: null,
      errors: [
        {
          messageId: 'modelEndedInRegion',
          data: {
            region: 'us-east-1',
            id: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
            name: 'Claude 3.5 Haiku',
            date: '2026-06-19',
            advice: advice.haiku,
          },
        },
      ],
    },
    // Regions of several clients: what all of them can call, or nothing.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst one = new BedrockRuntimeClient({ region: 'eu-central-1' });\nconst other = new BedrockRuntimeClient({ region: 'eu-west-1' });\nexport const ask = (client) => client.send(new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»', messages: [] }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'eu',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst one = new BedrockRuntimeClient({ region: 'eu-central-1' });\nconst other = new BedrockRuntimeClient({ region: 'eu-west-1' });\nexport const ask = (client) => client.send(new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [] }));`,
            },
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst one = new BedrockRuntimeClient({ region: 'eu-central-1' });\nconst other = new BedrockRuntimeClient({ region: 'eu-west-1' });\nexport const ask = (client) => client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [] }));`,
            },
          ],
        },
      ],
    },
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst one = new BedrockRuntimeClient({ region: 'us-gov-west-1' });\nconst other = new BedrockRuntimeClient({ region: 'us-east-1' });\nexport const ask = (client) => client.send(new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»', messages: [] }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst one = new BedrockRuntimeClient({ region: 'cn-north-1' });\nconst other = new BedrockRuntimeClient({ region: 'cn-northwest-1' });\nexport const ask = (client) => client.send(new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»', messages: [] }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A profile that stays: the present text fails on every call, so the edit is safe.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»', messages: [] });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // A bare ID: the profile is a choice.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»', messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [] });`,
            },
          ],
        },
      ],
    },
    // A bare ID under a policy that names the profile.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»', messages: [] });`,
      policy: { profile: 'eu' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', messages: [] });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // Alias import.
    {
      code: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
new Invoke({ modelId: '«eu.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      output: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
new Invoke({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // Namespace import.
    {
      code: `import * as bedrock from '@aws-sdk/client-bedrock-runtime';
new bedrock.ConverseStreamCommand({ modelId: '«eu.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      output: `import * as bedrock from '@aws-sdk/client-bedrock-runtime';
new bedrock.ConverseStreamCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // require.
    {
      code: `const { InvokeModelWithResponseStreamCommand } = require('@aws-sdk/client-bedrock-runtime');
new InvokeModelWithResponseStreamCommand({ modelId: '«eu.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      output: `const { InvokeModelWithResponseStreamCommand } = require('@aws-sdk/client-bedrock-runtime');
new InvokeModelWithResponseStreamCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // Dynamic import.
    {
      code: `const { ConverseCommand } = await import('@aws-sdk/client-bedrock-runtime');
new ConverseCommand({ modelId: '«eu.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      output: `const { ConverseCommand } = await import('@aws-sdk/client-bedrock-runtime');
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // The aggregated client.
    {
      code: `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntime({});
await client.converse({ modelId: '«eu.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      output: `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntime({});
await client.converse({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // The argument is a variable.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const input = { modelId: '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»', messages: [] };
await client.send(new ConverseCommand(input));`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const input = { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] };
await client.send(new ConverseCommand(input));`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // The ID is a variable that flows to the call and nowhere else.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const modelId = '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»';
console.log(modelId);
await client.send(new ConverseCommand({ modelId }));`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
console.log(modelId);
await client.send(new ConverseCommand({ modelId }));`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // A shadowed name is no call of the SDK: what happens to the ID is a question about the project.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ modelId: '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A look-alike from another package.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // AI SDK.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
export const model = bedrock('«us.anthropic.claude-3-5-sonnet-20241022-v2:0»');`,
      output: `import { bedrock } from '@ai-sdk/amazon-bedrock';
export const model = bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0');`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    {
      code: `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
const provider = createAmazonBedrock({});
export const model = provider.languageModel('«us.anthropic.claude-3-5-sonnet-20241022-v2:0»');`,
      output: `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
const provider = createAmazonBedrock({});
export const model = provider.languageModel('us.anthropic.claude-sonnet-4-5-20250929-v1:0');`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // LangChain.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      output: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // Strands.
    {
      code: `import { BedrockModel } from '@strands-agents/sdk';
export const model = new BedrockModel({ modelId: '«eu.anthropic.claude-3-7-sonnet-20250219-v1:0»' });`,
      output: `import { BedrockModel } from '@strands-agents/sdk';
export const model = new BedrockModel({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // The Messages API on bedrock-runtime. The line of the SDK that is installed here speaks a version of the API which the successor refuses.
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»', max_tokens: 10, messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.messages.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', max_tokens: 10, messages: [] });`,
            },
          ],
        },
      ],
    },
    // The Messages API on bedrock-mantle has IDs of its own.
    {
      code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: '«anthropic.claude-3-haiku-20240307-v1:0»', max_tokens: 10, messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A constant may flow to a call; only the project knows where else it goes.
    {
      code: `export const MODEL = '«us.anthropic.claude-3-5-sonnet-20241022-v2:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const MODEL = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // An object of constants named by purpose.
    {
      code: `export const models = { fast: '«us.anthropic.claude-3-haiku-20240307-v1:0»', smart: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»' };`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `export const models = { fast: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', smart: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0' };`,
            },
          ],
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const models = { fast: 'us.anthropic.claude-3-haiku-20240307-v1:0', smart: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' };`,
            },
          ],
        },
      ],
    },
    // A fallback.
    {
      code: `export const modelId = process.env.MODEL_ID ?? '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const modelId = process.env.MODEL_ID ?? 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    {
      code: `export const modelId = process.env.MODEL_ID || '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const modelId = process.env.MODEL_ID || 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // A default parameter.
    {
      code: `export function ask(prompt: string, model = '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»') {}`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export function ask(prompt: string, model = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0') {}`,
            },
          ],
        },
      ],
    },
    // A resource of the CDK.
    {
      code: `new CfnAgent(this, 'Agent', { foundationModel: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `new CfnAgent(this, 'Agent', { foundationModel: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A constant of the CDK.
    {
      code: `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
export const model = «FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0»;`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `import { aws_bedrock as bedrock } from 'aws-cdk-lib';
export const model = «bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1»;`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-v2:1',
            name: 'Claude 2.1',
            date: '2025-07-21',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // A URL.
    {
      code: 'await fetch(`https://bedrock-runtime.us-east-1.amazonaws.com/model/«us.anthropic.claude-3-5-sonnet-20241022-v2:0»/invoke`);',
      output:
        'await fetch(`https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke`);',
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    {
      code: `export const request = () => ({ resourcePath: '/model/«anthropic.claude-3-haiku-20240307-v1%3A0»/invoke' });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1%3A0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1%3A0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `export const request = () => ({ resourcePath: '/model/global.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke' });`,
            },
          ],
        },
      ],
    },
    // A gateway prefix stays.
    {
      code: `export const model = 'bedrock/«us.anthropic.claude-3-5-sonnet-20241022-v2:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-5-sonnet-20241022-v2:0',
            name: 'Claude 3.5 Sonnet v2',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const model = 'bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // The suffix of a Provisioned Throughput purchase.
    {
      code: `export const model = '«us.anthropic.claude-3-haiku-20240307-v1:0:200k»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0:200k',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `export const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';`,
            },
          ],
        },
      ],
    },
    // Template with a hole for the geography.
    {
      code: 'export const model = `${geography}.«anthropic.claude-3-haiku-20240307-v1:0»`;',
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // Built from parts.
    {
      code: `const size = 'haiku';
export const model = «\`us.anthropic.claude-3-\${size}-20240307-v1:0\`»;`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `export const model = «['us', 'anthropic', 'claude-3-haiku-20240307-v1:0'].join('.')»;`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // An ARN with an account: the name behind it moves.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
      errors: [
        {
          messageId: 'modelEndedInRegion',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: 'us-east-1',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A foundation-model ARN has no counterpart.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1::foundation-model/«anthropic.claude-3-haiku-20240307-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'modelEndedInRegion',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: 'us-east-1',
            advice: advice.haiku,
          },
        },
      ],
    },
    // IAM: who takes the repair grants the profile as well.
    {
      code: `new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: ['arn:aws:bedrock:*::foundation-model/«anthropic.claude-3-haiku-20240307-v1:0»'] });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'addProfileResources',
              data: {
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                count: '3',
                conditions: ", without the conditions that AWS's example puts on each",
              },
              output: `new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: ['arn:aws:bedrock:*::foundation-model/anthropic.claude-3-haiku-20240307-v1:0', 'arn:aws:bedrock:*:*:inference-profile/global.anthropic.claude-haiku-4-5-20251001-v1:0', 'arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0', 'arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0'] });`,
            },
          ],
        },
      ],
    },
    // An enum, a picker, a price table: each entry by itself.
    {
      code: `export enum Model {
  Haiku3 = '«us.anthropic.claude-3-haiku-20240307-v1:0»',
  Sonnet3 = '«us.anthropic.claude-3-sonnet-20240229-v1:0»',
}`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'replaceEntry',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `export enum Model {
  Haiku3 = 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  Sonnet3 = 'us.anthropic.claude-3-sonnet-20240229-v1:0',
}`,
            },
          ],
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'replaceEntry',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export enum Model {
  Haiku3 = 'us.anthropic.claude-3-haiku-20240307-v1:0',
  Sonnet3 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
}`,
            },
          ],
        },
      ],
    },
    {
      code: `export const options = [
  { id: '«us.anthropic.claude-3-haiku-20240307-v1:0»', name: 'Claude 3 Haiku' },
  { id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0', name: 'Claude Haiku 4.5' },
];`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `export const prices = { '«us.anthropic.claude-3-haiku-20240307-v1:0»': { input: 0.25, output: 1.25 } };`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: 'export const Picker = () => <option value="«us.anthropic.claude-3-haiku-20240307-v1:0»">fast</option>;',
      filename: 'src/picker.tsx',
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'replaceEntry',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output:
                'export const Picker = () => <option value="us.anthropic.claude-haiku-4-5-20251001-v1:0">fast</option>;',
            },
          ],
        },
      ],
    },
    // A table keyed by something else.
    {
      code: `export const byRegion: Record<string, string> = { 'us-east-1': '«us.anthropic.claude-3-sonnet-20240229-v1:0»', 'eu-west-1': '«eu.anthropic.claude-3-7-sonnet-20250219-v1:0»' };`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const byRegion: Record<string, string> = { 'us-east-1': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu-west-1': 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0' };`,
            },
          ],
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'eu.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'eu',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const byRegion: Record<string, string> = { 'us-east-1': 'us.anthropic.claude-3-sonnet-20240229-v1:0', 'eu-west-1': 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' };`,
            },
          ],
        },
      ],
    },
    // Keys and comparisons decide by equality: other code must change with them.
    {
      code: `export const limits: Record<string, number> = { ['«us.anthropic.claude-3-haiku-20240307-v1:0»']: 4096 };`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `if (modelId === '«us.anthropic.claude-3-haiku-20240307-v1:0»') useLegacyPrompt();`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `switch (modelId) {
  case '«us.anthropic.claude-3-haiku-20240307-v1:0»':
    break;
}`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `const isOld = ['«us.anthropic.claude-3-haiku-20240307-v1:0»', '«us.anthropic.claude-3-sonnet-20240229-v1:0»'].includes(modelId);`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // A union type.
    {
      code: `export type Model = '«us.anthropic.claude-3-haiku-20240307-v1:0»' | 'us.anthropic.claude-haiku-4-5-20251001-v1:0';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A text-completion model: body and answer must be rewritten with it.
    {
      code: `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: '«anthropic.claude-v2»', body: JSON.stringify({ prompt, max_tokens_to_sample: 300 }) });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-v2',
            name: 'Claude 2.0',
            date: '2025-07-21',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // Converse has one body for all models.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-v2:1»', messages: [] });`,
      policy: { profile: 'global' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', messages: [] });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-v2:1',
            name: 'Claude 2.1',
            date: '2025-07-21',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // So has what the AI SDK sends.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('«anthropic.claude-v2:1»'), prompt: 'Hi' });`,
      policy: { profile: 'global' },
      output: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
await generateText({ model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt: 'Hi' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-v2:1',
            name: 'Claude 2.1',
            date: '2025-07-21',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // apac. has no successor: every way out is a person's decision.
    {
      code: `export const MODEL = '«apac.anthropic.claude-sonnet-4-20250514-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'apac.anthropic.claude-sonnet-4-20250514-v1:0',
            name: 'Claude Sonnet 4',
            date: '2026-10-14',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: {
                to: 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'jp',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const MODEL = 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
            {
              messageId: 'chooseProfile',
              data: {
                to: 'au.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'au',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `export const MODEL = 'au.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
            {
              messageId: 'chooseProfile',
              data: {
                to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'global',
                price: '',
              },
              output: `export const MODEL = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // GovCloud can call no other geography.
    {
      code: `export const MODEL = '«us-gov.anthropic.claude-3-haiku-20240307-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us-gov.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A region proven in the file offers its own geography first.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»' }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEndedInRegion',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: 'eu-central-1',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'eu',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' }));`,
            },
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' }));`,
            },
          ],
        },
      ],
    },
    // A profile that the region can't call is not carried on.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»' }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEndedInRegion',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-04-28',
            region: 'ap-northeast-1',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: {
                to: 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'jp',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
            },
            {
              messageId: 'chooseProfile',
              data: {
                to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'global',
                price: '',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
            },
          ],
        },
      ],
    },
    // A region that AWS has not named may still answer.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'sa-east-1' });
await client.send(new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»' }));`,
      output: null,
      errors: [
        {
          messageId: 'modelEndedElsewhere',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: 'sa-east-1',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'sa-east-1' });
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' }));`,
            },
          ],
        },
      ],
    },
    // Residency: bare IDs take the allowed geography, others are a choice among the allowed.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»' });
new ConverseCommand({ modelId: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      policy: { residency: ['eu'] },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new ConverseCommand({ modelId: 'us.anthropic.claude-3-haiku-20240307-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: {
                to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'eu',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0' });
new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // Two allowed geographies: which one is meant is for a person to confirm.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»' });`,
      policy: { residency: ['us', 'eu'] },
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: {
                to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'us',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
            {
              messageId: 'chooseProfile',
              data: {
                to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'eu',
                price: ', $1.1/$5.5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // profile: keep.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });
new ConverseCommand({ modelId: '«anthropic.claude-3-haiku-20240307-v1:0»' });`,
      policy: { profile: 'keep' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });
new ConverseCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-3-haiku-20240307-v1:0' });
new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A named profile moves other geographies only after a look.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      policy: { profile: 'global' },
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                price: ', $1/$5 per million tokens in/out instead of $0.25/$1.25',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A pinned target.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-sonnet-20240229-v1:0»' });`,
      policy: { target: '4.6' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6' });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-sonnet-20240229-v1:0',
            name: 'Claude 3 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: 'Use Claude Sonnet 4.6 (active: it stays at least 6 months from the day it becomes Legacy)',
          },
        },
      ],
    },
    // A pinned target that the family does not have.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-haiku-20240307-v1:0»' });`,
      policy: { target: '4.6' },
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: `No active model of its family fits the policy's target`,
          },
        },
      ],
    },
    // Sampling that the successor refuses goes with the move.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»', inferenceConfig: { maxTokens: 10, temperature: 0.5, topP: 0.9 } });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { maxTokens: 10, temperature: 0.5 } });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»', inferenceConfig: { temperature: 0.5, topP: 0.9, maxTokens: 4096 } });`,
      policy: { target: 'latest' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-5-5', inferenceConfig: { maxTokens: 4096 } });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: 'Use Claude Sonnet 5.5 (end of life not before 2027-09-28)',
          },
        },
      ],
    },
    // Sampling that is spread in from a constant of its own.
    {
      code: `import { defaults } from './defaults.js';
const sampling = { temperature: 0.5, topP: 0.9 };
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»', inferenceConfig: { ...sampling } });`,
      output: `import { defaults } from './defaults.js';
const sampling = { temperature: 0.5 };
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { ...sampling } });`,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
        },
      ],
    },
    // Sampling that other code may use: who takes it out must see what does.
    {
      code: `import { defaults } from './defaults.js';
export const sampling = { temperature: 0.5, topP: 0.9 };
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-7-sonnet-20250219-v1:0»', inferenceConfig: { ...sampling } });`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
            name: 'Claude 3.7 Sonnet',
            date: '2026-07-30',
            region: '',
            advice: advice.sonnet,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
                toName: 'Claude Sonnet 4.5',
                scope: 'us',
                price: ', $3.3/$16.5 per million tokens in/out instead of $3/$15',
              },
              output: `import { defaults } from './defaults.js';
export const sampling = { temperature: 0.5, topP: 0.9 };
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', inferenceConfig: { ...sampling } });`,
            },
          ],
        },
      ],
    },
    // Notes on request.
    {
      code: '// «us.anthropic.claude-3-haiku-20240307-v1:0» served us well.',
      policy: { notes: true },
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    {
      code: `expect(model).toBe('«us.anthropic.claude-3-haiku-20240307-v1:0»');`,
      filename: 'src/model.test.ts',
      policy: { notes: true },
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
        },
      ],
    },
    // A constant of a library.
    {
      code: `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
export const environment = { MODEL_ID: «FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0».modelId };`,
      output: null,
      errors: [
        {
          messageId: 'modelEnded',
          data: {
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            name: 'Claude 3 Haiku',
            date: '2026-09-10',
            region: '',
            advice: advice.haiku,
          },
          suggestions: [
            {
              messageId: 'replaceConstant',
              data: {
                toName: 'Claude Haiku 4.5',
                scope: 'global',
                code: "'global.anthropic.claude-haiku-4-5-20251001-v1:0'",
              },
              output: `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
export const environment = { MODEL_ID: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' };`,
            },
          ],
        },
      ],
    },
  ],
});
