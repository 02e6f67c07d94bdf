import allowedProfileScopes from '../../src/rules/allowed-profile-scopes.js';
import { runRule } from './run-rule.js';

runRule(allowedProfileScopes, {
  valid: [
    // Without residency every geography is allowed.
    {
      code: `export const MODELS = { a: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', b: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', c: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' };`,
    },
    // Inside residency.
    { code: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`, policy: { residency: ['eu'] } },
    // A bare ID sends data nowhere else; it belongs to require-inference-profile.
    { code: `export const MODEL = 'anthropic.claude-sonnet-4-5-20250929-v1:0';`, policy: { residency: ['eu'] } },
    // An ended model is replaced as a whole.
    { code: `export const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';`, policy: { residency: ['eu'] } },
    // The profile can be called from the region.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ca-central-1' });
await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
    },
    // Two regions: neither is proven.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const clients = [new BedrockRuntimeClient({ region: 'eu-west-1' }), new BedrockRuntimeClient({ region: 'us-east-1' })];
await clients[1].send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
    },
    // A region of a client that is none of Bedrock.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { S3Client } from '@aws-sdk/client-s3';
new S3Client({ region: 'eu-west-1' });
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
    },
    // A template supplies the geography; comments and tests are notes.
    {
      code: `export const model = \`\${geography}.anthropic.claude-sonnet-4-5-20250929-v1:0\`;
// global.anthropic.claude-sonnet-4-5-20250929-v1:0`,
      policy: { residency: ['eu'] },
    },
    {
      code: `expect(model).toBe('us.anthropic.claude-sonnet-4-5-20250929-v1:0');`,
      filename: 'src/model.test.ts',
      policy: { residency: ['eu'] },
    },
    // A client of another platform.
    {
      code: `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({});
await client.messages.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', max_tokens: 10, messages: [] });`,
      policy: { residency: ['eu'] },
    },
  ],
  invalid: [
    // The code puts a geography before the ID.
    {
      code: `const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export const MODEL = «\`us.\${SONNET}\`»;`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
      ],
    },
    // Outside residency, the global profile included.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»' });
new ConverseCommand({ modelId: '«global.anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'eu' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'global',
            where: 'any region',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'eu' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // Several allowed geographies.
    {
      code: `export const MODEL = '«global.anthropic.claude-sonnet-4-5-20250929-v1:0»';`,
      policy: { residency: ['eu', 'jp'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'global',
            where: 'any region',
            region: '',
            allowed: '`eu`, `jp`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'eu' },
              output: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
            {
              messageId: 'useAllowedScope',
              data: { to: 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'jp' },
              output: `export const MODEL = 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // The model has no profile in an allowed geography.
    {
      code: `export const MODEL = '«us.anthropic.claude-fable-5-2»';`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-fable-5-2',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
      ],
    },
    // Alias, namespace, require.
    {
      code: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»' });
new sdk.ConverseCommand({ modelId: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»' });
new runtime.ConverseCommand({ modelId: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»' });`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'eu' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'eu' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'eu' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»' }), new ConverseCommand({ modelId: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»' })];`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'eu' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'eu' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
      ],
    },
    // Tables, keys and types name what may be chosen.
    {
      code: `export const options = [{ id: '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»', name: 'Claude Sonnet 4.5' }];
export const prices = { '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»': 3 };
export type Model = '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»';`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
      ],
    },
    // A grant.
    {
      code: `new PolicyStatement({ resources: ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/«us.anthropic.claude-sonnet-4-5-20250929-v1:0»'] });`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
        },
      ],
    },
    // An ARN keeps its account; its region must move with it.
    {
      code: `export const MODEL = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/«us.anthropic.claude-sonnet-4-5-20250929-v1:0»';`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'us',
            where: 'the `us` geography',
            region: '',
            allowed: '`eu`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'eu' },
              output: `export const MODEL = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // A region literal against the geography.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: '«us.anthropic.claude-sonnet-4-6»' }));`,
      output: null,
      errors: [
        {
          messageId: 'notCallableFrom',
          data: {
            id: 'us.anthropic.claude-sonnet-4-6',
            scope: 'us',
            where: 'the `us` geography',
            region: 'eu-central-1',
            allowed: '`eu`, `global`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'eu.anthropic.claude-sonnet-4-6', scope: 'eu' },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-6' }));`,
            },
            {
              messageId: 'useAllowedScope',
              data: { to: 'global.anthropic.claude-sonnet-4-6', scope: 'global' },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-central-1' });
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-6' }));`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
const REGION = 'ap-southeast-2';
new ChatBedrockConverse({ model: '«jp.anthropic.claude-sonnet-4-6»', region: REGION });`,
      output: null,
      errors: [
        {
          messageId: 'notCallableFrom',
          data: {
            id: 'jp.anthropic.claude-sonnet-4-6',
            scope: 'jp',
            where: 'the `jp` geography',
            region: 'ap-southeast-2',
            allowed: '`au`, `apac`, `global`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'au.anthropic.claude-sonnet-4-6', scope: 'au' },
              output: `import { ChatBedrockConverse } from '@langchain/aws';
const REGION = 'ap-southeast-2';
new ChatBedrockConverse({ model: 'au.anthropic.claude-sonnet-4-6', region: REGION });`,
            },
            {
              messageId: 'useAllowedScope',
              data: { to: 'global.anthropic.claude-sonnet-4-6', scope: 'global' },
              output: `import { ChatBedrockConverse } from '@langchain/aws';
const REGION = 'ap-southeast-2';
new ChatBedrockConverse({ model: 'global.anthropic.claude-sonnet-4-6', region: REGION });`,
            },
          ],
        },
      ],
    },
    // GovCloud has no global profile.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-gov-west-1' });
await client.send(new ConverseCommand({ modelId: '«global.anthropic.claude-sonnet-4-5-20250929-v1:0»' }));`,
      output: null,
      errors: [
        {
          messageId: 'notCallableFrom',
          data: {
            id: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'global',
            where: 'any region',
            region: 'us-gov-west-1',
            allowed: '`us-gov`',
          },
          suggestions: [
            {
              messageId: 'useAllowedScope',
              data: { to: 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'us-gov' },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'us-gov-west-1' });
await client.send(new ConverseCommand({ modelId: 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
            },
          ],
        },
      ],
    },
    // Notes on request.
    {
      code: '// «global.anthropic.claude-sonnet-4-5-20250929-v1:0»',
      policy: { residency: ['eu'], notes: true },
      output: null,
      errors: [
        {
          messageId: 'outsideScopes',
          data: {
            id: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
            scope: 'global',
            where: 'any region',
            region: '',
            allowed: '`eu`',
          },
        },
      ],
    },
  ],
});
