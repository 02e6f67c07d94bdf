import { describe, expect, it } from 'vitest';
import { read } from './read.js';

const one = 'us.anthropic.claude-3-opus-20240229-v1:0';
const two = 'us.anthropic.claude-3-5-haiku-20241022-v1:0';
const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
const call = (model: string) => `new ConverseCommand({ modelId: ${model}, messages: [] });`;
const tiers = `enum Tier { Smart = '${one}', Fast = '${two}' }\n`;

function places(source: string) {
  return read(`${sdk}${source}`).modelReferences.map(({ position, level }) => `${position} ${level}`);
}

describe('an enum of models', () => {
  it.each([
    ['whose members are named in calls', `${call('Tier.Smart')}\n${call(`Tier['Fast']`)}`],
    ['whose members are handed on', `ask(Tier.Smart);\nconst fast = { model: Tier.Fast };\n${call('fast.model')}`],
    ['that is a constant', call('Tier.Smart')],
  ])('%s is like constants', (_, use) => {
    expect(places(`${tiers}${use}`)).toEqual(['constant error', 'constant error']);
  });

  it.each([
    ['listed', 'Object.values(Tier);'],
    ['a type of what is kept', 'interface Row { model: Tier }'],
    ['compared with', 'export const isSmart = (model: string) => model === Tier.Smart;'],
    ['a key of another table', 'export const limits = { [Tier.Smart]: 1 };'],
    ['looked up', 'export const price = (prices: Map<string, number>) => prices.get(Tier.Smart);'],
    ['read by a name that only the program knows', 'export const byName = (name: keyof typeof Tier) => Tier[name];'],
    ['a default export', 'export default Tier;'],
  ])('that is %s stays a table, and what a call names of it is certain', (_, use) => {
    expect(places(`${tiers}${use}\n${call('Tier.Smart')}`).slice(0, 2)).toEqual(['table error', 'table warning']);
  });

  it('that others may read stays a table', () => {
    expect(places(`export ${tiers}${call('Tier.Fast')}`)).toEqual(['table warning', 'table error']);
  });
});

describe('a list of models', () => {
  const list = `const chain = ['${one}', '${two}'];\n`;

  it.each([
    ['a loop', `for (const modelId of chain) { ${call('modelId')} }`],
    ['a callback', `chain.map((each) => ${call('each').slice(0, -1)});`],
    ['a number that the program knows', `export const at = (n: number) => ${call('chain[n]')}`],
  ])('is certain to be called through %s', (_, use) => {
    expect(places(`${list}${use}`)).toEqual(['table error', 'table error']);
  });

  it('is as certain for its first element alone', () => {
    expect(places(`${list}${call('chain[0]')}`)).toEqual(['table error', 'table warning']);
  });

  it('of rows is followed to the field', () => {
    const rows = `const rows = [{ id: '${one}' }, { id: '${two}' }];\n`;
    expect(places(`${rows}rows.forEach(({ id }) => { ${call('id')} });`)).toEqual(['table error', 'table error']);
    expect(places(`${rows}rows.forEach(({ name }) => { ${call('name')} });`)).toEqual([
      'table warning',
      'table warning',
    ]);
  });

  it('that is only shown is a table', () => {
    expect(places(`${list}export const options = chain.map((id) => ({ id }));`)).toEqual([
      'table warning',
      'table warning',
    ]);
  });
});
