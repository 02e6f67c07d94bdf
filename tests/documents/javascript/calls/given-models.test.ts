import { expect, it } from 'vitest';
import { alternativesOf } from '../../../../src/documents/static-value.js';
import { inProject } from '../../../../src/project/in-project.js';
import { createProjectIndex } from '../../../../src/project/project-index.js';
import { type Files, read } from '../read.js';

const claude = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
const nova = 'us.amazon.nova-pro-v1:0';
const start =
  "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({});\n";
const converse = (modelId: string) => `client.send(new ConverseCommand({ modelId: ${modelId}, messages: [] }))`;

/** What the model of the one call of `src/app.ts` may be, with what its files give it. */
function models(text: string, files: Files = {}): readonly string[] {
  const index = createProjectIndex(() => '');
  const code = read(start + text, 'src/app.ts', files);
  index.add(code);
  for (const [path, other] of Object.entries(files))
    index.add(read(other, path, { ...files, 'src/app.ts': start + text }));
  const [call, another] = inProject(code, index).modelCalls;
  expect(another).toBeUndefined();
  return call ? alternativesOf(call.model).map((value) => (value.kind === 'text' ? value.text : value.kind)) : [];
}

it.each([
  ['an argument', `export const ask = (m = '${claude}') => ${converse('m')};\nask('${nova}');`],
  ['a constant', `const NOVA = '${nova}';\nexport const ask = (m = '${claude}') => ${converse('m')};\nask(NOVA);`],
  [
    'a property of an argument',
    `export function ask({ modelId = '${claude}' } = {}) { return ${converse('modelId')}; }\nask({ modelId: '${nova}' });`,
  ],
  [
    'a property of options',
    `export const ask = (options) => ${converse(`options.modelId ?? '${claude}'`)};\nask({ modelId: '${nova}' });`,
  ],
  [
    'a variable that is given it later',
    `export function ask(options) { let id = '${claude}'; if (options.model) id = options.model; return ${converse('id')}; }\nask({ model: '${nova}' });`,
  ],
])('counts %s that a function is called with beside its default', (_, text) => {
  expect(
    models(text)
      .filter((each) => each !== 'unknown')
      .toSorted(),
  ).toEqual([nova, claude]);
});

const agent = `export class Agent { modelId = '${claude}'; ask() { return ${converse('this.modelId')}; } }\n`;

it.each([
  ['a class that extends it declares', `${agent}class Other extends Agent { modelId = '${nova}'; }`],
  [
    'a class that extends it sets',
    `${agent}class Other extends Agent { constructor() { super(); this.modelId = '${nova}'; } }`,
  ],
  ['is set from outside', `${agent}const agent = new Agent();\nagent.modelId = '${nova}';`],
  [
    'the constructor is given',
    `class Agent { constructor(private modelId = '${claude}') {} ask() { return ${converse('this.modelId')}; } }\nnew Agent('${nova}');`,
  ],
  [
    'the constructor is given among its options',
    `class Agent { constructor(private options) {} ask() { return ${converse(`this.options.modelId ?? '${claude}'`)}; } }\nnew Agent({ modelId: '${nova}' });`,
  ],
  [
    'a class that extends it hands on',
    `class Agent { constructor(private modelId = '${claude}') {} ask() { return ${converse('this.modelId')}; } }\nclass Other extends Agent { constructor() { super('${nova}'); } }`,
  ],
  [
    'a method is called with',
    `class Agent { ask(modelId = '${claude}') { return ${converse('modelId')}; } }\nconst other = (agent: Agent) => agent.ask('${nova}');`,
  ],
])('counts what %s beside what a class says', (_, text) => {
  expect(
    models(text)
      .filter((each) => each !== 'unknown')
      .toSorted(),
  ).toEqual([nova, claude]);
});

it('does not count what other functions, fields and classes are given', () => {
  const other = `class Stranger { modelId = '${nova}' }\nconst name = (m) => m;\nname('${nova}');\nnew Stranger().modelId = '${nova}';\n`;
  expect(models(`${agent}${other}class Sibling extends Agent { name = '${nova}'; }`)).toEqual([claude]);
});

it('counts no names that are no IDs', () => {
  const text = `const TABLE = { nova: '${nova}' };\nexport const ask = (m = '${claude}') => ${converse('m')};\nask('claude fast');\nask(TABLE);`;
  expect(models(text)).toEqual(['unknown', claude]);
});

it('takes the model for one that nobody knows where options are spread behind it', () => {
  const spread = (more: string) => `{ modelId: '${claude}', messages: [], ...${more} }`;
  const text = `export const ask = (options = {}) => client.send(new ConverseCommand(${spread('options')}));\n`;
  expect(models(text)).toEqual([claude, 'unknown']);
  expect(models(`${text}ask({ modelId: '${nova}' });`)).toEqual([claude, 'unknown', nova]);
  const known = `const REST = { short: { system: [] } };\nclient.send(new ConverseCommand(${spread('REST.short')}));`;
  expect(models(known)).toEqual([claude]);
  expect(models(`const rest = { system: [] };\nclient.send(new ConverseCommand(${spread('rest')}));`)).toEqual([
    claude,
  ]);
});

it('counts what other files give, tests apart', () => {
  const text = `export const ask = (modelId = '${claude}') => ${converse('modelId')};\n`;
  const caller = `import { ask } from '../src/app.js';\nask('${nova}'); // not Claude\n`;
  expect(models(text, { 'src/cheap.ts': caller })).toEqual(['unknown', claude, nova]);
  expect(models(text, { 'test/ask.test.ts': caller })).toEqual(['unknown', claude]);
});

it.each([
  ['a provider', "import { openai } from '@ai-sdk/openai';", "openai('gpt-4o')", 'openai'],
  ['one of its methods', "import { openai } from '@ai-sdk/openai';", "openai.chat('gpt-4o')", 'openai.chat'],
  [
    'a provider that is made',
    "import { createOpenAI } from '@ai-sdk/openai';\nconst own = createOpenAI();",
    "own('gpt-4o')",
    'own',
  ],
  ['what nobody can follow', 'declare function modelFor(name: string): any;', "modelFor('cheap')", 'unknown'],
])('counts %s that the AI SDK may call instead', (_, declared, other, found) => {
  const text = [
    "import { generateText } from 'ai';",
    "import { bedrock } from '@ai-sdk/amazon-bedrock';",
    declared,
    `export const ask = (cheap) => generateText({ model: cheap ? ${other} : bedrock('${claude}'), prompt: 'Hello' });`,
  ].join('\n');
  expect(models(text).toSorted()).toEqual([found, claude].toSorted());
});
