import { describe, expect, it } from 'vitest';
import { positionsIn, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-sonnet-20240229-v1:0';
const opus = 'us.anthropic.claude-3-opus-20240229-v1:0';
const sdk = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n`;
const ai = `import { bedrock } from '@ai-sdk/amazon-bedrock';\n`;

/** The position of the one reference of a source. */
function positionIn(source: string, path?: string): string | undefined {
  const positions = positionsIn(source, path);
  expect(positions.map(([text]) => text)).toEqual([haiku]);
  return positions[0]?.[1];
}

describe('request: a value that flows to a call and nowhere else', () => {
  it.each([
    ['a constant', `${ai}const MODEL = '${haiku}';\nbedrock(MODEL);`],
    [
      'a constant that is also logged',
      `${ai}const MODEL = '${haiku}';\nconsole.log(\`Asking \${MODEL}\`, { MODEL });\nbedrock(MODEL);`,
    ],
    ['a branch', `${ai}bedrock(process.argv.length > 2 ? '${haiku}' : 'meta.llama3');`],
    ['an assertion', `${ai}bedrock('${haiku}' as string);`],
    ['a template without holes', `${ai}bedrock(\`${haiku}\`);`],
  ])('%s', (_, source) => {
    expect(positionIn(source)).toBe('request');
  });
});

describe('constant: a value that may flow anywhere', () => {
  it.each([
    ['exported', `${ai}export const MODEL = '${haiku}';\nbedrock(MODEL);`],
    ['exported by name', `${ai}const MODEL = '${haiku}';\nbedrock(MODEL);\nexport { MODEL };`],
    ['exported as default', `${ai}const MODEL = '${haiku}';\nbedrock(MODEL);\nexport default MODEL;`],
    ['written again', `${ai}let model = '${haiku}';\nmodel = process.argv[2];\nbedrock(model);`],
    [
      'handed to an unknown function too',
      `${ai}import { track } from './track';\nconst MODEL = '${haiku}';\ntrack(MODEL);\nbedrock(MODEL);`,
    ],
    ['compared too', `${ai}const MODEL = '${haiku}';\nif (process.argv[2] === MODEL) bedrock(MODEL);`],
    ['never used', `const MODEL = '${haiku}';`],
    ['a list of one', `export const MODELS = ['${haiku}'];`],
    [
      'a row of a list of one that is searched',
      `export const find = (id: string) => [{ tier: 'fast', model: '${haiku}' }].find((row) => row.tier === id);`,
    ],
    ['what a record is made of', `db.chat.create({ data: { modelId: '${haiku}' } });`],
    ['what a record is changed to', `chats.updateMany({ old: true }, { model: '${haiku}' });`],
    ['an argument of an unknown function', `ask({ modelId: '${haiku}' });`],
    ['a JSX attribute', `export const chat = <Chat model="${haiku}" />;`],
    ['a field', `export class Chat {\n  model = '${haiku}';\n}`],
    ['a name of an object of this file', `const MODELS = { haiku3: '${haiku}', sonnet3: OTHER };\nask(MODELS.haiku3);`],
    ['an enum of one', `export enum Model {\n  Haiku = '${haiku}',\n}`],
    ['frozen', `export const CONFIG = Object.freeze({ modelId: '${haiku}' });`],
    ['an argument of a decorator', `@Model('${haiku}')\nexport class Chat {}`],
  ])('%s', (kind, source) => {
    expect(positionIn(source, kind === 'a JSX attribute' ? 'src/app.tsx' : 'src/app.ts')).toBe('constant');
  });
});

