import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../src/documents/open.js';

const haiku = 'us.anthropic.claude-3-5-haiku-20241022-v1:0';
const sonnet = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';
const rows = `[{ name: 'small', id: '${haiku}' }, { name: 'large', id: '${sonnet}' }]`;
const texts = `['${haiku}', '${sonnet}']`;

/** Whether each ID of a list is one that the file only calls. */
function areOnlyCalled(code: string) {
  const text = `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const call = (modelId: string) => client.send(new ConverseCommand({ modelId, messages }));
${code}`;
  const { modelReferences } = openDocument({ path: 'scripts/ping.ts', text, files: null });
  return modelReferences.map(({ isOnlyCalled }) => isOnlyCalled === true);
}

describe('a list of models that code only calls', () => {
  it.each([
    [
      'a loop',
      `const models = ${rows};\nfor (const model of models) await client.send(new ConverseCommand({ modelId: model.id, messages }));`,
    ],
    [
      'a loop over the list itself',
      `for (const modelId of ${texts}) await client.send(new ConverseCommand({ modelId, messages }));`,
    ],
    [
      'a pattern',
      `const models = ${rows};\nfor (const { name, id } of models) { console.log(name); await client.send(new ConverseCommand({ modelId: id, messages })); }`,
    ],
    [
      'a function of the file',
      `const models = ${rows};\nconsole.log(models.length);\nfor (const model of models) { console.log(model.id); await call(model.id); }`,
    ],
    [
      'a callback',
      `const models = ${texts};\nmodels.forEach((modelId) => client.send(new ConverseCommand({ modelId, messages })));`,
    ],
    [
      'calls at once',
      `const models = ${texts};\nawait Promise.all(models.map(async (modelId) => client.send(new ConverseCommand({ modelId, messages }))));`,
    ],
    [
      'a test of what is written',
      `const models = ${rows};\nfor (const model of models) if (model.name !== 'large') await call(model.id);`,
    ],
  ])('is one behind %s', (_, code) => {
    expect(areOnlyCalled(code)).toEqual([true, true]);
  });

  it.each([
    ['is exported', `export const models = ${rows};\nfor (const model of models) await call(model.id);`],
    ['is handed on', `const models = ${rows};\nfor (const model of models) await call(model.id);\nshow(models);`],
    [
      'is looked up',
      `const models = ${rows};\nfor (const model of models) if (model.id === process.argv[2]) await call(model.id);`,
    ],
    [
      'is asked for an ID',
      `const models = ${rows};\nfor (const model of models) if (wanted.includes(model.id)) await call(model.id);`,
    ],
    [
      'keeps something under an ID',
      `const models = ${rows};\nfor (const model of models) { seen[model.id] = true; await call(model.id); }`,
    ],
    [
      'is made into another',
      `const models = ${rows};\nconst ids = models.map((model) => model.id);\nfor (const model of models) await call(model.id);`,
    ],
    ['is called by nobody', `const models = ${rows};\nfor (const model of models) console.log(model.id);`],
    [
      'is found in',
      `const models = ${rows};\nawait call(models.find(({ name }) => name === given).id);\nfor (const model of models) await call(model.id);`,
    ],
  ])('is none that %s', (_, code) => {
    expect(areOnlyCalled(code)).toEqual([false, false]);
  });
});
