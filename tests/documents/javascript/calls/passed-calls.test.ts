import { describe, expect, it } from 'vitest';
import { type Files, read } from '../read.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';
const sdk = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
const ask = `${sdk}export const ask = (modelId, text) => client.send(new ConverseCommand({ modelId, inferenceConfig: { topP: 0.9 } }));\n`;

function passed(code: string, lib: string, files: Files = {}) {
  return (read(code, 'src/app.ts', { 'src/lib.ts': lib, ...files }).passedCalls ?? []).map(
    ({ model, request, range, ...call }) => ({
      ...call,
      model: model.kind === 'text' ? model.text : null,
      at: code.slice(...range),
      topP: request?.settings.topP?.map(({ property, removal }) => [property.path, removal]),
    }),
  );
}

describe('a call that a function of another file makes', () => {
  it.each([
    ['a text', `ask('${id}', 'Hi')`],
    ['a name', `ask(model, 'Hi')`, `const model = '${id}';\n`],
    ['a part of a table', `ask(models.haiku, 'Hi')`, `const models = { haiku: '${id}' } as const;\n`],
  ])('with the ID that it is passed as %s', (_, at, setup = '') => {
    const code = `import { ask } from './lib.js';\n${setup}export const answer = ${at};\n`;
    expect(passed(code, ask)).toMatchObject([
      { surface: 'Converse', model: id, at, topP: [['src/lib.ts', null]], prompt: null },
    ]);
  });

  it('with the ID in an object', () => {
    const lib = `${sdk}export async function ask({ model, text }) { return client.send(new ConverseCommand({ modelId: model })); }\n`;
    const code = `import * as lib from './lib.js';\nconst model = '${id}';\nexport const answer = lib.ask({ model, text: 'Hi' });\n`;
    expect(passed(code, lib)).toMatchObject([{ model: id }]);
  });

  it('through a file that passes it on', () => {
    const code = `import { ask } from './index.js';\nexport const answer = ask('${id}', 'Hi');\n`;
    expect(passed(code, ask, { 'src/index.ts': `export * from './lib.js';\n` })).toMatchObject([{ model: id }]);
  });

  it.each([
    ['a text for something else', `ask('other', 'Ask ${id}')`, ask],
    ['a model of another provider', `ask('us.amazon.nova-pro-v1:0', 'claude')`, ask],
    ['a spread', `ask(...['${id}'])`, ask],
    ['a function that calls none', `ask('${id}')`, `export const ask = (modelId) => modelId;\n`],
    [
      'one that calls another',
      `ask('${id}')`,
      `${sdk}export const ask = (modelId) => new ConverseCommand({ modelId: 'm' });\n`,
    ],
    [
      'one whose request only Claude takes, which its own file judges',
      `ask('${id}')`,
      `${sdk}export const ask = (modelId) => new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31' }) });\n`,
    ],
  ])('is none for %s', (_, call, lib) => {
    expect(passed(`import { ask } from './lib.js';\nexport const answer = ${call};\n`, lib)).toEqual([]);
  });

  it('is none for a function of the file, or of a package', () => {
    expect(passed(`${ask}export const answer = ask('${id}', 'Hi');\n`, '')).toEqual([]);
    expect(passed(`import { ask } from 'lib';\nexport const answer = ask('${id}', 'Hi');\n`, ask)).toEqual([]);
  });
});
