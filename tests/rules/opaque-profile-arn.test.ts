import opaqueProfileArn from '../../src/rules/opaque-profile-arn.js';
import { runRule } from './run-rule.js';

const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
const profile = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
const provisioned = 'arn:aws:bedrock:us-east-1:123456789012:provisioned-model/a1b2c3d4e5f6';

runRule(opaqueProfileArn, {
  valid: [
    // The ARN says it itself.
    {
      code: `${sdk}new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-4-8' });`,
    },
    // Resources of other kinds, and of other services.
    {
      code: `${sdk}new ConverseCommand({ modelId: 'arn:aws:bedrock:us-east-1:123456789012:imported-model/a1b2c3d4e5f6' });`,
    },
    { code: `const bedrock = 'arn:aws:s3:::application-inference-profile/a1b2c3d4e5f6';` },
    // Granted, compared, looked up.
    { code: `new PolicyStatement({ actions: ['bedrock:*'], resources: ['${profile}'] });` },
    { code: `if (modelId === '${profile}') log(modelId);` },
    { code: `const prices = { '${profile}': 3 };` },
    // An ARN that is computed can't be a key of the configuration.
    {
      code: `${sdk}new ConverseCommand({ modelId: \`arn:aws:bedrock:\${region}:123456789012:application-inference-profile/a1b2c3d4e5f6\` });`,
    },
    // The model is named beside it.
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
new ChatBedrockConverse({ model: 'anthropic.claude-opus-4-8', applicationInferenceProfile: '${profile}' });`,
    },
    { code: `const modelId = '${profile}';`, policy: { profiles: { [profile]: 'anthropic.claude-opus-4-8' } } },
    { code: `const modelId = '${profile}';`, options: { ignoreArns: [profile] } },
  ],
  invalid: [
    {
      code: `${sdk}new ConverseCommand({ modelId: '«${profile}»' });`,
      output: null,
      errors: [{ messageId: 'unnamed', data: { kind: 'application inference profile', arn: profile } }],
    },
    {
      code: `export const modelId = process.env.MODEL_ID ?? '«${provisioned}»';`,
      output: null,
      errors: [{ messageId: 'unnamed', data: { kind: 'provisioned model', arn: provisioned } }],
    },
    // Another ARN has a name.
    {
      code: `export const modelId = '«${profile}»';`,
      policy: { profiles: { [provisioned]: 'anthropic.claude-opus-4-8' } },
      output: null,
      errors: [{ messageId: 'unnamed', data: { kind: 'application inference profile', arn: profile } }],
    },
  ],
});
