import validModelId from '../../src/rules/valid-model-id.js';
import { runRule } from './run-rule.js';

runRule(validModelId, {
  valid: [
    // The name of a file.
    {
      code: `import prices from './prices/anthropic.claude-3-5-haiku-20241022-v1-0.json';
export const page = 'docs/anthropic.claude-v9.md';`,
    },
    // IDs that exist, in every spelling.
    {
      code: `export const models = ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us.anthropic.claude-opus-4-6-v1', 'anthropic.claude-v2:1', 'bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic.claude-3-haiku-20240307-v1:0:200k'];`,
    },
    // Aliases and the ID of bedrock-mantle.
    {
      code: `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrockMantle();
await client.messages.create({ model: 'anthropic.claude-haiku-4-5', max_tokens: 10, messages: [] });`,
    },
    // Unknown IDs are notes.
    { code: `export const MODEL = 'us.anthropic.claude-sonnet-9';` },
    { code: `export const MODEL = 'us.anthropic.claude-9-v1:0';` },
    // Wildcards of policies.
    { code: `new PolicyStatement({ resources: ['arn:aws:bedrock:*::foundation-model/anthropic.claude-3-5-*'] });` },
    // Beginnings of IDs.
    { code: `if (modelId.startsWith('anthropic.claude-sonnet-4-5')) run();` },
    // The ID of Anthropic's own API where it belongs.
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 10, messages: [] });`,
    },
    // A look-alike package takes what it takes.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ modelId: 'claude-sonnet-4-5' });`,
    },
    // A shadowed name.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ modelId: 'claude-sonnet-4-5' });`,
    },
    // An opaque ARN.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl' });`,
    },
    // Comments are notes.
    { code: `export const MODEL = 'anthropic.claude-4.6-sonnet';` },
    { code: '// anthropic.claude-sonnet-4-5-v1:0 is wrong.' },
  ],
  invalid: [
    // The date is part of the ID. The scope stays, so nothing but the typo changes.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-haiku-4-5-v1:0»' });`,
      output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-haiku-4-5-v1:0', intended: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
      ],
    },
    // A bare one needs a profile too, and that is a choice.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: {
            id: 'anthropic.claude-sonnet-4-5-v1:0',
            intended: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
          },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A generation in the form of later models. What it means has ended.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-2-1-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'anthropic.claude-2-1-v1:0', intended: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A dot for a colon; an invented date; a -v1 that is not there.
    {
      code: `export const models = { a: '«us.anthropic.claude-opus-4-5-20251101-v1.0»', b: '«us.anthropic.claude-sonnet-4-6-v1»', c: '«us.anthropic.claude-fable-5-20260120-v1:0»' };`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: {
            id: 'us.anthropic.claude-opus-4-5-20251101-v1.0',
            intended: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
          },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'us.anthropic.claude-opus-4-5-20251101-v1:0' },
              output: `export const models = { a: 'us.anthropic.claude-opus-4-5-20251101-v1:0', b: 'us.anthropic.claude-sonnet-4-6-v1', c: 'us.anthropic.claude-fable-5-20260120-v1:0' };`,
            },
          ],
        },
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-sonnet-4-6-v1', intended: 'us.anthropic.claude-sonnet-4-6' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'us.anthropic.claude-sonnet-4-6' },
              output: `export const models = { a: 'us.anthropic.claude-opus-4-5-20251101-v1.0', b: 'us.anthropic.claude-sonnet-4-6', c: 'us.anthropic.claude-fable-5-20260120-v1:0' };`,
            },
          ],
        },
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-fable-5-20260120-v1:0', intended: 'us.anthropic.claude-fable-5' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'us.anthropic.claude-fable-5' },
              output: `export const models = { a: 'us.anthropic.claude-opus-4-5-20251101-v1.0', b: 'us.anthropic.claude-sonnet-4-6-v1', c: 'us.anthropic.claude-fable-5' };`,
            },
          ],
        },
      ],
    },
    // What it means has ended as well: its successor, after a look.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-3-haiku-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-3-haiku-v1:0', intended: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A constant: only the project knows whether a table is keyed by the typo.
    {
      code: `export const MODEL = '«eu.anthropic.claude-sonnet-4-5-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'eu.anthropic.claude-sonnet-4-5-v1:0', intended: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `export const MODEL = 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0';`,
            },
          ],
        },
      ],
    },
    // A key and a comparison may hold names that the code has given itself: notes, on request.
    {
      policy: { notes: true },
      code: `export const prices = { '«us.anthropic.claude-haiku-4-5-v1:0»': 1 };
export const isHaiku = (id: string) => id === '«us.anthropic.claude-haiku-4-5-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-haiku-4-5-v1:0', intended: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
        {
          messageId: 'neverExisted',
          data: { id: 'us.anthropic.claude-haiku-4-5-v1:0', intended: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
      ],
    },
    // A gateway may have given it that name; in a file that speaks of Bedrock it is meant for Bedrock.
    {
      policy: { notes: true },
      code: `export const MODEL = '«anthropic.claude-4.6-sonnet»';`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'anthropic.claude-4.6-sonnet', intended: 'anthropic.claude-sonnet-4-6' },
        },
      ],
    },
    {
      code: `export const BEDROCK_MODEL = '«anthropic.claude-4.6-sonnet»';`,
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'anthropic.claude-4.6-sonnet', intended: 'global.anthropic.claude-sonnet-4-6' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'global.anthropic.claude-sonnet-4-6' },
              output: `export const BEDROCK_MODEL = 'global.anthropic.claude-sonnet-4-6';`,
            },
          ],
        },
      ],
    },
    // Residency decides on the profile.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«anthropic.claude-sonnet-4-5-v1:0»' });`,
      policy: { residency: ['eu'] },
      output: null,
      errors: [
        {
          messageId: 'neverExisted',
          data: { id: 'anthropic.claude-sonnet-4-5-v1:0', intended: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
          suggestions: [
            {
              messageId: 'useIntendedModel',
              data: { to: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A geography that the model does not have.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«apac.anthropic.claude-sonnet-4-6»' });`,
      output: null,
      errors: [
        {
          messageId: 'noSuchProfile',
          data: {
            id: 'apac.anthropic.claude-sonnet-4-6',
            name: 'Claude Sonnet 4.6',
            scope: 'apac',
            profiles: 'It has `global.`, `us.`, `eu.`, `au.`, `jp.`',
          },
        },
      ],
    },
    {
      code: `export const MODEL = '«mars.anthropic.claude-sonnet-4-6»';`,
      output: null,
      errors: [
        {
          messageId: 'noSuchProfile',
          data: {
            id: 'mars.anthropic.claude-sonnet-4-6',
            name: 'Claude Sonnet 4.6',
            scope: 'mars',
            profiles: 'It has `global.`, `us.`, `eu.`, `au.`, `jp.`',
          },
        },
      ],
    },
    {
      code: `export const MODEL = '«eu.anthropic.claude-mythos-preview»';`,
      output: null,
      errors: [
        {
          messageId: 'noSuchProfile',
          data: {
            id: 'eu.anthropic.claude-mythos-preview',
            name: 'Claude Mythos Preview',
            scope: 'eu',
            profiles: 'It has none',
          },
        },
      ],
    },
    // The ID of Anthropic's own API, through alias, namespace, require and a variable.
    {
      code: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const { InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');
const modelId = '«claude-sonnet-4-5»';
new Converse({ modelId });
new sdk.ConverseCommand({ modelId: '«claude-haiku-4-5-20251001»' });
new InvokeModelCommand({ modelId: process.env.MODEL ?? '«claude-opus-4-1»' });`,
      output: null,
      errors: [
        {
          messageId: 'firstPartyId',
          data: { id: 'claude-sonnet-4-5', bedrockId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
          suggestions: [
            {
              messageId: 'useBedrockId',
              data: { to: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const { InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');
const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
new Converse({ modelId });
new sdk.ConverseCommand({ modelId: 'claude-haiku-4-5-20251001' });
new InvokeModelCommand({ modelId: process.env.MODEL ?? 'claude-opus-4-1' });`,
            },
          ],
        },
        {
          messageId: 'firstPartyId',
          data: { id: 'claude-haiku-4-5-20251001', bedrockId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
          suggestions: [
            {
              messageId: 'useBedrockId',
              data: { to: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const { InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');
const modelId = 'claude-sonnet-4-5';
new Converse({ modelId });
new sdk.ConverseCommand({ modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' });
new InvokeModelCommand({ modelId: process.env.MODEL ?? 'claude-opus-4-1' });`,
            },
          ],
        },
        {
          messageId: 'firstPartyId',
          data: { id: 'claude-opus-4-1', bedrockId: 'global.anthropic.claude-opus-4-5-20251101-v1:0' },
          suggestions: [
            {
              messageId: 'useBedrockId',
              data: { to: 'global.anthropic.claude-opus-4-5-20251101-v1:0' },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const { InvokeModelCommand } = require('@aws-sdk/client-bedrock-runtime');
const modelId = 'claude-sonnet-4-5';
new Converse({ modelId });
new sdk.ConverseCommand({ modelId: 'claude-haiku-4-5-20251001' });
new InvokeModelCommand({ modelId: process.env.MODEL ?? 'global.anthropic.claude-opus-4-5-20251101-v1:0' });`,
            },
          ],
        },
      ],
    },
    // What a test sends stays.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«claude-sonnet-4-5»' });`,
      filename: 'src/ask.test.ts',
      policy: { notes: true },
      output: null,
      errors: [
        {
          messageId: 'firstPartyId',
          data: { id: 'claude-sonnet-4-5', bedrockId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' },
        },
      ],
    },
    // A client of another platform.
    {
      code: `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';
const client = new AnthropicFoundry({});
await client.messages.create({ model: '«us.anthropic.claude-sonnet-4-5-20250929-v1:0»', max_tokens: 10, messages: [] });`,
      output: null,
      errors: [
        {
          messageId: 'foreignClient',
          data: { id: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', client: 'AnthropicFoundry' },
        },
      ],
    },
    // Notes on request: newer than the data, never an error.
    {
      code: `export const MODEL = '«us.anthropic.claude-sonnet-9»';
// «anthropic.claude-sonnet-4-5-v1:0» is wrong.`,
      policy: { notes: true },
      output: null,
      errors: [
        { messageId: 'unknownModel', data: { id: 'us.anthropic.claude-sonnet-9', checkedOn: '2026-11-22' } },
        {
          messageId: 'neverExisted',
          data: { id: 'anthropic.claude-sonnet-4-5-v1:0', intended: 'anthropic.claude-sonnet-4-5-20250929-v1:0' },
        },
      ],
    },
  ],
});