describe('default: a value for when there is no other', () => {
  it.each([
    ['`??`', `export const MODEL = process.env.MODEL ?? '${haiku}';`],
    ['`||`', `export const MODEL = process.env.MODEL || process.env.OTHER || '${haiku}';`],
    ['`??` that flows to a call', `${ai}const MODEL = process.env.MODEL ?? '${haiku}';\nbedrock(MODEL);`],
    ['`||` in a call', `${ai}bedrock(process.env.MODEL || '${haiku}');`],
    ['a use that falls back', `${ai}const MODEL = '${haiku}';\nbedrock(MODEL ?? process.env.MODEL);`],
    ['a parameter', `export function ask(model = '${haiku}') {\n  return model;\n}`],
    [
      'a parameter that flows to a call',
      `${sdk}export const ask = (modelId = '${haiku}') => new ConverseCommand({ modelId });`,
    ],
    ['destructuring', `export const { model = '${haiku}' } = process.env;`],
    [
      'destructuring of a parameter',
      `export function ask({ model = '${haiku}', ...rest }: Record<string, string>) {\n  return [model, rest];\n}`,
    ],
    ['a schema', `export const schema = z.string().default('${haiku}');`],
    ['a property `default`', `export const option = { type: 'string', default: '${haiku}' };`],
    ['an object behind `??`', `export const config = load() ?? { model: '${haiku}' };`],
  ])('%s', (kind, source) => {
    expect(positionIn(source)).toBe(kind === 'a use that falls back' ? 'request' : 'default');
  });

  it('knows the call behind a parameter', () => {
    const source = `${sdk}export const ask = (modelId = '${haiku}') => new ConverseCommand({ modelId, inferenceConfig: { temperature: 1, topP: 1 } });`;
    expect(read(source).modelReferences).toMatchObject([
      {
        surface: 'Converse',
        level: 'error',
        fixed: null,
        sampling: { temperature: { name: 'temperature' }, topP: { name: 'topP' } },
      },
    ]);
  });
});

describe('key, comparison, type', () => {
  it.each([
    ['key', 'a property', `export const limits: Record<string, number> = { '${haiku}': 4096 };`],
    ['key', 'a computed property', `export const limits = { ['${haiku}']: 4096 };`],
    ['key', 'a member', `export const limit = limits['${haiku}'];`],
    ['key', '`in`', `export const known = '${haiku}' in limits;`],
    ['key', 'a look-up in a map', `export const limit = limits.get('${haiku}');`],
    ['key', 'a type', `export interface Limits {\n  '${haiku}': number;\n}`],
    ['comparison', '`===`', `export const isHaiku = (id: string) => id === '${haiku}';`],
    ['comparison', '`!=`', `export const isHaiku = (id: string) => '${haiku}' != id;`],
    ['comparison', 'a case', `switch (process.argv[2]) {\n  case '${haiku}':\n    break;\n}`],
    ['comparison', '`startsWith`', `export const isHaiku = (id: string) => id.startsWith('${haiku}');`],
    ['type', 'a literal type', `export type Model = '${haiku}';`],
    ['type', 'a union', `export type Model = 'meta.llama3' | '${haiku}';`],
    ['type', 'a template type', `export type Model = \`${haiku}\`;`],
    ['type', 'a schema', `export const schema = z.literal('${haiku}');`],
    ['type', 'an enumeration of one', `export const schema = z.enum(['${haiku}']);`],
    ['type', 'an enumeration of one in a database', `export const model = pgEnum('model', ['${haiku}'] as const);`],
    ['type', 'allowed values', `export const field = { enum: ['${haiku}'] };`],
    [
      'comparison',
      'a list of one that is asked',
      `const OLD = ['${haiku}'];\nexport const isOld = (id: string) => OLD.includes(id);`,
    ],
    ['comparison', 'a condition', `db.chat.findMany({ where: { modelId: '${haiku}' } });`],
    ['comparison', 'a condition in an operator', `db.chat.findMany({ where: { modelId: { in: ['${haiku}'] } } });`],
    ['comparison', 'a method of a query builder', `knex('chats').where({ model: '${haiku}' }).del();`],
    ['comparison', 'a value of a query builder', `query.andWhere('model', '${haiku}');`],
    ['comparison', 'an operator of a query builder', `db.select().where(eq(chats.model, '${haiku}'));`],
    ['comparison', 'a document to find', `chats.updateMany({ model: '${haiku}' }, update);`],
    ['comparison', 'a dimension of a metric', `new Metric({ dimensionsMap: { ModelId: '${haiku}' } });`],
  ])('%s: %s', (position, _, source) => {
    expect(positionIn(source)).toBe(position);
  });
});

