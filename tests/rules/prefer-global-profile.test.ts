import preferGlobalProfile from '../../src/rules/prefer-global-profile.js';
import { runRule } from './run-rule.js';

runRule(preferGlobalProfile, {
  valid: [
    // Already global.
    { code: `export const MODEL = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';` },
    // No profile at all belongs to require-inference-profile.
    { code: `export const MODEL = 'anthropic.claude-sonnet-4-5-20250929-v1:0';` },
    // Residency and a kept or named geography mean it.
    { code: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`, policy: { residency: ['eu'] } },
    { code: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`, policy: { profile: 'keep' } },
    { code: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`, policy: { profile: 'eu' } },
    // No global profile: GovCloud, and a model that has none.
    {
      code: `export const MODELS = { gov: 'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0', fable: 'us.anthropic.claude-fable-5-2' };`,
    },
    // Ended and Legacy models are replaced as a whole.
    {
      code: `export const MODELS = { fast: 'us.anthropic.claude-3-haiku-20240307-v1:0', smart: 'us.anthropic.claude-opus-4-1-20250805-v1:0' };`,
    },
    // A profile that can't be called from the client's region belongs to allowed-profile-scopes.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-west-1' });
await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }));`,
    },
    // Tables, keys, comparisons, types, comments, tests.
    {
      code: `export const options = [{ id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', name: 'Claude Sonnet 4.5' }];
export const isSonnet = (id: string) => id === 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export type Model = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
// us.anthropic.claude-sonnet-4-5-20250929-v1:0`,
    },
    { code: `expect(model).toBe('us.anthropic.claude-sonnet-4-5-20250929-v1:0');`, filename: 'src/model.test.ts' },
    // A client of another platform.
    {
      code: `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({});
await client.messages.create({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', max_tokens: 10, messages: [] });`,
    },
  ],
  invalid: [
    // A request: the edit is right, and still a person's decision, because data leaves the geography.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            price: ', $3/$15 per million tokens in/out instead of $3.3/$16.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // Alias, namespace, require.
    {
      code: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: '«eu.anthropic.claude-haiku-4-5-20251001-v1:0»' });
new sdk.ConverseCommand({ modelId: '«eu.anthropic.claude-haiku-4-5-20251001-v1:0»' });
new runtime.ConverseCommand({ modelId: '«eu.anthropic.claude-haiku-4-5-20251001-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'geographicProfile',
          data: {
            id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'geographicProfile',
          data: {
            id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.ConverseCommand({ modelId: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: '«jp.anthropic.claude-haiku-4-5-20251001-v1:0»' }), new ConverseCommand({ modelId: '«jp.anthropic.claude-haiku-4-5-20251001-v1:0»' })];`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'jp.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'jp.anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
        {
          messageId: 'geographicProfile',
          data: {
            id: 'jp.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'jp.anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
      ],
    },
    // A constant and a default.
    {
      code: `export const MODEL = '«us.anthropic.claude-opus-4-6-v1»';
export const modelId = process.env.MODEL_ID ?? '«us.anthropic.claude-haiku-4-5-20251001-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'us.anthropic.claude-opus-4-6-v1',
            price: ', $5/$25 per million tokens in/out instead of $5.5/$27.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-opus-4-6-v1' },
              output: `export const MODEL = 'global.anthropic.claude-opus-4-6-v1';
export const modelId = process.env.MODEL_ID ?? 'us.anthropic.claude-haiku-4-5-20251001-v1:0';`,
            },
          ],
        },
        {
          messageId: 'geographicProfile',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            price: ', $1/$5 per million tokens in/out instead of $1.1/$5.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `export const MODEL = 'us.anthropic.claude-opus-4-6-v1';
export const modelId = process.env.MODEL_ID ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0';`,
            },
          ],
        },
      ],
    },
    // An ARN: region and account stay.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/«us.anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            price: ', $3/$15 per million tokens in/out instead of $3.3/$16.5',
          },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // No price is known for the global profile.
    {
      code: `export const MODEL = '«us.anthropic.claude-haiku-5-5»';`,
      output: null,
      errors: [
        {
          messageId: 'geographicProfile',
          data: { id: 'us.anthropic.claude-haiku-5-5', price: '' },
          suggestions: [
            {
              messageId: 'useGlobalProfile',
              data: { to: 'global.anthropic.claude-haiku-5-5' },
              output: `export const MODEL = 'global.anthropic.claude-haiku-5-5';`,
            },
          ],
        },
      ],
    },
    // A team that promotes the repair gets it as a fix.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      policy: { promote: ['useGlobalProfile'] },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'geographicProfile',
          data: {
            id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            price: ', $3/$15 per million tokens in/out instead of $3.3/$16.5',
          },
        },
      ],
    },
  ],
});
