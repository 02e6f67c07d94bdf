import rule from '../../src/rules/no-dead-prompt-router.js';
import { runRule } from './run-rule.js';

const router = 'arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/anthropic.claude:1';
const foundation = 'arn:aws:bedrock:us-east-1::foundation-model/';

runRule(rule, {
  valid: [
    // Routers of other models, and of nobody knows which.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const calls = [
  new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/meta.llama:1' }),
  new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:prompt-router/a1b2c3d4e5f6' }),
];`,
    },
    {
      code: `import { CreatePromptRouterCommand } from '@aws-sdk/client-bedrock';
new CreatePromptRouterCommand({ models: [{ modelArn: '${foundation}amazon.nova-lite-v1:0' }], promptRouterName: 'claude-free' });`,
    },
    // Another package, and another constant.
    {
      code: `import { CreatePromptRouterCommand } from './routers';
new CreatePromptRouterCommand({ models: [{ modelArn: '${foundation}anthropic.claude-sonnet-4-6' }] });`,
    },
    {
      code: `import { DefaultPromptRouterIdentifier } from '@aws-cdk/aws-bedrock-alpha';
export const llama = DefaultPromptRouterIdentifier.META_LLAMA_3_1; // not Claude`,
    },
    {
      code: `import { DefaultPromptRouterIdentifier } from './claude-routers';
export const own = DefaultPromptRouterIdentifier.ANTHROPIC_CLAUDE_V1;`,
    },
    // Asking for a model is no router.
    {
      code: `import { GetFoundationModelCommand } from '@aws-sdk/client-bedrock';
new GetFoundationModelCommand({ modelIdentifier: 'anthropic.claude-sonnet-4-6' }); // CreatePromptRouter`,
    },
    // Prose.
    { code: `// Until 2026 this was ${router}.\nexport {};` },
  ],
  invalid: [
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '«${router}»' });`,
      output: null,
      errors: [{ messageId: 'routerEnded', data: { id: 'anthropic.claude:1' } }],
    },
    // A router of one's own, also through a variable and an alias.
    {
      code: `import { CreatePromptRouterCommand } from '@aws-sdk/client-bedrock';
new CreatePromptRouterCommand({
  promptRouterName: 'cheap',
  models: [{ modelArn: '${foundation}«anthropic.claude-sonnet-4-6»' }, { modelArn: '${foundation}«anthropic.claude-haiku-4-5-20251001-v1:0»' }],
  fallbackModel: { modelArn: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/«us.anthropic.claude-sonnet-4-6»' },
});`,
      output: null,
      errors: [
        { messageId: 'notRouted', data: { id: 'anthropic.claude-sonnet-4-6', name: 'Claude Sonnet 4.6' } },
        { messageId: 'notRouted', data: { id: 'anthropic.claude-haiku-4-5-20251001-v1:0', name: 'Claude Haiku 4.5' } },
        { messageId: 'notRouted', data: { id: 'us.anthropic.claude-sonnet-4-6', name: 'Claude Sonnet 4.6' } },
      ],
    },
    {
      code: `import { CreatePromptRouterCommand as Create } from '@aws-sdk/client-bedrock';
const input = { models: [{ modelArn: '${foundation}«anthropic.claude-sonnet-4-6»' }] };
await client.send(new Create(input));`,
      output: null,
      errors: [{ messageId: 'notRouted', data: { id: 'anthropic.claude-sonnet-4-6', name: 'Claude Sonnet 4.6' } }],
    },
    // CDK.
    {
      code: `import * as bedrock from '@aws-cdk/aws-bedrock-alpha';
export const router = bedrock.PromptRouter.fromDefaultId(«bedrock.DefaultPromptRouterIdentifier.ANTHROPIC_CLAUDE_V1», 'us-east-1');`,
      output: null,
      errors: [{ messageId: 'routerEnded', data: { id: 'ANTHROPIC_CLAUDE_V1' } }],
    },
    {
      code: `import { bedrock } from '@cdklabs/generative-ai-cdk-constructs';
export const router = new bedrock.PromptRouter(
  { promptRouterId: 'own', routingModels: [«bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_HAIKU_V1_0»] },
  'us-east-1',
);`,
      output: null,
      errors: [
        { messageId: 'notRouted', data: { id: 'anthropic.claude-3-haiku-20240307-v1:0', name: 'Claude 3 Haiku' } },
      ],
    },
  ],
});
