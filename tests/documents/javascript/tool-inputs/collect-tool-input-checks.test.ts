import { describe, expect, it } from 'vitest';
import { read } from '../read.js';

const id = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const schema = `const schema = { type: 'object', properties: { city: { type: 'string' }, unit: { type: 'string', enum: ['C'] } } };
`;
const sdk = `import { BedrockRuntimeClient, ConverseStreamCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
${schema}`;
const converseStream = `${sdk}const { stream } = await client.send(new ConverseStreamCommand({ modelId: '${id}', messages }));
let json = '';
`;
const piece = `event.contentBlockDelta?.delta?.toolUse?.input`;
const pieces = `${converseStream}for await (const event of stream) json += ${piece} ?? '';
`;
const invokeStream = `${sdk}const response = await client.send(new InvokeModelWithResponseStreamCommand({ modelId: '${id}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages }) }));
let json = '';
for await (const event of response.body) {
  const chunk = JSON.parse(new TextDecoder().decode(event.chunk.bytes));
  json += chunk.delta?.partial_json ?? '';
}
`;
const langChain = `import { ChatBedrockConverse } from '@langchain/aws';
${schema}const chat = new ChatBedrockConverse({ model: '${id}' }).bindTools([{ name: 'weather', schema }]);
const answer = await chat.invoke(question);
`;
const aiSdk = (
  tool = `tool({ inputSchema: z.object({ city: z.string(), unit: z.enum(['C']) }) })`,
) => `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText, jsonSchema, streamText, tool } from 'ai';
import { z } from 'zod';
const request = { model: bedrock('${id}'), prompt, tools: { weather: ${tool} } };
`;
const generated = `${aiSdk()}const answer = await generateText(request);
`;

/** The places that take a text letter by letter, as written, and what a repair would put there. */
function checksIn(text: string, path = 'src/app.js') {
  return read(text, path).toolInputChecks.map(({ shape, range, trim, input }) => ({
    shape,
    at: text.slice(...range),
    trim: trim && (trim.isOptional ? '?.trim()' : '.trim()'),
    input: input && text.slice(...input.range) + input.then,
  }));
}

function placesIn(text: string, path?: string) {
  return checksIn(text, path).map(({ at }) => at);
}

