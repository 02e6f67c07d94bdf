import { describe, expect, it } from 'vitest';
import { type Files, read } from '../read.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';
const call = (model: string) => `new ConverseCommand({ modelId: ${model} })`;

function modelIn(code: string, files?: Files) {
  const text = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${code}`;
  return read(text, 'src/app.ts', files).modelCalls[0]?.model;
}

const isUnknown = { kind: 'unknown' };
const isKnown = { kind: 'text', text: id };

describe('the model of a call', () => {
  it.each([
    ['the default of a parameter', `export const ask = (model = '${id}') => ${call('model')};`],
    ['of a parameter of a function', `export function ask(model = '${id}') { return ${call('model')}; }`],
    ['of a property that is picked', `export function ask({ model = '${id}' }) { return ${call('model')}; }`],
    [
      'of a variable that is picked',
      `declare const given: Given; const { model = '${id}' } = given; ${call('model')};`,
    ],
    ['of a field', `class Chat { constructor(private model = '${id}') {} ask() { return ${call('this.model')}; } }`],
    [
      'of a parameter behind a field',
      `class Chat { constructor(model = '${id}') { this.model = model; } ask() { return ${call('this.model')}; } }`,
    ],
  ])('may be %s', (_, code) => {
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isUnknown, isKnown] });
  });

  it('may be what the callers of the file give', () => {
    const code = `const ask = (model) => ${call('model')};\nexport const a = ask('${id}');\nexport const b = ask('us.amazon.nova-pro-v1:0');`;
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, { text: 'us.amazon.nova-pro-v1:0' }] });
  });

  it.each([
    [
      'beside what it is made with',
      `const input = { modelId: '${id}' };\nif (cheap) input.modelId = 'us.amazon.nova-pro-v1:0';`,
    ],
    [
      'on each side of a test',
      `const input: any = {};\nif (cheap) input.modelId = 'us.amazon.nova-pro-v1:0';\nelse input.modelId = '${id}';`,
    ],
  ])('may be what its request is given later: %s', (_, code) => {
    expect(modelIn(`${code}\nnew ConverseCommand(input);`)).toMatchObject({
      kind: 'oneOf',
      values: expect.arrayContaining([
        expect.objectContaining(isKnown),
        expect.objectContaining({ text: 'us.amazon.nova-pro-v1:0' }),
      ]) as unknown,
    });
  });

  it('may be what a variable is given later', () => {
    const code = `let model = '${id}';\nexport const use = (other) => { model = other; };\nexport const ask = () => ${call('model')};`;
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, isUnknown] });
  });

  it.each([
    ['a map', `const models = { fast: '${id}', smart: 'us.amazon.nova-pro-v1:0' };`, 'models[tier]'],
    ['a list', `const models = ['${id}', 'us.amazon.nova-pro-v1:0'];`, 'models[Number(tier)]'],
    ['an enum', `enum Model { Fast = '${id}', Smart = 'us.amazon.nova-pro-v1:0' }`, 'Model[tier]'],
    [
      'rows of a map',
      `const models = { fast: { id: '${id}' }, smart: { id: 'us.amazon.nova-pro-v1:0' } };`,
      'models[tier].id',
    ],
    [
      'a map, by way of a variable',
      `const models = { fast: '${id}', smart: 'us.amazon.nova-pro-v1:0' };`,
      'chosen',
      'const chosen = models[tier];',
    ],
  ])('may be each entry of %s in which it is looked up', (_, map, model, before = '') => {
    const code = `${map}\nexport const ask = (tier) => { ${before} return ${call(model)}; };`;
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, { text: 'us.amazon.nova-pro-v1:0' }] });
  });

  it('may be each entry of a map, or what stands in for a miss', () => {
    const code = `const models = { fast: '${id}' };\nexport const ask = (tier) => ${call("models[tier] ?? 'us.amazon.nova-pro-v1:0'")};`;
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, { text: 'us.amazon.nova-pro-v1:0' }] });
  });

  it('may be each entry of a map in another file', () => {
    const files = { 'src/models.ts': `export const models = { fast: '${id}', smart: 'us.amazon.nova-pro-v1:0' };` };
    const code = `import { models } from './models';\nexport const ask = (tier) => ${call('models[tier]')};`;
    expect(modelIn(code, files)).toMatchObject({
      kind: 'oneOf',
      values: [isKnown, { text: 'us.amazon.nova-pro-v1:0' }],
    });
  });

  it.each([
    ['a map to which entries are added', `const models = { fast: '${id}', ...more };`, 'models[tier]'],
    ['a map that holds more than one names', `const models = {${entries(65)}};`, 'models[tier]'],
    ['a map of others', `const models = JSON.parse(text);`, 'models[tier]'],
    ['a field that no row has', `const models = { fast: { id: '${id}' } };`, 'models[tier].name'],
  ])('is unknown where it is looked up in %s', (_, map, model) => {
    expect(modelIn(`${map}\nexport const ask = (tier) => ${call(model)};`)).toMatchObject(isUnknown);
  });

  it.each([
    ['a parameter that other files give', `export const ask = (model) => ${call('model')};`],
    [
      'the parameter of a function, which is not the function',
      `function ask(model) { return ${call('model')}; } export { ask };`,
    ],
    ['the default of another parameter', `export const ask = (model, other = '${id}') => ${call('model')};`],
  ])('is unknown through %s', (_, code) => {
    expect(modelIn(code)).toMatchObject(isUnknown);
  });

  describe('of a class that extends another one', () => {
    const ask = `ask() { return ${call('this.model')}; }`;

    it.each([
      ['is the field of that', `class Base { protected model = '${id}'; }\nclass Chat extends Base { ${ask} }`],
      ['further up', `class Root { model = '${id}'; }\nclass Base extends Root {}\nclass Chat extends Base { ${ask} }`],
      [
        'that it passes to the constructor',
        `class Base { constructor(protected model: string) {} }\nclass Chat extends Base { constructor() { super('${id}'); } ${ask} }`,
      ],
      [
        'that the constructor keeps',
        `class Base { model; constructor(region, model) { this.model = model; } }\nclass Chat extends Base { constructor() { super('r', '${id}'); } ${ask} }`,
      ],
      ['with a name of its own', `const Base = class { model = '${id}'; };\nclass Chat extends Base { ${ask} }`],
    ])('%s', (_, code) => {
      expect(modelIn(code)).toMatchObject(isKnown);
    });

    it('may be the default of the constructor', () => {
      const code = `class Base { constructor(protected model = '${id}') {} }\nclass Chat extends Base { ${ask} }`;
      expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isUnknown, isKnown] });
    });

    it('is known from another file', () => {
      const code = `import { Base } from './base.js';\nclass Chat extends Base { ${ask} }`;
      const files = { 'src/base.ts': `export class Base { protected model = '${id}'; }` };
      expect(modelIn(code, files)).toMatchObject({ ...isKnown, path: 'src/base.ts' });
      expect(modelIn(code)).toMatchObject(isUnknown);
    });

    it.each([
      ['its own field', `class Base { model = '${id}'; }\nclass Chat extends Base { model = pick(); ${ask} }`],
      ['a private field', `class Base { #model = '${id}'; }\nclass Chat extends Base { ${ask} }`],
      ['what somebody gives', `class Base { constructor(protected model) {} }\nclass Chat extends Base { ${ask} }`],
      [
        'one of several',
        `class Base { model; constructor(a) { this.model = '${id}'; if (a) this.model = a; } }\nclass Chat extends Base { ${ask} }`,
      ],
      ['a circle', `class A extends B {}\nclass B extends A { ${ask} }`],
    ])('is unknown through %s', (_, code) => {
      expect(modelIn(code)).toMatchObject(isUnknown);
    });
  });

  describe('that callers give in an object', () => {
    it.each([
      ['picked', `({ model })`, 'model'],
      ['picked under another name', `({ model: name })`, 'name'],
      ['read off it', `(options)`, 'options.model'],
    ])('is what all of them give, %s', (_, parameters, model) => {
      const code = `const ask = ${parameters} => ${call(model)};\nexport const a = ask({ model: '${id}' });\nexport const b = ask({ model: 'us.amazon.nova-pro-v1:0' });`;
      expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, { text: 'us.amazon.nova-pro-v1:0' }] });
    });

    it('is the default where they give none', () => {
      const code = `const ask = ({ model = '${id}' }) => ${call('model')};\nexport const a = ask({});`;
      expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isUnknown, isKnown] });
    });

    it.each([
      ['a spread', `const ask = ({ model }) => ${call('model')};\nexport const a = ask({ ...options });`],
      ['other files', `export const ask = ({ model }) => ${call('model')};\nexport const a = ask({ model: '${id}' });`],
    ])('is unknown through %s', (_, code) => {
      expect(modelIn(code)).toMatchObject(isUnknown);
    });
  });
});

function entries(count: number) {
  return Array.from({ length: count }, (_, index) => `e${index}: '${id}'`).join();
}
