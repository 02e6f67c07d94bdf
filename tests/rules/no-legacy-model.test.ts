import noLegacyModel from '../../src/rules/no-legacy-model.js';
import { runRule } from './run-rule.js';

const advice = {
  opus: 'Use Claude Opus 4.5 (active: it stays at least 6 months from the day it becomes Legacy)',
};

runRule(noLegacyModel, {
  valid: [
    // An active model.
    { code: `export const MODEL = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';` },
    // An ended model belongs to no-end-of-life-model.
    { code: `export const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';` },
    // Before AWS declared it Legacy.
    {
      code: `export const MODEL = 'us.anthropic.claude-opus-4-1-20250805-v1:0';`,
      policy: { asOf: '2026-07-07', warnWithinDays: 0 },
    },
    // IDs that the team keeps.
    {
      code: `export const MODEL = 'us.anthropic.claude-opus-4-1-20250805-v1:0';`,
      options: { ignoreIds: ['anthropic.claude-opus-4-1-20250805-v1:0'] },
    },
    // Comments are notes.
    { code: '// us.anthropic.claude-opus-4-1-20250805-v1:0 is what we pay for.' },
    // Superseded models are reported on request only.
    { code: `export const MODEL = 'us.anthropic.claude-sonnet-5';` },
    // Moved only where the target is the newest, and only what is called.
    { code: `export const MODEL = 'us.anthropic.claude-sonnet-5';`, policy: { target: 'latest' } },
    { code: `export const MODEL = 'us.anthropic.claude-sonnet-5';`, policy: { superseded: 'move' } },
    {
      code: `export const MODEL = 'us.anthropic.claude-sonnet-5';`,
      policy: { target: { haiku: 'latest' }, superseded: 'move' },
    },
    {
      code: `export const isOld = (id: string) => id === 'us.anthropic.claude-sonnet-5';
export const choices = ['us.anthropic.claude-sonnet-5', 'us.anthropic.claude-opus-5'];
// us.anthropic.claude-sonnet-5`,
      policy: { target: 'latest', superseded: 'move' },
    },
    {
      code: `export const MODEL = 'us.anthropic.claude-sonnet-5-5';`,
      policy: { target: 'latest', superseded: 'move' },
    },
    // The newest of its family.
    { code: `export const MODEL = 'us.anthropic.claude-sonnet-5-5';`, options: { reportSuperseded: true } },
    {
      code: `export const MODEL = 'us.anthropic.claude-sonnet-5';`,
      options: { reportSuperseded: true, ignoreIds: ['anthropic.claude-sonnet-5'] },
    },
    // A look-alike of another platform.
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
new Anthropic().messages.create({ model: 'claude-opus-4-1-20250805' });`,
    },
  ],
  invalid: [
    // Extended access: it still answers, so nothing is fixed unasked.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' });`,
            },
          ],
        },
      ],
    },
    // Legacy.
    {
      code: `export const MODEL = '«us.anthropic.claude-opus-4-1-20250805-v1:0»';`,
      policy: { asOf: '2026-07-08' },
      output: null,
      errors: [
        {
          messageId: 'legacy',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-07-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `export const MODEL = 'us.anthropic.claude-opus-4-5-20251101-v1:0';`,
            },
          ],
        },
      ],
    },
    // Retiring: no row says Legacy yet, and the end is near.
    {
      code: `export const MODEL = '«us.anthropic.claude-opus-4-1-20250805-v1:0»';`,
      policy: { asOf: '2026-07-07', warnWithinDays: 365 },
      output: null,
      errors: [
        {
          messageId: 'retiring',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2027-01-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `export const MODEL = 'us.anthropic.claude-opus-4-5-20251101-v1:0';`,
            },
          ],
        },
      ],
    },
    // A team that promotes the repair gets it as a fix where nothing else needs an answer.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' });`,
      policy: { promote: ['useSuccessor'] },
      output: `import { ChatBedrockConverse } from '@langchain/aws';
export const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-opus-4-5-20251101-v1:0' });`,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
      ],
    },
    // A bare ID.
    {
      code: `export const MODEL = '«anthropic.claude-opus-4-1-20250805-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'global',
                price: ', $5/$25 per million tokens in/out instead of $15/$75',
              },
              output: `export const MODEL = 'global.anthropic.claude-opus-4-5-20251101-v1:0';`,
            },
          ],
        },
      ],
    },
    // Alias, namespace and require.
    {
      code: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' });
new sdk.ConverseCommand({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' });
new runtime.ConverseCommand({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' });`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' });
new sdk.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });
new runtime.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });
new sdk.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' });
new runtime.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });`,
            },
          ],
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand as Converse } from '@aws-sdk/client-bedrock-runtime';
import * as sdk from '@aws-sdk/client-bedrock-runtime';
const runtime = require('@aws-sdk/client-bedrock-runtime');
new Converse({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });
new sdk.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' });
new runtime.ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A shadowed name and a look-alike are constants.
    {
      code: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' }), new ConverseCommand({ modelId: '«us.anthropic.claude-opus-4-1-20250805-v1:0»' })];`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' }), new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' })];`,
            },
          ],
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `import { ConverseCommand } from './my-sdk.js';
export const run = (Converse: Command) => [new Converse({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0' }), new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-5-20251101-v1:0' })];`,
            },
          ],
        },
      ],
    },
    // A table, a key, a comparison, a type.
    {
      code: `export const options = [{ id: '«us.anthropic.claude-opus-4-1-20250805-v1:0»', name: 'Claude Opus 4.1' }];
