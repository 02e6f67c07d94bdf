import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import noConflictingSampling from '../../src/rules/no-conflicting-sampling.js';
import noEndOfLifeModel from '../../src/rules/no-end-of-life-model.js';
import type { Repair } from '../../src/rules/finding.js';
import { asOf } from './run-rule.js';

const haiku = 'us.anthropic.claude-3-haiku-20240307-v1:0';
const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;

/** The repairs of the one finding of a source. */
function repairsOf(text: string, config: Readonly<Record<string, unknown>> = {}): readonly Repair[] {
  const document = openDocument({ path: 'src/a.ts', text, files: null });
  const [finding] = noEndOfLifeModel.detect(document, {
    policy: createPolicy({ settings: config }, { asOf, catalog }),
    options: noEndOfLifeModel.defaultOptions[0],
  });
  return finding?.repairs ?? [];
}

it('asks nobody about an ID that only a call gets', () => {
  const [repair] = repairsOf(`${sdk}new ConverseCommand({ modelId: '${haiku}' });`);
  expect(repair).toMatchObject({ id: 'useSuccessor', safety: 'safe' });
  expect(repair).not.toHaveProperty('needs');
});

it('asks whether the type of such an ID is a list of others', () => {
  const [repair] = repairsOf(`${sdk}new ConverseCommand({ modelId: '${haiku}' satisfies ModelId });`);
  expect(repair?.needs).toEqual([
    { kind: 'notLookedUp', from: haiku, to: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' },
  ]);
});

it.each([
  ['safe', 2, 'temperature: 0.5, topP: 0.9'],
  ['safe', 2, 'temperature: 0.5, topP: options.topP'],
  // Whoever leaves the temperature away would lose the only parameter that is sent.
  ['review', 1, 'temperature: options.temperature, topP: options.topP'],
])('is %s, with %i edits, for { %s }', (safety, count, config) => {
  const [repair] = repairsOf(
    `${sdk}export const ask = (options) => new ConverseCommand({ modelId: '${haiku}', inferenceConfig: { ${config} } });`,
  );
  expect(repair).toMatchObject({ safety, edits: Array.from({ length: count }, () => ({})) });
});

it.each([
  // A call of another vendor's model.
  `const inferenceConfig = { temperature: 0.5, topP: 0.9 };
new ConverseCommand({ modelId: '${haiku}', inferenceConfig });
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', inferenceConfig });`,
  // Another model in the same call.
  `const ask = (nova) => new ConverseCommand({ modelId: nova ? 'us.amazon.nova-pro-v1:0' : '${haiku}', inferenceConfig: { temperature: 0.5, topP: 0.9 } });`,
])('leaves what other models are asked with to the rules on requests', (code) => {
  const [repair] = repairsOf(`${sdk}${code}`);
  expect(repair).toMatchObject({ id: 'useSuccessor', safety: 'review', edits: [{}] });
});

it.each([
  ['review', 'inferenceConfig: { maxTokens: 30 }', 'latest'],
  ['safe', 'inferenceConfig: { maxTokens: 4096 }', 'latest'],
  ['safe', 'inferenceConfig: { maxTokens: limit }', 'latest'],
  [
    'safe',
    "inferenceConfig: { maxTokens: 30 }, additionalModelRequestFields: { thinking: { type: 'disabled' } }",
    'latest',
  ],
  ['safe', 'inferenceConfig: { maxTokens: 30 }', 'nearest'],
])('is %s for { %s }, because of a limit that a model which thinks unasked would use up, with target %s', (...row) => {
  const [safety, request, target] = row;
  const [repair] = repairsOf(
    `${sdk}export const ask = (messages, limit) => new ConverseCommand({ modelId: '${haiku}', messages, ${request} });`,
    { target },
  );
  expect(repair).toMatchObject({ id: 'useSuccessor', safety });
});

it('takes a pair out of an object that no known call takes only under review', () => {
  const [repair] = repairsOf(`ask({ modelId: '${haiku}', temperature: 0.5, topP: 0.9 });`);
  expect(repair).toMatchObject({ id: 'useSuccessor', safety: 'review', edits: [{}, {}] });
});

it('leaves a row of a table alone that would not compile without the property', () => {
  const table = `const models = { claude: { id: '${haiku}', temperature: 0.5, topP: 0.9 }, nova: { id: 'us.amazon.nova-pro-v1:0', temperature: 0.5, topP: 0.9 } };`;
  expect(repairsOf(`${table} export const topP = (name: 'claude' | 'nova') => models[name].topP;`)).toEqual([]);
  expect(repairsOf(table)).toMatchObject([{ safety: 'review', edits: [{}, {}] }]);
});

it('takes nothing out of a text completion, which is rewritten as a whole', () => {
  const text = `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
new InvokeModelCommand({ modelId: 'anthropic.claude-v2', body: JSON.stringify({ prompt: 'Hi', temperature: 0.5, top_p: 0.5 }) });`;
  const document = openDocument({ path: 'src/a.ts', text, files: null });
  const policy = createPolicy({}, { asOf, catalog });
  expect([...noConflictingSampling.detect(document, { policy, options: {} })]).toMatchObject([
    { messageId: 'bothSetForSuccessor', repairs: [], unrepaired: 'its request must be rewritten with it' },
  ]);
});

describe('the profile that the policy names', () => {
  const call = (id: string, region: string) =>
    `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({ region: '${region}' });
client.send(new ConverseCommand({ modelId: '${id}' }));`;
  const bare = 'anthropic.claude-3-5-sonnet-20240620-v1:0';
  const choices = (text: string) =>
    repairsOf(text, { profile: 'us' }).map(({ id, safety, data }) => [id, safety, data?.['scope']]);

  it('is taken where the region of the call reaches it', () => {
    expect(choices(call(bare, 'us-west-2'))).toEqual([['useSuccessorProfile', 'safe', 'us']]);
  });

  it('is left to a person where it does not', () => {
    expect(choices(call(bare, 'ap-northeast-1'))).toEqual(
      expect.arrayContaining([
        ['chooseProfile', 'review', 'jp'],
        ['chooseProfile', 'review', 'global'],
      ]),
    );
    expect(choices(call(bare, 'ap-northeast-1')).flat()).not.toContain('us');
  });

  it('never takes the place of one of GovCloud', () => {
    expect(choices(`${sdk}new ConverseCommand({ modelId: 'us-gov.${bare}' });`)).toEqual([
      ['useSuccessor', 'safe', 'us-gov'],
    ]);
  });
});
