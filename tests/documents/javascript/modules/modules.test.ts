import { describe, expect, it } from 'vitest';
import type { FilePort } from '../../../../src/documents/document.js';
import { createJavaScriptDocument } from '../../../../src/documents/javascript/create-javascript-document.js';
import { filePort, type Files, inputOf, positionsIn, read } from '../read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

function modelsIn(text: string, files: Files, path = 'src/app.ts') {
  return read(text, path, files).modelCalls.map(({ surface, model }) => [
    surface,
    model.kind === 'text' ? model.text : model.kind,
  ]);
}

describe('a command that a relative module passes on', () => {
  const use = `import { ConverseCommand } from './aws';\nnew ConverseCommand({ modelId: '${haiku}' });`;
  const seen = [['Converse', haiku]];

  it.each<[string, Files]>([
    ['by name', { 'src/aws.ts': `export { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';` }],
    [
      'under another name',
      {
        'src/aws.ts': `export { ConverseStreamCommand, ConverseCommand as ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      },
    ],
    [
      'after importing it',
      {
        'src/aws.ts': `import { ConverseCommand as Ask } from '@aws-sdk/client-bedrock-runtime';\nexport { Ask as ConverseCommand };`,
      },
    ],
    [
      'as a constant',
      {
        'src/aws.ts': `import * as sdk from '@aws-sdk/client-bedrock-runtime';\nexport const ConverseCommand = sdk.ConverseCommand;`,
      },
    ],
    [
      'taken apart',
      {
        'src/aws.ts': `import * as sdk from '@aws-sdk/client-bedrock-runtime';\nexport const { ConverseCommand } = sdk;`,
      },
    ],
    ['with everything', { 'src/aws.ts': `export * from '@aws-sdk/client-bedrock-runtime';` }],
    ['with everything, unformatted', { 'src/aws.ts': `export*from'@aws-sdk/client-bedrock-runtime';` }],
    [
      'with letters that are escaped',
      { 'src/aws.ts': `export { ConverseCommand as \\u0043onverseCommand } from '@aws-sdk/client-bedrock-runtime';` },
    ],
    [
      'through two files',
      {
        'src/aws.ts': `export * from './sdk/index.js';`,
        'src/sdk/index.ts': `export { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';`,
      },
    ],
    [
      'through files that import each other',
      {
        'src/aws.ts': `export * from './other';\nexport * from '@aws-sdk/client-bedrock-runtime';`,
        'src/other.ts': `export * from './aws';`,
      },
    ],
    [
      'by CommonJS',
      {
        'src/aws.cjs': `const { ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');\nmodule.exports = { ConverseCommand };`,
      },
    ],
    [
      'by compiled CommonJS',
      {
        'src/aws.js': `const sdk_1 = require('@aws-sdk/client-bedrock-runtime');\nexports.ConverseCommand = void 0;\nexports.ConverseCommand = sdk_1.ConverseCommand;`,
      },
    ],
  ])('is seen: %s', (_, files) => {
    expect(modelsIn(use, files)).toEqual(seen);
    expect(positionsIn(use, 'src/app.ts', files)).toEqual([[haiku, 'request']]);
  });

  it('is seen when the package is passed on as a whole', () => {
    const files = {
      'src/aws.ts': `export * as bedrock from '@aws-sdk/client-bedrock-runtime';\nexport { default as Claude } from '@anthropic-ai/bedrock-sdk';`,
    };
    const text = `import { bedrock, Claude } from './aws';\nimport * as aws from './aws';\nnew bedrock.ConverseCommand({ modelId: '${haiku}' });\nnew aws.bedrock.ConverseCommand({ modelId: '${haiku}' });\nnew Claude().messages.create({ model: '${haiku}' });`;
    expect(modelsIn(text, files)).toEqual([...seen, ...seen, ['AnthropicBedrock', haiku]]);
  });

  it('is seen when it is the default export, or required', () => {
    const files = {
      'src/aws.ts': `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport default ConverseCommand;`,
    };
    expect(modelsIn(`import Ask from './aws.js';\nnew Ask({ modelId: '${haiku}' });`, files)).toEqual(seen);
    expect(
      modelsIn(`const { default: Ask } = require('./aws');\nnew Ask({ modelId: '${haiku}' });`, files, 'src/app.cjs'),
    ).toEqual(seen);
  });

  it.each<[string, Files]>([
    ['a class of that name', { 'src/aws.ts': `export class ConverseCommand {}` }],
    ['a command of another package', { 'src/aws.ts': `export { ConverseCommand } from '@aws-sdk/client-bedrock';` }],
    [
      'another command under its name',
      { 'src/aws.ts': `export { ListModelsCommand as ConverseCommand } from '@aws-sdk/client-bedrock-runtime';` },
    ],
    [
      'either of two packages',
      { 'src/aws.ts': `export * from '@aws-sdk/client-bedrock-runtime';\nexport * from 'another-sdk';` },
    ],
    ['only itself', { 'src/aws.ts': `export { ConverseCommand } from './aws';` }],
    [
      'what two files hand to each other',
      {
        'src/aws.ts': `export { ConverseCommand } from './b';`,
        'src/b.ts': `export { ConverseCommand } from './aws';`,
      },
    ],
    ['a file that does not parse', { 'src/aws.ts': `export { ConverseCommand from` }],
    ['a file that is not there', {}],
  ])('is not seen in %s', (_, files) => {
    expect(modelsIn(use, files)).toEqual([]);
    expect(positionsIn(use, 'src/app.ts', files)).toEqual([[haiku, 'constant']]);
  });
});

describe('a value of another file', () => {
  const use = (before: string, value: string) =>
    `${before}\nimport { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nnew ConverseCommand({ modelId: ${value} });`;

  it.each<[string, string, string, Files]>([
    [
      'a constant',
      `import { MODEL } from './config';`,
      'MODEL',
      { 'src/config.ts': `export const MODEL = '${haiku}';` },
    ],
    [
      'a member',
      `import { MODELS } from './config';`,
      'MODELS.chat.id',
      { 'src/config.ts': `export const MODELS = { chat: { id: '${haiku}' } } as const;` },
    ],
    [
      'a namespace',
      `import * as config from './config';`,
      'config.MODEL',
      { 'src/config.ts': `export const MODEL = '${haiku}';` },
    ],
    [
      'a default',
      `import config from './config';`,
      'config.model',
      { 'src/config.ts': `export default { model: '${haiku}' };` },
    ],
    [
      'an enum',
      `import { Model } from './config';`,
      'Model.Haiku',
      { 'src/config.ts': `export enum Model {\n  Haiku = '${haiku}',\n}` },
    ],
    [
      'a function',
      `import { modelId } from './config';`,
      `modelId('us')`,
      { 'src/config.ts': `export const modelId = (geo: string) => \`\${geo}.${haiku}\`;` },
    ],
    [
      'CommonJS',
      `const { MODEL } = require('./config');`,
      'MODEL',
      { 'src/config.js': `module.exports = { MODEL: '${haiku}' };` },
    ],
    [
      'compiled CommonJS',
      `const config_1 = require('./config');`,
      'config_1.MODEL',
      { 'src/config.js': `exports.MODEL = '${haiku}';` },
    ],
    [
      'a name taken out of a constant',
      `import { MODELS } from './config';\nconst { chat } = MODELS;`,
      'chat',
      { 'src/config.ts': `export const MODELS = { chat: '${haiku}' };` },
    ],
  ])('is known: %s', (kind, before, value, files) => {
    const expected = kind === 'a function' ? `us.${haiku}` : haiku;
    expect(modelsIn(use(before, value), files)).toEqual([['Converse', expected]]);
  });

  it('names the file it comes from', () => {
    const files = { 'src/config.ts': `export const MODEL = '${haiku}';` };
    const [call] = read(use(`import { MODEL } from './config';`, 'MODEL'), 'src/app.ts', files).modelCalls;
    expect(call?.model).toEqual({ kind: 'text', text: haiku, range: [21, 61], path: 'src/config.ts' });
  });

  it('is read anew when its file changes', () => {
    const files: Record<string, string> = { 'src/config.ts': `export const MODEL = 'one';` };
    const port = filePort(files);
    const text = use(`import { MODEL } from './config';`, 'MODEL');
    const model = () => createJavaScriptDocument({ ...inputOf(text, 'src/app.ts'), files: port }).modelCalls[0]?.model;
    expect(model()).toMatchObject({ text: 'one' });
    files['src/config.ts'] = `export const MODEL = 'two';`;
    expect(model()).toMatchObject({ text: 'two' });
  });

  it('is looked up once, however often it is used', () => {
    let lookups = 0;
    const inner = filePort({ 'src/ask.ts': 'export const ask = (text: string) => text;' });
    const files: FilePort = {
      ...inner,
      resolveModule: (from, specifier) => (lookups++, inner.resolveModule(from, specifier)),
    };
    const text = `import { ask } from './ask';\n${`ask('${haiku}');\n`.repeat(500)}`;
    const document = createJavaScriptDocument({ path: 'src/app.ts', text, files });
    expect(document.modelReferences).toHaveLength(500);
    expect(lookups).toBe(1);
  });
});