export const prices = { '«us.anthropic.claude-opus-4-1-20250805-v1:0»': 15 };
export const isOpus = (id: string) => id === '«us.anthropic.claude-opus-4-1-20250805-v1:0»';
export type Model = '«us.anthropic.claude-opus-4-1-20250805-v1:0»';`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'addEntry',
              data: { toName: 'Claude Opus 4.5' },
              output: `export const options = [{ id: 'us.anthropic.claude-opus-4-1-20250805-v1:0', name: 'Claude Opus 4.1' }, { id: 'us.anthropic.claude-opus-4-5-20251101-v1:0', name: 'Claude Opus 4.5' }];
export const prices = { 'us.anthropic.claude-opus-4-1-20250805-v1:0': 15 };
export const isOpus = (id: string) => id === 'us.anthropic.claude-opus-4-1-20250805-v1:0';
export type Model = 'us.anthropic.claude-opus-4-1-20250805-v1:0';`,
            },
            {
              messageId: 'replaceEntry',
              data: {
                to: 'us.anthropic.claude-opus-4-5-20251101-v1:0',
                toName: 'Claude Opus 4.5',
                scope: 'us',
                price: ', $5.5/$27.5 per million tokens in/out instead of $15/$75',
              },
              output: `export const options = [{ id: 'us.anthropic.claude-opus-4-5-20251101-v1:0', name: 'Claude Opus 4.5' }];
