import { describe, expect, it } from 'vitest';
import { read } from './read.js';

const id = 'anthropic.claude-3-haiku-20240307-v1:0';
const call = (model: string) => `new ConverseCommand({ modelId: ${model} })`;

function modelIn(code: string) {
  return read(`import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${code}`).modelCalls[0]?.model;
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

  it('may be what a variable is given later', () => {
    const code = `let model = '${id}';\nexport const use = (other) => { model = other; };\nexport const ask = () => ${call('model')};`;
    expect(modelIn(code)).toMatchObject({ kind: 'oneOf', values: [isKnown, isUnknown] });
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
});
