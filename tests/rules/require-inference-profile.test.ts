import requireInferenceProfile from '../../src/rules/require-inference-profile.js';
import { runRule } from './run-rule.js';

runRule(requireInferenceProfile, {
  valid: [
    // A constant that a function of the file puts a geography before.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const inGeography = (id: string, geo = 'us') => \`\${geo}.\${id}\`;
export const MODEL = 'anthropic.claude-haiku-4-5-20251001-v1:0';
export const ask = (messages: Message[]) => new ConverseCommand({ modelId: inGeography(MODEL), messages });`,
    },
    // A placeholder for what goes before it.
    {
      code: `export const map = { opus: '{ip}anthropic.claude-opus-5', haiku: '%santhropic.claude-haiku-4-5-20251001-v1:0' };`,
    },
    // Nobody is seen to call what the table lists, or only with a geography in front.
    {
      code: `export const ids = { 'haiku-4.5': 'anthropic.claude-haiku-4-5-20251001-v1:0', 'sonnet-4.6': 'us.anthropic.claude-sonnet-4-6' };`,
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const ids = { 'haiku-4.5': 'anthropic.claude-haiku-4-5-20251001-v1:0', 'sonnet-4.6': 'us.anthropic.claude-sonnet-4-6' };
export const ask = (name) => new ConverseCommand({ modelId: \`eu.\${ids[name]}\` });`,
    },
    // What counts tokens takes foundation models alone.
    {
      code: `import { CountTokensCommand } from '@aws-sdk/client-bedrock-runtime';
new CountTokensCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });`,
    },
    // A profile.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
    },
    // Dead models belong to no-end-of-life-model, and Legacy ones to no-legacy-model.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0' });
new ConverseCommand({ modelId: 'anthropic.claude-opus-4-1-20250805-v1:0' });`,
    },
    // A region that serves the model on demand.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'eu-west-2' });
await client.send(new ConverseCommand({ modelId: 'anthropic.claude-sonnet-4-6' }));`,
    },
    // bedrock-mantle takes the bare ID.
    {
      code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: 'anthropic.claude-opus-4-7', max_tokens: 10, messages: [] });`,
    },
    // What stands for itself is only a part of what is called.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
new ConverseCommand({ modelId: 'us.' + SONNET });
new ConverseCommand({ modelId: \`\${process.env.GEOGRAPHY}.\${SONNET}\` });`,
    },
    // A template supplies the geography.
    { code: 'export const model = `${geography}.anthropic.claude-sonnet-4-5-20250929-v1:0`;' },
    // Grants name the model itself.
    {
      code: `new PolicyStatement({ resources: ['arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0'] });`,
    },
    // Tables, keys, comparisons and types hold base IDs for good reasons.
    {
      code: `export const prices = { 'anthropic.claude-sonnet-4-5-20250929-v1:0': 3, 'anthropic.claude-haiku-4-5-20251001-v1:0': 1 };
export const isSonnet = (id: string) => id.endsWith('anthropic.claude-sonnet-4-5-20250929-v1:0') || id === 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export type Model = 'anthropic.claude-sonnet-4-5-20250929-v1:0' | 'anthropic.claude-haiku-4-5-20251001-v1:0';`,
    },
    // Comments and tests.
    { code: '// anthropic.claude-sonnet-4-5-20250929-v1:0 needs a profile.' },
    {
      code: `expect(strip('us.anthropic.claude-sonnet-4-5-20250929-v1:0')).toBe('anthropic.claude-sonnet-4-5-20250929-v1:0');`,
      filename: 'src/strip.test.ts',
    },
  ],
  invalid: [
    // A function that only looks at the constant.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const known = (id: string) => id;
const MODEL = '«anthropic.claude-haiku-4-5-20251001-v1:0»';
export const ask = (messages: Message[]) => known(MODEL) && new ConverseCommand({ modelId: MODEL, messages });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const known = (id: string) => id;
const MODEL = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
export const ask = (messages: Message[]) => known(MODEL) && new ConverseCommand({ modelId: MODEL, messages });`,
            },
          ],
        },
      ],
    },
    // An entry of a table that a call names: other code may look it up, so a person chooses.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const ids = { 'haiku-4.5': '«anthropic.claude-haiku-4-5-20251001-v1:0»', 'nova-lite': 'amazon.nova-lite-v1:0', 'sonnet-4.6': 'us.anthropic.claude-sonnet-4-6' };
export const ask = (name) => new ConverseCommand({ modelId: ids[name] ?? ids['nova-lite'] });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const ids = { 'haiku-4.5': 'global.anthropic.claude-haiku-4-5-20251001-v1:0', 'nova-lite': 'amazon.nova-lite-v1:0', 'sonnet-4.6': 'us.anthropic.claude-sonnet-4-6' };
export const ask = (name) => new ConverseCommand({ modelId: ids[name] ?? ids['nova-lite'] });`,
            },
          ],
        },
      ],
    },
    // A request: Bedrock refuses it in every region.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'global' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A policy that names the profile makes it a fix.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      policy: { profile: 'global' },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
        },
      ],
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      policy: { residency: ['eu'] },
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
        },
      ],
    },
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      policy: { residency: ['us', 'eu'] },
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: { to: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'us' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
            {
              messageId: 'chooseProfile',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'eu' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A constant may get its geography elsewhere.
    {
      code: `export const MODEL = '«anthropic.claude-sonnet-4-5-20250929-v1:0»';`,
      policy: { profile: 'global' },
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', scope: 'global' },
              output: `export const MODEL = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // Some region serves it on demand, and no region is proven.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-6»' });`,
      policy: { profile: 'global' },
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-6',
            name: 'Claude Sonnet 4.6',
            where: ' outside eu-west-2',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-6', scope: 'global' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-6' });`,
            },
          ],
        },
      ],
    },
    // A proven region offers its own geography first.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-6»' }));`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-6',
            name: 'Claude Sonnet 4.6',
            where: ' in ap-northeast-1',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'jp.anthropic.claude-sonnet-4-6', scope: 'jp' },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: 'jp.anthropic.claude-sonnet-4-6' }));`,
            },
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-sonnet-4-6', scope: 'global' },
              output: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: 'ap-northeast-1' });
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-6' }));`,
            },
          ],
        },
      ],
    },
    // Alias, namespace, require.
    {
      code: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Invoke({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' });
new sdk.InvokeModelCommand({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' });
new runtime.InvokeModelCommand({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Invoke({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.InvokeModelCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.InvokeModelCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Invoke({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.InvokeModelCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.InvokeModelCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { InvokeModelCommand as Invoke } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Invoke({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });
new sdk.InvokeModelCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' });
new runtime.InvokeModelCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A shadowed name and a look-alike: it may flow to a call.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' }), new ConverseCommand({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' })];`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' }), new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' })];`,
            },
          ],
        },
      ],
    },
    // AI SDK, LangChain, Strands, a default.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
export const model = bedrock('«anthropic.claude-haiku-4-5-20251001-v1:0»');`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { bedrock } from '@ai-sdk/amazon-bedrock';
export const model = bedrock('global.anthropic.claude-haiku-4-5-20251001-v1:0');`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: '«anthropic.claude-haiku-4-5-20251001-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    {
      code: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: '«anthropic.claude-haiku-4-5-20251001-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `import { BedrockModel } from '@strands-agents/sdk';
new BedrockModel({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    {
      code: `export const modelId = process.env.MODEL_ID ?? '«anthropic.claude-haiku-4-5-20251001-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            name: 'Claude Haiku 4.5',
            where: '',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `in.`',
          },
          suggestions: [
            {
              messageId: 'useProfile',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', scope: 'global' },
              output: `export const modelId = process.env.MODEL_ID ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0';`,
            },
          ],
        },
      ],
    },
    // A foundation-model ARN in a request: the profile's ARN names the account.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1::foundation-model/«anthropic.claude-sonnet-4-5-20250929-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'needsProfile',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            where: ' in us-east-1',
            profiles: '`global.`, `us.`, `eu.`, `au.`, `jp.`, `us-gov.`',
          },
        },
      ],
    },
    // On bedrock-mantle the profile is the defect.
    {
      code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: '«us.anthropic.claude-haiku-4-5-20251001-v1:0»', max_tokens: 10, messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'profileOnMantle',
          data: {
            id: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
            advice: 'It knows Claude Haiku 4.5 as `anthropic.claude-haiku-4-5`',
          },
          suggestions: [
            {
              messageId: 'useMantleId',
              data: { to: 'anthropic.claude-haiku-4-5' },
              output: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: 'anthropic.claude-haiku-4-5', max_tokens: 10, messages: [] });`,
            },
          ],
        },
      ],
    },
    {
      code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: '«us.anthropic.claude-sonnet-4-6»', max_tokens: 10, messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'profileOnMantle',
          data: { id: 'us.anthropic.claude-sonnet-4-6', advice: 'It does not serve Claude Sonnet 4.6' },
        },
      ],
    },
  ],
});
