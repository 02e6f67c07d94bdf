import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const head = `import { Bedrock, BedrockClient, GetFoundationModelCommand, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
const client = new BedrockClient({});
const MODEL = '${haiku}';
`;
const answer = 'await client.send(new ListFoundationModelsCommand({}))';

function obstacleIn(code: string, id = haiku) {
  return read(`${head.replace(haiku, id)}${code}`, 'src/app.ts').modelReferences[0]?.fixed;
}

describe('an ID that is compared with those of foundation models', () => {
  it.each([
    ['by some', `(${answer}).modelSummaries!.some((m) => m.modelId === MODEL);`],
    ['by find', `(${answer}).modelSummaries?.find((m) => MODEL == m.modelId);`],
    ['by a pattern', `(${answer}).modelSummaries.every(({ modelId }) => modelId !== MODEL);`],
    [
      'by a pattern of the answer',
      `const { modelSummaries = [] } = ${answer};\nmodelSummaries.filter((m) => m.modelId === MODEL);`,
    ],
    ['in a loop', `for (const m of (${answer}).modelSummaries ?? []) if (m.modelId === MODEL) use(m);`],
    ['after others were left out', `(${answer}).modelSummaries.filter(isActive).some((m) => m.modelId === MODEL);`],
    ['in a list of IDs', `const ids = (${answer}).modelSummaries.map((m) => m.modelId);\nuse(ids.includes(MODEL));`],
    [
      'in a list of IDs, one by one',
      `const ids = (${answer}).modelSummaries.map((m) => m.modelId);\nids.some((id) => id === MODEL);`,
    ],
    [
      'in a set of IDs',
      `const ids = new Set((${answer}).modelSummaries.map(({ modelId }) => modelId));\nuse(ids.has(MODEL));`,
    ],
    [
      'in what a helper lists',
      `const list = async () => (${answer}).modelSummaries ?? [];\n(await list()).some((m) => m.modelId === MODEL);`,
    ],
    [
      'in a helper',
      `const has = async (id) => (${answer}).modelSummaries.some((m) => m.modelId === id);\nawait has(MODEL);`,
    ],
    [
      'by a client with methods',
      `(await new Bedrock({}).listFoundationModels({})).modelSummaries.some((m) => m.modelId === MODEL);`,
    ],
  ])('stays: %s', (_, code) => {
    expect(obstacleIn(code)).toBe('the code compares it with the IDs of foundation models, which have no geography');
  });

  it.each([
    ['another list', 'models.some((m) => m.modelId === MODEL);'],
    ['other summaries', '(await other()).modelSummaries.some((m) => m.modelId === MODEL);'],
    ['another property', `(${answer}).modelSummaries.some((m) => m.modelName === MODEL);`],
    ['a list without it', `(${answer}).modelSummaries.map((m) => m.modelId);\nuse(MODEL);`],
    ['another command', `(await client.send(new OtherCommand())).modelSummaries.some((m) => m.modelId === MODEL);`],
    ['an ID with a geography before it', `(${answer}).modelSummaries.some((m) => \`us.\${m.modelId}\` === MODEL);`],
  ])('moves beside %s', (_, code) => {
    expect(obstacleIn(code)).toBeNull();
  });

  it('moves where it has a geography, and equals none of them today', () => {
    expect(obstacleIn(`(${answer}).modelSummaries.some((m) => m.modelId === MODEL);`, `us.${haiku}`)).toBeNull();
  });

  it('moves beside commands of another module', () => {
    const code = `(${answer}).modelSummaries.some((m) => m.modelId === MODEL);`;
    const source = `${head.replace('@aws-sdk/client-bedrock', './commands.js')}${code}`;
    expect(read(source, 'src/app.ts').modelReferences[0]?.fixed).toBeNull();
  });
});

describe('an ID that is given to an API of foundation models', () => {
  const files = { 'src/ids.ts': `export const MODEL = '${haiku}';` };
  const given = (code: string) =>
    read(
      `import { Bedrock, GetFoundationModelCommand } from '@aws-sdk/client-bedrock';\nimport { MODEL } from './ids.js';\n${code}`,
      'src/app.ts',
      files,
    ).foundationArns ?? [];

  it.each([
    ['a command', 'new GetFoundationModelCommand({ modelIdentifier: MODEL });'],
    ['a method', 'new Bedrock({}).getFoundationModel({ modelIdentifier: MODEL });'],
  ])('stays in its own file: %s', (_, code) => {
    expect(given(code)).toMatchObject([{ use: 'given', id: { path: 'src/ids.ts' } }]);
  });

  it.each([
    ['another method', 'new Bedrock({}).getModelInvocationJob({ modelIdentifier: MODEL });'],
    ['a method of another client', 'other.getFoundationModel({ modelIdentifier: MODEL });'],
    ['another property', 'new GetFoundationModelCommand({ name: MODEL });'],
  ])('moves: %s', (_, code) => {
    expect(given(code)).toEqual([]);
  });
});
