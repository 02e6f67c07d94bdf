import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const gatesOf = (source: string) => read(source, 'src/app.js').modelGates.filter(({ kind }) => kind === 'includes');
const table = `const PRICES = { 'claude-3-haiku-20240307': 0.25, 'claude-3-opus-20240229': 15 };`;
const keys = ['claude-3-haiku-20240307', 'claude-3-opus-20240229'];

describe('a table in which what is left of an ID is looked up', () => {
  it.each([
    ['a piece', `export const price = (id) => PRICES[id.split('.').pop().split('-v')[0]];`],
    [
      'a piece with a name',
      `export function price(id) {\n  const base = id.split('.')[1];\n  return PRICES[base] ?? 0;\n}`,
    ],
    ['what a pattern leaves', String.raw`export const price = (id) => PRICES[id.replace(/^.*anthropic\./, '')];`],
    ['what a helper gives', `import { bare } from 'ids';\nexport const price = (modelId) => PRICES[bare(modelId)];`],
  ])('is a gate: %s', (_, source) => {
    expect(gatesOf(`${table}\n${source}`)).toMatchObject([{ patterns: keys, yields: 'entry', geography: false }]);
  });

  it('is a gate: a map', () => {
    const source = `const PRICES = new Map([['claude-3-haiku-20240307', 0.25], ['claude-3-opus-20240229', 15]]);
export const price = (id) => PRICES.get(id.split('.').pop());`;
    expect(gatesOf(source)).toMatchObject([{ patterns: keys, yields: 'entry' }]);
  });

  it.each([
    ['a name that is given', `${table}\nexport const price = (model) => PRICES[model];`],
    [
      'whole IDs',
      `const P = { 'anthropic.claude-3-haiku-20240307-v1:0': 1 };\nexport const price = (id) => P[id.split('/')[1]];`,
    ],
    ['other things', `const P = { txt: 1, md: 2 };\nexport const kind = (file) => P[file.split('.').pop()];`],
    ['what is not written out', `export const price = (id, P) => P[id.split('.').pop()];`],
    ['an element', `${table}\nexport const price = Object.values(PRICES)[0];`],
  ])('is none: %s', (_, source) => {
    expect(gatesOf(source)).toEqual([]);
  });
});