describe('input that comes in pieces', () => {
  it.each([
    ['joined by Converse', pieces],
    ['joined by InvokeModel', invokeStream],
  ])('is followed once it is parsed: %s', (_, start) => {
    expect(checksIn(`${start}const input = JSON.parse(json || '{}');\nif (input.city === 'Berlin') stay();`)).toEqual([
      { shape: 'compared', at: `input.city === 'Berlin'`, trim: '?.trim()', input: `JSON.parse(json || '{}')` },
    ]);
  });

  it.each([
    ['a member', `const use = { input: '' };\nfor await (const event of stream) use.input += ${piece};`, 'use.input'],
    ['a list', `const list = [];\nfor await (const event of stream) list.push(${piece});`, `list.join('')`],
    [
      'a name that is emptied for the next use',
      `for await (const event of stream) { json += ${piece}; if (event.contentBlockStop) json = ''; }`,
      'json',
    ],
  ])('is put together in %s', (_, code, whole) => {
    const check = `JSON.parse(${whole}).city === 'Berlin'`;
    expect(placesIn(`${converseStream}${code}\nif (${check}) stay();`)).toEqual([check]);
  });

  it.each([
    ['an object of the code', `const use = json && { input: JSON.parse(json) };`, `use?.input.city === 'Berlin'`],
    ['a condition', `const input = json ? JSON.parse(json) : {};`, `input.city === 'Berlin'`],
    [
      'a function and its callers',
      `function parse() { return JSON.parse(json); }\nconst { city } = parse();`,
      `city === 'Berlin'`,
    ],
    [
      'a list of the code',
      `const uses = [];\nuses.push({ name, input: JSON.parse(json) });\nfor (const use of uses) run(use);\nfunction run({ input }) {`,
      `input.city === 'Berlin'`,
    ],
  ])('goes through %s', (_, code, check) => {
    expect(placesIn(`${pieces}${code}\nif (${check}) stay();${code.endsWith('{') ? '}' : ''}`)).toEqual([check]);
  });

  it('is trimmed where its type is known to allow it', () => {
    const trims = (code: string) => checksIn(pieces + code, 'src/app.ts').map(({ trim }) => trim);
    expect(trims(`const input = JSON.parse(json);\nif (input.city === 'Berlin') stay();`)).toEqual(['?.trim()']);
    expect(
      trims(`const use = { input: JSON.parse(json) as { city: string } };\nif (use.input.city === 'x') stay();`),
    ).toEqual([null]);
    expect(trims(`const input: { city: string } = JSON.parse(json);\nif (input.city === 'x') stay();`)).toEqual([
      '.trim()',
    ]);
    expect(trims(`const input: Record<string, unknown> = JSON.parse(json);\nif (input.city === 'x') stay();`)).toEqual([
      null,
    ]);
  });

  it.each([
    ['a text that the schema asks for', 'z.string()', '', '.trim()'],
    ['a text that may be left out', 'z.string().optional()', '', '?.trim()'],
    ['a text that may be null', 'z.string().nullable()', '', '?.trim()'],
    ['an object that may lack any', 'z.string()', '.partial()', '?.trim()'],
  ])('is trimmed as what a library has checked: %s', (_, schema, more, trim) => {
    const text = `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText, tool } from 'ai';
import { z } from 'zod';
const homes: Record<string, string> = {};
const home = tool({
  inputSchema: z.object({ town: ${schema} })${more},
  execute: async ({ town }) => homes[town],
});
await generateText({ model: bedrock('us.anthropic.claude-haiku-4-5-20251001-v1:0'), prompt, tools: { home } });`;
    expect(checksIn(text, 'src/app.ts').map((check) => check.trim)).toEqual([trim]);
  });

  it('is trimmed as what the type of a parameter says', () => {
    const trims = (type: string) =>
      checksIn(
        `${pieces}function find(city${type}) { return homes[city]; }\nfind(JSON.parse(json).city);`,
        'src/app.ts',
      ).map(({ trim }) => trim);
    expect(trims(': string')).toEqual(['.trim()']);
    expect(trims('?: string')).toEqual(['?.trim()']);
    expect(trims(': string | undefined')).toEqual([null]);
  });

  it.each([
    ['a value that the schema lists', `if (JSON.parse(json).unit === 'C') stay();`],
    [
      'a name that is given something else',
      `let input = JSON.parse(json);\ninput = settings;\nif (input.city === 'x') stay();`,
    ],
    [
      'a name of something else in the same object',
      `const use = { input: JSON.parse(json), ...more };\nif (use.place.city === 'x') stay();`,
    ],
    ['what a reviver makes of it', `if (JSON.parse(json, trimmed).city === 'x') stay();`],
    ['what a function outside makes of it', `if (clean(JSON.parse(json)).city === 'x') stay();`],
    [
      'a member that is given something else',
      `use.input += json;\nuse.input = other;\nif (JSON.parse(use.input).city === 'x') stay();`,
    ],
  ])('is not seen in %s', (_, code) => {
    expect(placesIn(pieces + code)).toEqual([]);
  });
});

describe('tool calls of LangChain', () => {
  it.each([
    `answer.tool_calls[0].args.city === 'Berlin'`,
    `answer.tool_calls?.[0]?.args.city === 'Berlin'`,
    `answer.tool_calls.find(({ name }) => name === 'weather').args.city === 'Berlin'`,
  ])('are read: %s', (check) => {
    expect(placesIn(`${langChain}if (${check}) stay();`)).toEqual([check]);
  });

  it('have the type `any`', () => {
    expect(
      checksIn(
        `${langChain}for (const { args } of answer.tool_calls ?? []) if (args.city === 'x') stay();`,
        'src/app.ts',
      ),
    ).toEqual([{ shape: 'compared', at: `args.city === 'x'`, trim: '?.trim()', input: null }]);
  });

  it('are handed to callbacks and to the functions of tools', () => {
    expect(placesIn(`${langChain}answer.tool_calls.forEach((call) => call.args.city === 'x' && stay());`)).toEqual([
      `call.args.city === 'x'`,
    ]);
    const run = `import { ChatBedrockConverse } from '@langchain/aws';
import { tool } from '@langchain/core/tools';
const weather = tool(async ({ city }) => (city === 'Berlin' ? 1 : 2), { name: 'weather', schema: z.object({ city: z.string() }) });
await new ChatBedrockConverse({ model: '${id}' }).bindTools([weather]).invoke(question);`;
    expect(placesIn(run)).toEqual([`city === 'Berlin'`]);
  });

  it.each([
    `answer.tool_calls[0].name === 'city'`,
    `answer.tool_calls[0].args.unit === 'C'`,
    `answer.tool_calls.map((call) => ({ args: clean(call.args) }))[0].args.city === 'x'`,
    `settings.tool_calls[0].args.city === 'x'`,
  ])('are nothing else: %s', (check) => {
    expect(placesIn(`${langChain}if (${check}) stay();`)).toEqual([]);
  });
});

