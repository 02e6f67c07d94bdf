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
    ['that is the type of a parameter', `const ask = (modelId: Tier) => ${call('modelId')}\nask(Tier.Smart);`],
    ['that is the type of a property', 'interface Options { model?: Tier | null }'],
    ['that is the type of a result', 'export const pick = async (): Promise<Tier> => Tier.Fast;'],
    ['that a text is taken for', call('process.env.MODEL as Tier')],
    ['in a chain to try', `for (const modelId of [Tier.Smart, Tier.Fast]) ${call('modelId')}`],
    ['under another name', `const smart = Tier.Smart;\n${call('smart')}`],
    ['in a log', 'console.log(`asks ${Tier.Smart}`);'],
    ['exported by name', 'export { Tier };'],
  ])('%s is like constants', (_, use) => {
    expect(places(`${tiers}${use}`)).toEqual(['constant error', 'constant error']);
  });

  it.each([
    ['listed', 'Object.values(Tier);'],
    ['listed by name', 'Object.keys(Tier);'],
    ['listed by a schema', 'export const schema = z.nativeEnum(Tier);'],
    ['a type of keys', 'export const limits: Record<Tier, number> = load();'],
    ['a type of keys in a map', 'export const limits = new Map<Tier, number>();'],
    ['mapped', 'export type Limits = { [each in Tier]?: number };'],
    ['a type of names', 'export type Name = keyof typeof Tier;'],
    ['a type of one member', 'export interface Smart { model: Tier.Smart; budget: number }'],
    ['told from other texts', 'export const isTier = (text: string): text is Tier => check(text);'],
    ['the type of a column', 'export class Row {\n  @Column() model: Tier;\n}'],
    ['a part of a key', 'export const cached = (cache: Cache) => cache.get(`answer:${Tier.Smart}`);'],
    ['a key under a name', 'const smart = Tier.Smart;\nexport const limits = { [smart]: 1 };'],
    ['a key of a record', 'export const read = () => get({ Key: { pk: { S: Tier.Smart } } });'],
    ['a key by condition', 'export const limit = (fast: boolean) => limits[fast ? Tier.Fast : Tier.Smart];'],
    ['a condition of a query', 'export const old = () => db.chat.findMany({ where: { model: Tier.Smart } });'],
    [
      'in a list that is asked',
      'const all = [Tier.Smart, Tier.Fast];\nexport const has = (id: Tier) => all.includes(id);',
    ],
    ['in a list for others', 'export const all = [Tier.Smart, Tier.Fast];'],
    ['in the pairs of a map', 'export const limits = new Map([[Tier.Smart, 1]]);'],
    ['in a row for people', `export const row = { id: Tier.Smart, name: 'Claude Sonnet 4' };`],
    ['compared with', 'export const isSmart = (model: string) => model === Tier.Smart;'],
    ['a key of another table', 'export const limits = { [Tier.Smart]: 1 };'],
    ['looked up', 'export const price = (prices: Map<string, number>) => prices.get(Tier.Smart);'],
    ['read by a name that only the program knows', 'export const byName = (name: keyof typeof Tier) => Tier[name];'],
    ['a default export', 'export default Tier;'],
  ])('that is %s stays a table, and what a call names of it is certain', (_, use) => {
    expect(places(`${tiers}${use}\n${call('Tier.Smart')}`).slice(0, 2)).toEqual(['table error', 'table warning']);
  });

  it('that others may read is like an object', () => {
    expect(places(`export ${tiers}${call('Tier.Fast')}`)).toEqual(['constant error', 'constant error']);
  });

  it('that others may read, with members named by models, stays a table like such an object', () => {
    const models = `enum Model { Sonnet4 = '${one}', Haiku4 = '${two}' }\n`;
    expect(places(`export ${models}${call('Model.Haiku4')}`)).toEqual(['table warning', 'table error']);
    expect(places(`${models}${call('Model.Haiku4')}\nexport { Model };`)).toEqual(['table warning', 'table error']);
    expect(places(`${models}${call('Model.Haiku4')}`)).toEqual(['constant error', 'constant error']);
  });

  it('that stands for one that is written elsewhere stays a table', () => {
    expect(places(`declare ${tiers}${call('Tier.Fast')}`)).toEqual(['table warning', 'table error']);
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
