import { describe, expect, it } from 'vitest';
import { rangeOf, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-sonnet-20240229-v1:0';

describe('model gates', () => {
  it.each([
    ['includes', `id.includes('claude-3')`, { kind: 'includes', patterns: ['claude-3'] }],
    ['indexOf', `id.indexOf("claude-3")`, { kind: 'includes', patterns: ['claude-3'] }],
    ['startsWith', `id.startsWith('anthropic.')`, { kind: 'startsWith', patterns: ['anthropic.'] }],
    ['endsWith', `id.endsWith('claude-v2')`, { kind: 'endsWith', patterns: ['claude-v2'] }],
    ['optional call', `id?.includes('claude-3')`, { kind: 'includes', patterns: ['claude-3'] }],
    ['after another call', `id.toLowerCase().includes('claude')`, { kind: 'includes', patterns: ['claude'] }],
    ['test', `/claude-3/i.test(id)`, { kind: 'regex', patterns: ['claude-3'], flags: 'i' }],
    ['match', `id.match(/^anthropic\\./)`, { kind: 'regex', patterns: ['^anthropic\\.'], flags: '' }],
    ['equality', `id === '${haiku}'`, { kind: 'equality', patterns: [haiku] }],
    ['a list', `['${haiku}', '${sonnet}'].includes(id)`, { kind: 'list', patterns: [haiku, sonnet] }],
  ])('are seen: %s', (_, expression, gate) => {
    const source = `export const gate = (id) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toEqual([
      { ...gate, range: rangeOf(source, expression), geography: false },
    ]);
  });

  it.each([
    ['a prefix', `id.startsWith('us.')`, { kind: 'startsWith', patterns: ['us.'] }],
    [
      'a pattern',
      String.raw`/^(us|eu|apac)\./.test(id)`,
      { kind: 'regex', patterns: [String.raw`^(us|eu|apac)\.`], flags: '' },
    ],
    [
      'alternatives',
      String.raw`/^us\.|^eu\./.test(id)`,
      { kind: 'regex', patterns: [String.raw`^us\.|^eu\.`], flags: '' },
    ],
    ['a list', `['us.', 'eu.'].some((geo) => id.startsWith(geo))`, { kind: 'list', patterns: ['us.', 'eu.'] }],
    ['a list in a constant', `GEOS.includes(id)`, { kind: 'list', patterns: ['us', 'eu', 'apac'] }],
  ])('know geographies: %s', (_, expression, gate) => {
    const source = `const GEOS = ['us', 'eu', 'apac'];\nexport const gate = (id) => ${expression};`;
    expect(read(source, 'src/app.js').modelGates).toContainEqual({
      ...gate,
      range: rangeOf(source, expression),
      geography: true,
    });
  });

  it.each([
    `id.includes('gpt-4')`,
    `['us', 'ca'].includes(id)`,
    `/^(in|out)\\./.test(id)`,
    `/^(user|euro)/.test(id)`,
    `id.hasOwnProperty('claude-3')`,
    `id.toString('claude-3')`,
    `id === 'claude'`,
    `LIST.some((item) => item === id)`,
    `id.includes(fragment)`,
  ])('are none: %s', (expression) => {
    expect(read(`export const gate = (id, fragment, LIST) => ${expression};`, 'src/app.js').modelGates).toEqual([]);
  });
});

describe('geography builders', () => {
  it.each([
    '`${geo}.${modelId}`',
    '`us.${modelId}`',
    '`bedrock/eu.${model.id}`',
    `'us.' + modelId`,
    `geo + '.' + modelId`,
    `[geo, modelId].join('.')`,
  ])('are seen: %s', (expression) => {
    const source = `export const id = (geo, modelId, model) => ${expression};`;
    expect(read(source, 'src/app.js').geographyBuilders).toEqual([rangeOf(source, expression)]);
  });

  it.each([
    '`${name}.json`',
    '`${a}/${modelId}`',
    '`plus.${modelId}`',
    '`us.${price}`',
    `'us.' + price`,
    `price + modelId`,
    `[a, price].join('.')`,
    `[a, modelId].join('/')`,
    '`.${modelId}`',
  ])('are none: %s', (expression) => {
    expect(
      read(`export const text = (a, name, modelId, price) => ${expression};`, 'src/app.js').geographyBuilders,
    ).toEqual([]);
  });
});

describe('regions', () => {
  it.each([
    [
      'a client',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'us-west-2' });`,
    ],
    [
      'a client with a constant',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nconst region = 'us-west-2';\nconst config = { region };\nnew BedrockRuntimeClient(config);`,
    ],
    [
      'a provider',
      `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\ncreateAmazonBedrock({ region: 'us-west-2' });`,
    ],
    [
      'the Anthropic SDK',
      `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock({ awsRegion: 'us-west-2' });`,
    ],
    ['the environment', `process.env.AWS_REGION = 'us-west-2';`],
    [
      'a stack',
      `import * as cdk from 'aws-cdk-lib';\nimport { ChatStack } from './chat-stack';\nnew ChatStack(new cdk.App(), 'Chat', { env: { account: '1', region: 'us-west-2' } });`,
    ],
  ])('are those of %s', (_, source) => {
    expect(read(source, 'src/app.js').regions).toEqual(['us-west-2']);
  });

  it.each([
    [
      'a default',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: process.env.AWS_REGION ?? 'us-west-2' });`,
    ],
    ['another service', `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'us-west-2' });`],
    [
      'no region',
      `import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';\nnew BedrockRuntimeClient({ region: 'local' });`,
    ],
  ])('are none of %s', (_, source) => {
    expect(read(source, 'src/app.js').regions).toEqual([]);
  });

  it('belong to a call only when a client names one, and only one', () => {
    const sdk = `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
    const call = `new ConverseCommand({ modelId: '${haiku}' });`;
    const regionOf = (before: string) => read(`${sdk}${before}\n${call}`).modelReferences[0]?.region;
    expect(regionOf(`new BedrockRuntimeClient({ region: 'us-west-2' });`)).toBe('us-west-2');
    expect(
      regionOf(
        `new BedrockRuntimeClient({ region: 'us-west-2' });\nnew BedrockRuntimeClient({ region: 'eu-west-1' });`,
      ),
    ).toBeNull();
    expect(regionOf(`process.env.AWS_REGION = 'us-west-2';`)).toBeNull();
  });

  it('of an ARN are its own', () => {
    expect(
      read(`export const arn = 'arn:aws:bedrock:eu-central-1::foundation-model/${haiku}';`).modelReferences[0]?.region,
    ).toBe('eu-central-1');
  });
});