describe('table: one of several', () => {
  const all = (position: string, ids = [haiku, sonnet]) => ids.map((id) => [id, position]);

  it.each([
    ['a list', `export const MODELS = ['${haiku}', '${sonnet}'];`],
    ['a typed list', `export const MODELS = ['${haiku}', '${sonnet}'] as const satisfies readonly string[];`],
    ['an enum', `export enum Model {\n  Haiku3 = '${haiku}',\n  Sonnet = '${sonnet}',\n}`],
    ['an object named by models', `export const MODELS = { haiku: '${haiku}', CLAUDE_3_SONNET: '${sonnet}' };`],
    ['an object named by newer models', `export const MODELS = { fable: '${haiku}', MYTHOS_5: '${sonnet}' };`],
    [
      'an object named by a family that has ended',
      `export const MODELS = { instant: '${haiku}', sonnet: '${sonnet}' };`,
    ],
    [
      'an object whose names are exported',
      `const MODELS = { haiku3: '${haiku}', sonnet3: '${sonnet}' };\nexport { MODELS };`,
    ],
    [
      'an object in which names are looked up',
      `const MODELS = { haiku3: '${haiku}', sonnet3: '${sonnet}' };\nexport const at = (name: keyof typeof MODELS) => MODELS[name];`,
    ],
    [
      'rows for people',
      `export const MODELS = [\n  { id: '${haiku}', name: 'Claude 3 Haiku' },\n  { id: '${sonnet}', name: 'Claude 3 Sonnet' },\n];`,
    ],
    ['entries of a map', `export const LIMITS = new Map([\n  ['${haiku}', 1],\n  ['${sonnet}', 2],\n]);`],
    [
      'options',
      `export const picker = (\n  <select>\n    <option value="${haiku}">Haiku</option>\n    <option value="${sonnet}">Sonnet</option>\n  </select>\n);`,
    ],
  ])('%s', (kind, source) => {
    expect(positionsIn(source, kind === 'options' ? 'src/app.tsx' : undefined)).toEqual(all('table'));
  });

  it.each([
    ['an enum named by families', `export enum Model {\n  Haiku = '${haiku}',\n  Sonnet = '${sonnet}',\n}`],
    ['an object named by families', `export const MODELS = { haiku: '${haiku}', sonnet: '${sonnet}' };`],
    [
      'an object named by roles of Claude',
      `export const MODELS = { claudeFast: '${haiku}', claudeSmart: '${sonnet}' };`,
    ],
    [
      'an object of this file whose properties are read by their names',
      `const MODELS = { haiku3: '${haiku}', sonnet3: '${sonnet}' } as const;\nask(MODELS.haiku3, MODELS['sonnet3']);`,
    ],
  ])('%s is none: its names are as true of successors', (_, source) => {
    expect(positionsIn(source)).toEqual(all('constant'));
  });

  it('a row with a display name, a price or a limit, even alone', () => {
    expect(positionsIn(`export const MODEL = { id: '${haiku}', label: 'Claude 3 Haiku' };`)).toEqual([
      [haiku, 'table'],
    ]);
    expect(positionsIn(`export const MODEL = { id: '${haiku}', inputPrice: 0.25 };`)).toEqual([[haiku, 'table']]);
  });

  it('an entry of a map, even alone', () => {
    expect(positionsIn(`export const LIMITS = new Map([['${haiku}', 1]]);`)).toEqual([[haiku, 'table']]);
  });

  it('values of a table whose keys are models', () => {
    expect(positionsIn(`export const NEXT = { '${haiku}': '${sonnet}' };`)).toEqual([
      [haiku, 'key'],
      [sonnet, 'table'],
    ]);
  });

  it('is a comparison when the list is only asked', () => {
    const lists = [
      `export const isOld = (id: string) => ['${haiku}', '${sonnet}'].includes(id);`,
      `const OLD = ['${haiku}', '${sonnet}'] as const;\nexport const isOld = (id: string) => OLD.some((old) => old === id);`,
      `const OLD = new Set(['${haiku}', '${sonnet}']);\nexport const isOld = (id: string) => OLD.has(id);`,
      `export class Models {\n  #old = ['${haiku}', '${sonnet}'];\n  isOld(id: string) {\n    return this.#old.includes(id);\n  }\n}`,
    ];
    for (const source of lists) expect(positionsIn(source)).toEqual(all('comparison'));
  });

  it('is not a configuration with roles', () => {
    expect(positionsIn(`export const MODELS = { fast: '${haiku}', smart: '${sonnet}' };`)).toEqual(all('constant'));
  });

  it('counts models, not mentions', () => {
    expect(positionsIn(`export const MODELS = ['${haiku}', 'us.${haiku}'];`)).toEqual([
      [haiku, 'constant'],
      [`us.${haiku}`, 'constant'],
    ]);
  });
});

