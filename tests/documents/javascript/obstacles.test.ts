import { describe, expect, it } from 'vitest';
import { read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Why the one reference of a source can't be edited in place. */
function obstacleIn(source: string, path?: string) {
  const { modelReferences } = read(source, path);
  expect(modelReferences).toHaveLength(1);
  return modelReferences[0]?.fixed;
}

describe('an ID with a geography where only a foundation model can stand', () => {
  it.each([
    `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';\nnew FoundationModelIdentifier('us.${haiku}');`,
    `import * as bedrock from 'aws-cdk-lib/aws-bedrock';\nconst MODEL = 'us.${haiku}';\nbedrock.FoundationModel.fromFoundationModelId(this, 'M', { modelId: MODEL });`,
  ])('makes an ARN that does not exist: %s', (source) => {
    expect(obstacleIn(source)).toBe(
      'only a foundation model can stand here, whose ID has no geography: `us.` makes an ARN that does not exist',
    );
  });

  it('is taken by anything else', () => {
    expect(obstacleIn(`import { Other } from 'aws-cdk-lib/aws-bedrock';\nnew Other('us.${haiku}');`)).toBeNull();
  });
});

describe('a foundation model', () => {
  const reason = 'a foundation model is meant here, and its successor is called through a profile';

  it.each([
    [
      'is asked about',
      `import { GetFoundationModelCommand } from '@aws-sdk/client-bedrock';\nnew GetFoundationModelCommand({ modelIdentifier: '${haiku}' });`,
    ],
    [
      'has its tokens counted',
      `import { CountTokensCommand } from '@aws-sdk/client-bedrock-runtime';\nnew CountTokensCommand({ modelId: '${haiku}' });`,
    ],
    [
      'is asked about through a variable',
      `import { CreateProvisionedModelThroughputCommand } from '@aws-sdk/client-bedrock';\nconst modelId = '${haiku}';\nnew CreateProvisionedModelThroughputCommand({ modelId, modelUnits: 1 });`,
    ],
    [
      'becomes an ARN in CDK',
      `import * as bedrock from 'aws-cdk-lib/aws-bedrock';\nbedrock.FoundationModel.fromFoundationModelId(this, 'Model', new bedrock.FoundationModelIdentifier('${haiku}'));`,
    ],
    [
      'is an object of CDK',
      `import { FoundationModel } from 'aws-cdk-lib/aws-bedrock';\nFoundationModel.fromFoundationModelId(this, 'Model', { modelId: '${haiku}' });`,
    ],
  ])('%s', (_, source) => {
    expect(obstacleIn(source)).toBe(reason);
  });

  it.each([
    [
      'a job that takes profiles too',
      `import { CreateModelInvocationJobCommand } from '@aws-sdk/client-bedrock';\nnew CreateModelInvocationJobCommand({ modelId: '${haiku}' });`,
    ],
    [
      'an agent',
      `import { CfnAgent } from 'aws-cdk-lib/aws-bedrock';\nnew CfnAgent(this, 'Agent', { foundationModel: '${haiku}' });`,
    ],
    [
      'a class of the same name',
      `import { GetFoundationModelCommand } from './commands.js';\nnew GetFoundationModelCommand({ modelIdentifier: '${haiku}' });`,
    ],
  ])('is not what %s takes', (_, source) => {
    expect(obstacleIn(source)).toBeNull();
  });
});

describe('an application inference profile of LangChain', () => {
  const chat = (options: string) =>
    `import { ChatBedrockConverse } from '@langchain/aws';\nnew ChatBedrockConverse({ model: '${haiku}'${options} });`;

  it('is called instead of the model beside it', () => {
    const source = chat(", applicationInferenceProfile: process.env['PROFILE']");
    expect(read(source).modelReferences).toMatchObject([
      { level: 'warning', fixed: 'the call goes to the application inference profile beside it' },
    ]);
  });

  it('leaves a model without one alone', () => {
    expect(read(chat('')).modelReferences).toMatchObject([{ level: 'error', fixed: null }]);
  });
});

describe('a step of a database migration', () => {
  const source = `export const up = (knex) => knex('settings').insert({ model: '${haiku}' });`;

  it.each(['db/migrations/20240101120000_model.js', 'migrations/0001-init.js', 'src/migration/1712345678901-Model.js'])(
    'is not edited: %s',
    (path) => {
      expect(obstacleIn(source, path)).toBe('a migration may have run');
    },
  );

  it.each(['src/migrations/index.js', 'src/migrations.js', 'src/migrations/to-claude-4.js'])('is not %s', (path) => {
    expect(obstacleIn(source, path)).toBeNull();
  });
});

describe('a file that imports what only tests need', () => {
  const use = `export const handler = () => ({ modelId: '${haiku}' });`;

  it.each([
    `import { http } from 'msw';`,
    `import nock from 'nock';`,
    `import { mockClient } from 'aws-sdk-client-mock';`,
    `import 'aws-sdk-client-mock-jest';`,
    `const sinon = require('sinon');`,
  ])('expects, whatever its name: %s', (first) => {
    const [reference] = read(`${first}\n${use}`, 'src/handlers.js').modelReferences;
    expect(reference).toMatchObject({ position: 'assertion', level: 'note' });
  });

  it.each([`import { defineConfig } from 'vitest/config';`, `import assert from 'node:assert';`])(
    'is not one that needs %s',
    (first) => {
      const [reference] = read(`${first}\n${use}`, 'src/handlers.js').modelReferences;
      expect(reference).toMatchObject({ position: 'constant', level: 'error' });
    },
  );
});

describe('a type of the project', () => {
  const ai = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';\nimport type { ModelId } from './types.js';\n`;

  it.each([
    `bedrock('${haiku}' satisfies ModelId);`,
    `const model: ModelId = '${haiku}';\nbedrock(model);`,
    `export const ask = (model: ModelId | undefined = '${haiku}') => bedrock(model);`,
    `const input: Record<string, ModelId> = { modelId: '${haiku}' };\nnew ConverseCommand(input);`,
  ])('says what may stand in %s', (source) => {
    expect(read(`${ai}${source}`).modelReferences).toMatchObject([{ isTyped: true }]);
  });

  it.each([
    `bedrock('${haiku}' as const);`,
    `const model: string = '${haiku}';\nbedrock(model);`,
    `const input: ConverseCommandInput = { modelId: '${haiku}', messages: [] };\nnew ConverseCommand(input);`,
    `const input: Record<string, string> = { modelId: '${haiku}' };\nnew ConverseCommand(input);`,
  ])('says nothing about %s', (source) => {
    expect(read(`${ai}${source}`).modelReferences[0]).not.toHaveProperty('isTyped');
  });
});

describe('sampling of the AI SDK', () => {
  const call = (before: string, model: string) =>
    `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\nimport { generateText } from 'ai';\n${before}generateText({ model${model}, temperature: 0.2, topP: 0.9 });`;

  it.each([
    ['beside the model', call('', `: bedrock('${haiku}')`)],
    ['through a variable', call(`const model = bedrock('${haiku}');\n`, '')],
  ])('is read %s', (_, source) => {
    expect(read(source).modelReferences).toMatchObject([
      { sampling: { temperature: { name: 'temperature' }, topP: { name: 'topP' } } },
    ]);
  });

  it.each([
    ['that several calls use', call(`const model = bedrock('${haiku}');\ngenerateText({ model });\n`, '')],
    ['of a provider that takes the pair apart', call('', `: bedrockAnthropic('${haiku}')`)],
  ])('is not read for a model %s', (_, source) => {
    expect(read(source).modelReferences[0]).not.toHaveProperty('sampling');
  });
});

describe('sampling beside a model that no known call takes', () => {
  it.each([
    ['in the same object', `ask({ model: '${haiku}', temperature: 0.1, top_p: 0.9 });`, 'top_p'],
    [
      'in an object inside it',
      `export const config = { modelId: process.env['M'] ? 'x' : '', fallback: '${haiku}', inference: { temperature: 0.1, topP: 0.9 } };`,
      'topP',
    ],
  ])('is read %s', (_, source, name) => {
    expect(read(source).modelReferences).toMatchObject([
      { position: 'constant', surface: null, sampling: { temperature: { name: 'temperature' }, topP: { name } } },
    ]);
  });

  it.each([
    [`ask({ model: '${haiku}', temperature: 0.1 });`, 'temperature'],
    [`ask({ model: '${haiku}', top_p: 0.1 });`, 'topP'],
    [`ask({ model: '${haiku}', body: { anthropic_version: 'bedrock-2023-05-31', top_k: 1 } });`, 'topK'],
  ])('may be one parameter, as in %s', (source, name) => {
    expect(read(source).modelReferences).toMatchObject([{ sampling: { [name]: { removal: {} } } }]);
  });

  it.each([
    `ask({ model: '${haiku}', weather: { temperature: 20 } });`,
    `ask('${haiku}', { temperature: 0.1, topP: 0.9 });`,
  ])('is not there in %s', (source) => {
    expect(read(source).modelReferences[0]).not.toHaveProperty('sampling');
  });
});

describe('an ARN of a foundation model that code makes of an ID', () => {
  const call = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: MODEL });`;
  const reason = 'the code makes the ARN of a foundation model of it, which takes no geography';

  it.each([
    ['in a template', 'const arn = `arn:aws:bedrock:*::foundation-model/${MODEL}`;', haiku, reason],
    ['in a sum', `const arn = 'arn:aws:bedrock:*::foundation-model/' + MODEL;`, haiku, reason],
    [
      'of an argument',
      'const toArn = (id: string) => `arn:aws:bedrock:*::foundation-model/${id}`;\ntoArn(MODEL);',
      haiku,
      reason,
    ],
    ['of a profile', 'const arn = `arn:aws:bedrock:*:1:inference-profile/${MODEL}`;', haiku, null],
    ['of another ID', 'const arn = `arn:aws:bedrock:*::foundation-model/${other()}`;', haiku, null],
    // It has a geography: nothing was right before.
    ['with a geography', 'const arn = `arn:aws:bedrock:*::foundation-model/${MODEL}`;', `us.${haiku}`, null],
  ])('holds it where it is bare: %s', (_, code, id, expected) => {
    expect(obstacleIn(`const MODEL = '${id}';\n${code}\n${call}`)).toBe(expected);
  });
});

describe('the name of a setting', () => {
  it.each([
    [`const props = { environment: { MODEL_ID: '${haiku}' } };`, 'MODEL_ID'],
    [`const id = '${haiku}';\nconst props = { environment: { variables: { 'MODEL_ID': id } } };`, 'MODEL_ID'],
    [`handler.addEnvironment('MODEL_ID', '${haiku}');`, 'MODEL_ID'],
    [`process.env.MODEL_ID ??= '${haiku}';`, 'MODEL_ID'],
    [`const props = { settings: { MODEL_ID: '${haiku}' } };`, undefined],
    [`handler.addModel('MODEL_ID', '${haiku}');`, undefined],
  ])('of %s', (source, setting) => {
    const [reference] = read(source).modelReferences;
    expect(reference?.name.base).toBe(haiku);
    expect(reference?.setting).toBe(setting);
  });
});