describe('tool calls of the AI SDK', () => {
  it.each([
    `answer.toolCalls[0].input.city === 'Berlin'`,
    `answer.toolCalls[0]?.args.city === 'Berlin'`,
    `answer.steps[0].toolCalls[0].input.city === 'Berlin'`,
    `answer.content.find((part) => part.type === 'tool-call').input.city === 'Berlin'`,
    `answer.toolCalls.some((call) => call.input.city === 'Berlin')`,
  ])('are read: %s', (check) => {
    const [place] = placesIn(`${generated}if (${check}) stay();`);
    expect(check).toContain(place);
  });

  it('come in streams and in callbacks', () => {
    expect(
      placesIn(
        `${aiSdk()}const { fullStream } = streamText({ ...request, onStepFinish: ({ toolCalls }) => toolCalls[0].input.city === 'x' });
for await (const part of fullStream) if (part.type === 'tool-call' && part.input.city === 'y') stay();`,
      ),
    ).toEqual(expect.arrayContaining([`toolCalls[0].input.city === 'x'`, `part.input.city === 'y'`]));
  });

  it('have the type of their schema, unless that is JSON', () => {
    const trims = (start: string) =>
      checksIn(`${start}await generateText(request);`, 'src/app.ts').map(({ at, trim }) => [at, trim]);
    const execute = `execute: async ({ city }) => city === 'Berlin'`;
    expect(
      trims(aiSdk(`tool({ inputSchema: z.object({ city: z.string() }), ${execute} })`).replace('jsonSchema, ', '')),
    ).toEqual([[`city === 'Berlin'`, '.trim()']]);
    const json = `jsonSchema<Record<string, unknown>>({ type: 'object', properties: { city: { type: 'string' } } })`;
    expect(trims(aiSdk(`tool({ inputSchema: ${json}, ${execute} })`))).toEqual([[`city === 'Berlin'`, null]]);
  });

  it.each([
    `answer.toolCalls[0].input.unit === 'C'`,
    `answer.toolCalls[0].toolName === 'city'`,
    `other.toolCalls[0].input.city === 'x'`,
  ])('are nothing else: %s', (check) => {
    expect(placesIn(`${generated}if (${check}) stay();`)).toEqual([]);
  });
});

describe('functions of tools', () => {
  const zod = `z.object({ city: z.string() })`;

  it.each([
    [
      'an agent of Strands',
      `import { Agent, BedrockModel, tool } from '@strands-agents/sdk';
const weather = tool({ name: 'weather', inputSchema: ${zod}, callback: (input) => input.city === 'Berlin' });
const agent = new Agent({ model: new BedrockModel({ modelId: '${id}' }), tools: [weather] });
await agent.invoke(question);`,
    ],
    [
      'a tool class of LangChain',
      `import { ChatBedrockConverse } from '@langchain/aws';
import { DynamicStructuredTool } from '@langchain/core/tools';
const weather = new DynamicStructuredTool({ name: 'weather', schema: ${zod}, func: run });
async function run(input) { return input.city === 'Berlin'; }
await new ChatBedrockConverse({ model: '${id}' }).bindTools([weather]).invoke(question);`,
    ],
  ])('are handed the input: %s', (_, text) => {
    expect(placesIn(text)).toEqual([`input.city === 'Berlin'`]);
  });

  it('are not those of another library', () => {
    const text = aiSdk(`wrap({ inputSchema: ${zod}, execute: ({ city }) => city === 'Berlin' })`);
    expect(placesIn(`import { wrap } from './wrap.js';\n${text}await generateText(request);`)).toEqual([]);
  });
});

describe('the place for a call around an input', () => {
  const converse = `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
${schema}const response = await new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: '${id}', messages }));
for (const block of response.output.message.content)`;

  it.each([
    [`block.toolUse.input.city`, 'block.toolUse.input'],
    [`block.toolUse?.input.city`, 'block.toolUse?.input?'],
    [`block.toolUse?.input['city']`, 'block.toolUse?.input?.'],
    [`block.toolUse?.input?.city`, 'block.toolUse?.input'],
  ])('keeps what an optional chain cuts short: %s', (text, input) => {
    expect(checksIn(`${converse} if (${text} === 'x') stay();`).map((check) => check.input)).toEqual([input]);
  });

  it.each([`const { toolUse: { input: { city } } } = block`, `const { input = {} } = block.toolUse, { city } = input`])(
    'is not there where a pattern names the input: %s',
    (pattern) => {
      expect(checksIn(`${converse} { ${pattern}; if (city === 'x') stay(); }`).map(({ input }) => input)).toEqual([
        null,
      ]);
    },
  );
});