describe('policy, prose, assertion', () => {
  it.each([
    [
      'a resource',
      `export const statement = { Effect: 'Allow', Resource: 'arn:aws:bedrock:*::foundation-model/${haiku}' };`,
    ],
    [
      'one of several resources',
      `export const statement = { Effect: 'Allow', Resource: ['arn:aws:s3:::bucket', 'arn:aws:bedrock:us-east-1::foundation-model/${haiku}'] };`,
    ],
    [
      'a statement of CDK',
      `import * as iam from 'aws-cdk-lib/aws-iam';\nnew iam.PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [\`arn:aws:bedrock:\${region}::foundation-model/${haiku}\`] });`,
    ],
  ])('policy: %s', (_, source) => {
    expect(positionIn(source)).toBe('policy');
  });

  it.each([
    ['a line comment', `// ${haiku}\nexport {};`, 'a comment'],
    ['a block comment', `/**\n * Was ${haiku} before.\n */\nexport {};`, 'a comment'],
    ['a description', `export const option = { description: '${haiku}' };`, 'prose'],
    ['a placeholder', `export const input = <input placeholder="${haiku}" />;`, 'prose'],
    ['markup', `export const page = <p>Uses ${haiku} today</p>;`, 'prose'],
    ['an expression in markup', `export const page = <p>{'${haiku}'}</p>;`, 'prose'],
    ['a line of a log', `console.info('Model:', '${haiku}');`, 'prose'],
    ['an error', `throw new RangeError('${haiku}');`, 'prose'],
    ['a sentence', `export const help = 'Pass a model such as ${haiku} to begin';`, 'prose'],
  ])('prose: %s', (_, source, fixed) => {
    expect(positionIn(source, 'src/app.tsx')).toBe('prose');
    expect(read(source, 'src/app.tsx').modelReferences).toMatchObject([{ level: 'note', fixed }]);
  });

  it('assertion: what is expected, and whatever a test holds', () => {
    expect(positionIn(`import { expect } from 'vitest';\nexpect(model).toBe('${haiku}');`)).toBe('assertion');
    expect(positionIn(`import assert from 'node:assert/strict';\nassert.equal(model, '${haiku}');`)).toBe('assertion');
    expect(positionIn(`${ai}bedrock('${haiku}');`, 'src/app.test.ts')).toBe('assertion');
  });

  it.each([
    ['a set', `const ended = new Set(['${haiku}', '${opus}']);\nexpect(ended.has(model)).toBe(true);`],
    ['a table', `const limits: Record<string, number> = { '${haiku}': 1, '${opus}': 2 };`],
    ['a comparison', `if (model === '${haiku}' || model === '${opus}') skip();`],
    ['a type', `type Ended = '${haiku}' | '${opus}';`],
  ])('is noted in a test, and stays: %s', (_, source) => {
    const facts = (path: string) => read(source, path).modelReferences.map(({ level, fixed }) => [level, fixed]);
    const noted = ['note', 'a test expects this text'];
    expect(facts('src/app.test.ts')).toEqual([noted, noted]);
    expect(facts('src/app.ts').map(([level]) => level)).toEqual(['warning', 'warning']);
  });

  it('does not take every `equal` for an assertion', () => {
    expect(positionIn(`sets.equal(model, '${haiku}');`)).toBe('constant');
  });
});

describe('levels and reasons', () => {
  it('claims an error only where a call may follow', () => {
    const source = `${ai}bedrock('${haiku}');\nexport const LIMITS = { '${sonnet}': 1 };\n// ${opus}`;
    expect(read(source).modelReferences.map(({ level, fixed }) => [level, fixed])).toEqual([
      ['error', null],
      ['warning', null],
      ['note', 'a comment'],
    ]);
  });

  it('does not edit a part of a longer text', () => {
    const source = `export const command = '--model=${haiku} --verbose';`;
    expect(read(source).modelReferences).toMatchObject([
      { position: 'constant', level: 'warning', fixed: 'part of a longer text' },
    ]);
  });
});