export const prices = { 'us.anthropic.claude-opus-4-1-20250805-v1:0': 15 };
export const isOpus = (id: string) => id === 'us.anthropic.claude-opus-4-1-20250805-v1:0';
export type Model = 'us.anthropic.claude-opus-4-1-20250805-v1:0';`,
            },
          ],
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
      ],
    },
    // Template with a hole.
    {
      code: 'export const model = `${geography}.«anthropic.claude-opus-4-1-20250805-v1:0»`;',
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
      ],
    },
    // A target that no model of the family meets.
    {
      code: `export const MODEL = '«us.anthropic.claude-opus-4-1-20250805-v1:0»';`,
      policy: { target: { opus: '4.1' } },
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: `No active model of its family fits the policy's target`,
          },
        },
      ],
    },
    // Moved where the policy says so, together with the profile that a bare ID needs.
    {
      code: `export const MODEL = '«anthropic.claude-sonnet-4-6»';`,
      policy: { target: { sonnet: 'latest' }, superseded: 'move' },
      output: null,
      errors: [
        {
          messageId: 'superseded',
          data: { id: 'anthropic.claude-sonnet-4-6', name: 'Claude Sonnet 4.6', newest: 'Claude Sonnet 5.5' },
          suggestions: [
            {
              messageId: 'useSuccessorProfile',
              data: {
                to: 'global.anthropic.claude-sonnet-5-5',
                toName: 'Claude Sonnet 5.5',
                scope: 'global',
                price: ', $2/$10 per million tokens in/out instead of $3.3/$16.5',
              },
              output: `export const MODEL = 'global.anthropic.claude-sonnet-5-5';`,
            },
          ],
        },
      ],
    },
    // Superseded, with the newest generation that offers the profile.
    {
      code: `export const MODEL = '«us.anthropic.claude-sonnet-5»';`,
      options: { reportSuperseded: true },
      output: null,
      errors: [
        {
          messageId: 'superseded',
          data: { id: 'us.anthropic.claude-sonnet-5', name: 'Claude Sonnet 5', newest: 'Claude Sonnet 5.5' },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: { to: 'us.anthropic.claude-sonnet-5-5', toName: 'Claude Sonnet 5.5', scope: 'us', price: '' },
              output: `export const MODEL = 'us.anthropic.claude-sonnet-5-5';`,
            },
          ],
        },
      ],
    },
    {
      code: `export const MODEL = '«jp.anthropic.claude-sonnet-4-6»';`,
      options: { reportSuperseded: true },
      output: null,
      errors: [
        {
          messageId: 'superseded',
          data: { id: 'jp.anthropic.claude-sonnet-4-6', name: 'Claude Sonnet 4.6', newest: 'Claude Sonnet 5.5' },
          suggestions: [
            {
              messageId: 'chooseProfile',
              data: {
                to: 'global.anthropic.claude-sonnet-5-5',
                toName: 'Claude Sonnet 5.5',
                scope: 'global',
                price: ', $2/$10 per million tokens in/out instead of $3.3/$16.5',
              },
              output: `export const MODEL = 'global.anthropic.claude-sonnet-5-5';`,
            },
          ],
        },
      ],
    },
    {
      code: `export const MODEL = '«jp.anthropic.claude-sonnet-4-5-20250929-v1:0»';`,
      options: { reportSuperseded: true },
      output: null,
      errors: [
        {
          messageId: 'superseded',
          data: {
            id: 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            newest: 'Claude Sonnet 5.5',
          },
          suggestions: [
            {
              messageId: 'useSuccessor',
              data: { to: 'jp.anthropic.claude-sonnet-4-6', toName: 'Claude Sonnet 4.6', scope: 'jp', price: '' },
              output: `export const MODEL = 'jp.anthropic.claude-sonnet-4-6';`,
            },
          ],
        },
      ],
    },
    // Notes on request.
    {
      code: '// «us.anthropic.claude-opus-4-1-20250805-v1:0» is what we pay for.',
      policy: { notes: true },
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'us.anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
        },
      ],
    },
    // A constant of a library, and a grant.
    {
      code: `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
export const environment = { MODEL_ID: «FoundationModelIdentifier.ANTHROPIC_CLAUDE_OPUS_4_1_20250805_V1_0».modelId };`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'replaceConstant',
              data: {
                toName: 'Claude Opus 4.5',
                scope: 'global',
                code: "'global.anthropic.claude-opus-4-5-20251101-v1:0'",
              },
              output: `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
export const environment = { MODEL_ID: 'global.anthropic.claude-opus-4-5-20251101-v1:0' };`,
            },
          ],
        },
      ],
    },
    {
      code: `new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: ['arn:aws:bedrock:*::foundation-model/«anthropic.claude-opus-4-1-20250805-v1:0»'] });`,
      output: null,
      errors: [
        {
          messageId: 'extendedAccess',
          data: {
            id: 'anthropic.claude-opus-4-1-20250805-v1:0',
            name: 'Claude Opus 4.1',
            date: '2026-10-08',
            end: ', and every request fails from 2027-01-08',
            advice: advice.opus,
          },
          suggestions: [
            {
              messageId: 'addProfileResources',
              data: {
                toName: 'Claude Opus 4.5',
                scope: 'global',
                count: '3',
                conditions: ", without the conditions that AWS's example puts on each",
              },
              output: `new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: ['arn:aws:bedrock:*::foundation-model/anthropic.claude-opus-4-1-20250805-v1:0', 'arn:aws:bedrock:*:*:inference-profile/global.anthropic.claude-opus-4-5-20251101-v1:0', 'arn:aws:bedrock:*::foundation-model/anthropic.claude-opus-4-5-20251101-v1:0', 'arn:aws:bedrock:::foundation-model/anthropic.claude-opus-4-5-20251101-v1:0'] });`,
            },
          ],
        },
      ],
    },
  ],
});
