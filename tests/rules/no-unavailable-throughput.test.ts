import rule from '../../src/rules/no-unavailable-throughput.js';
import { runRule } from './run-rule.js';

const provisioned = 'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/a1b2c3d4e5f6';
const reserved =
  'What can be bought is the Reserved tier, of Claude Haiku 4.5, Claude Opus 4.5, Claude Opus 4.6, Claude Sonnet 4.5, and Claude Sonnet 4.6';
const sdk = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';`;

runRule(rule, {
  valid: [
    // What every model has.
    {
      code: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', performanceConfig: { latency: 'standard' }, serviceTier: { type: 'default' } });`,
    },
    // The Reserved tier of a model that has it, and of one that nobody read about.
    {
      code: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', serviceTier: { type: 'reserved' } });
new ConverseCommand({ modelId: 'us.anthropic.claude-opus-5', serviceTier: { type: 'reserved' } });`,
    },
    // Other providers' models, a model nobody knows, another package.
    {
      code: `${sdk}
// No Claude here.
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', performanceConfig: { latency: 'optimized' } });
new ConverseCommand({ modelId: process.env.MODEL_ID, serviceTier: { type: 'flex' } });`,
    },
    {
      code: `import { ConverseCommand } from './bedrock';
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', performanceConfig: { latency: 'optimized' } });`,
    },
    // Provisioned throughput of nobody knows what; and of a model that a lookup, not a purchase, names.
    {
      code: `${sdk}
// Claude or not.
new ConverseCommand({ modelId: '${provisioned}', messages: [] });`,
    },
    {
      code: `import { GetFoundationModelCommand, CreateProvisionedModelThroughputCommand } from '@aws-sdk/client-bedrock';
new GetFoundationModelCommand({ modelIdentifier: 'anthropic.claude-sonnet-4-6' });
new CreateProvisionedModelThroughputCommand({ modelId: 'amazon.nova-lite-v1:0:24k', modelUnits: 1, provisionedModelName: 'nova' });`,
    },
    // What was provisioned is past its end of life: that is another rule's to say.
    {
      code: `import { CreateProvisionedModelThroughputCommand } from '@aws-sdk/client-bedrock';
new CreateProvisionedModelThroughputCommand({ modelId: 'anthropic.claude-3-haiku-20240307-v1:0:200k', modelUnits: 1, provisionedModelName: 'old' });`,
    },
  ],
  invalid: [
    {
      code: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  messages: [],
  performanceConfig: { «latency: 'optimized'» },
});`,
      output: null,
      errors: [
        {
          messageId: 'latency',
          data: { name: 'Claude Haiku 4.5', id: '', tier: '', advice: 'Remove the setting' },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'performanceConfig' },
              output: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  messages: [],
});`,
            },
          ],
        },
      ],
    },
    // A model that has ended and had it.
    {
      code: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-3-5-haiku-20241022-v1:0', performanceConfig: { «latency: 'optimized'» } });`,
      output: null,
      errors: [
        {
          messageId: 'latencyForSuccessor',
          data: {
            name: 'Claude Haiku 4.5',
            id: 'us.anthropic.claude-3-5-haiku-20241022-v1:0',
            tier: '',
            advice: 'Remove the setting',
          },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'performanceConfig' },
              output: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-3-5-haiku-20241022-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A tier, in the input and in the body of InvokeModel.
    {
      code: `${sdk}
new InvokeModelCommand({
  modelId: 'us.anthropic.claude-opus-4-8',
  «serviceTier: 'priority'»,
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], «service_tier: 'flex'» }),
});`,
      output: null,
      errors: [
        {
          messageId: 'tier',
          data: { name: 'Claude Opus 4.8', id: '', tier: 'priority', advice: `Remove the setting. ${reserved}` },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'serviceTier' },
              output: `${sdk}
new InvokeModelCommand({
  modelId: 'us.anthropic.claude-opus-4-8',
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], service_tier: 'flex' }),
});`,
            },
          ],
        },
        {
          messageId: 'tier',
          data: { name: 'Claude Opus 4.8', id: '', tier: 'flex', advice: `Remove the setting. ${reserved}` },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'service_tier' },
              output: `${sdk}
new InvokeModelCommand({
  modelId: 'us.anthropic.claude-opus-4-8',
  serviceTier: 'priority',
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] }),
});`,
            },
          ],
        },
      ],
    },
    // One object for two calls, of which one reaches another model: nothing is taken from it.
    {
      code: `${sdk}
const fast = { performanceConfig: { «latency: 'optimized'» } };
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', ...fast });
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', ...fast });`,
      output: null,
      errors: [
        { messageId: 'latency', data: { name: 'Claude Sonnet 4.6', id: '', tier: '', advice: 'Remove the setting' } },
      ],
    },
    // Buying throughput.
    {
      code: `import { CreateProvisionedModelThroughputCommand as Buy } from '@aws-sdk/client-bedrock';
const input = { modelId: '«anthropic.claude-sonnet-4-5-20250929-v1:0»', modelUnits: 1, provisionedModelName: 'own' };
await client.send(new Buy(input));`,
      output: null,
      errors: [
        {
          messageId: 'notProvisioned',
          data: {
            id: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            arn: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            name: 'Claude Sonnet 4.5',
            advice: 'What can be bought is the Reserved tier, which Claude Sonnet 4.5 has',
          },
        },
      ],
    },
    // Throughput that the team's configuration, or the request, proves to be Claude's.
    {
      code: `${sdk}
new ConverseCommand({ modelId: '«${provisioned}»', messages: [] }); // Claude`,
      policy: { profiles: { [provisioned]: 'anthropic.claude-opus-4-8' } },
      output: null,
      errors: [
        {
          messageId: 'provisioned',
          data: { id: provisioned, arn: provisioned, name: 'Claude Opus 4.8', advice: reserved },
        },
      ],
    },
    {
      code: `${sdk}
new InvokeModelCommand({ modelId: «'${provisioned}'», body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] }) });`,
      output: null,
      errors: [{ messageId: 'provisionedClaude', data: { arn: provisioned, advice: reserved } }],
    },
    // The successor of a model whose tiers nobody read about.
    {
      code: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-3-5-haiku-20241022-v1:0', «serviceTier: { type: 'flex' }» });`,
      output: null,
      errors: [
        {
          messageId: 'tierForSuccessor',
          data: {
            name: 'Claude Haiku 4.5',
            id: 'us.anthropic.claude-3-5-haiku-20241022-v1:0',
            tier: 'flex',
            advice: 'Remove the setting. What can be bought is the Reserved tier, which Claude Haiku 4.5 has',
          },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'serviceTier' },
              output: `${sdk}
new ConverseCommand({ modelId: 'us.anthropic.claude-3-5-haiku-20241022-v1:0' });`,
            },
          ],
        },
      ],
    },
    // A model that nobody names, in a request that only Claude takes.
    {
      code: `${sdk}
new InvokeModelCommand({
  modelId: process.env.MODEL_ID,
  «serviceTier: 'flex'»,
  «performanceConfigLatency: 'optimized'»,
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] }),
});`,
      output: null,
      errors: [
        {
          messageId: 'tierForTarget',
          data: { name: 'Claude Haiku 4.5', id: '', tier: 'flex', advice: `Remove the setting. ${reserved}` },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'serviceTier' },
              output: `${sdk}
new InvokeModelCommand({
  modelId: process.env.MODEL_ID,
  performanceConfigLatency: 'optimized',
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] }),
});`,
            },
          ],
        },
        {
          messageId: 'latencyForTarget',
          data: { name: 'Claude Haiku 4.5', id: '', tier: '', advice: 'Remove the setting' },
          suggestions: [
            {
              messageId: 'dropThroughputSetting',
              data: { setting: 'performanceConfigLatency' },
              output: `${sdk}
new InvokeModelCommand({
  modelId: process.env.MODEL_ID,
  serviceTier: 'flex',
  body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] }),
});`,
            },
          ],
        },
      ],
    },
  ],
});
