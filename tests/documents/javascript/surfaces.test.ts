import { describe, expect, it } from 'vitest';
import { positionsIn, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Surface and model of every call. */
function callsIn(...source: Parameters<typeof read>) {
  return read(...source).modelCalls.map(({ surface, model }) => [
    surface,
    model.kind === 'text' ? model.text : model.kind,
  ]);
}

describe('AWS SDK commands', () => {
  const call = `new ConverseCommand({ modelId: '${haiku}' })`;

  it.each([
    ['named', `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\n${call};`],
    [
      'aliased',
      `import { ConverseCommand as Ask } from '@aws-sdk/client-bedrock-runtime';\nnew Ask({ modelId: '${haiku}' });`,
    ],
    [
      'namespace',
      `import * as sdk from '@aws-sdk/client-bedrock-runtime';\nnew sdk.ConverseCommand({ modelId: '${haiku}' });`,
    ],
    [
      'default, as CommonJS packages have it',
      `import sdk from '@aws-sdk/client-bedrock-runtime';\nnew sdk.ConverseCommand({ modelId: '${haiku}' });`,
    ],
    ['required and taken apart', `const { ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');\n${call};`],
    [
      'required under another name',
      `const { ConverseCommand: Ask } = require('@aws-sdk/client-bedrock-runtime');\nnew Ask({ modelId: '${haiku}' });`,
    ],
    [
      'required as a whole',
      `const sdk = require('@aws-sdk/client-bedrock-runtime');\nnew sdk.ConverseCommand({ modelId: '${haiku}' });`,
    ],
    [
      'compiled by TypeScript',
      `const client_bedrock_runtime_1 = require("@aws-sdk/client-bedrock-runtime");\nnew client_bedrock_runtime_1.ConverseCommand({ modelId: '${haiku}' });`,
    ],
    [
      'compiled with helpers',
      `const tslib_1 = require('tslib');\nconst sdk = tslib_1.__importStar(require('@aws-sdk/client-bedrock-runtime'));\nnew sdk.ConverseCommand({ modelId: '${haiku}' });`,
    ],
    [
      'imported when needed',
      `export async function ask() {\n  const { ConverseCommand } = await import('@aws-sdk/client-bedrock-runtime');\n  return ${call};\n}`,
    ],
    [
      'imported when needed, as a whole',
      `export async function ask() {\n  const sdk = await import('@aws-sdk/client-bedrock-runtime');\n  return new sdk.ConverseCommand({ modelId: '${haiku}' });\n}`,
    ],
    [
      'imported in parentheses',
      `export async function ask() {\n  return new (await import('@aws-sdk/client-bedrock-runtime')).ConverseCommand({ modelId: '${haiku}' });\n}`,
    ],
    [
      'picked off a namespace',
      `import * as sdk from '@aws-sdk/client-bedrock-runtime';\nconst { ConverseCommand } = sdk;\n${call};`,
    ],
  ])('is seen when %s', (_, source) => {
    expect(callsIn(source, 'src/app.js')).toEqual([['Converse', haiku]]);
    expect(positionsIn(source, 'src/app.js')).toEqual([[haiku, 'request']]);
  });

  it('is seen through `import x = require()` and `import y = x.Y`', () => {
    const source = `import sdk = require('@aws-sdk/client-bedrock-runtime');\nimport Ask = sdk.ConverseCommand;\nnew Ask({ modelId: '${haiku}' });`;
    expect(callsIn(source, 'src/app.cts')).toEqual([['Converse', haiku]]);
  });

  it('knows all four commands', () => {
    const source = `import { ConverseCommand, ConverseStreamCommand, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '${haiku}' });
new ConverseStreamCommand({ modelId: '${haiku}' });
new InvokeModelCommand({ modelId: '${haiku}' });
new InvokeModelWithResponseStreamCommand({ modelId: '${haiku}' });`;
    expect(callsIn(source)).toEqual([
      ['Converse', haiku],
      ['ConverseStream', haiku],
      ['InvokeModel', haiku],
      ['InvokeModelWithResponseStream', haiku],
    ]);
  });

  it.each([
    [
      'a shadowed name',
      `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nexport function ask(ConverseCommand) {\n  return ${call};\n}`,
    ],
    ['a class of the same name', `class ConverseCommand {}\nexport const command = ${call};`],
    [
      'a package that looks alike',
      `import { ConverseCommand } from '@aws-sdk/client-bedrock';\nexport const command = ${call};`,
    ],
    ['a global', `export const command = ${call};`],
    [
      'a `require` of one’s own',
      `function require() {}\nconst { ConverseCommand } = require('@aws-sdk/client-bedrock-runtime');\nexport const command = ${call};`,
    ],
    [
      'a name every object has',
      `import * as sdk from '@aws-sdk/client-bedrock-runtime';\nexport const command = new sdk.constructor({ modelId: '${haiku}' });`,
    ],
  ])('is not seen in %s', (_, source) => {
    expect(callsIn(source, 'src/app.js')).toEqual([]);
    expect(positionsIn(source, 'src/app.js')).toEqual([[haiku, 'constant']]);
  });
});

describe('the input of a command', () => {
  const sdk = `import { ConverseCommand, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';\n`;

  it.each([
    ['a variable', `const input = { modelId: '${haiku}' };\nnew ConverseCommand(input);`],
    ['typed', `const input: ConverseCommandInput = { modelId: '${haiku}' };\nnew ConverseCommand(input);`],
    ['checked', `const input = { modelId: '${haiku}' } satisfies ConverseCommandInput;\nnew ConverseCommand(input);`],
    ['asserted', `new ConverseCommand({ modelId: '${haiku}' } as ConverseCommandInput);`],
    ['spread', `const base = { modelId: '${haiku}' };\nnew ConverseCommand({ ...base, messages: [] });`],
    [
      'built in steps',
      `const input: Partial<ConverseCommandInput> = {};\ninput.modelId = '${haiku}';\nnew ConverseCommand(input as ConverseCommandInput);`,
    ],
    [
      'returned by an arrow',
      `const build = (text: string) => ({ modelId: '${haiku}', messages: [text] });\nnew ConverseCommand(build('hi'));`,
    ],
    [
      'returned by a function with steps',
      `function build(text: string) {\n  const messages = [text];\n  return { modelId: '${haiku}', messages };\n}\nnew ConverseCommand(build('hi'));`,
    ],
    [
      'awaited from a helper',
      `async function build() {\n  return { modelId: '${haiku}' };\n}\nexport const run = async () => new ConverseCommand(await build());`,
    ],
    [
      'returned by a method',
      `export class Chat {\n  build() {\n    return { modelId: '${haiku}' };\n  }\n  run() {\n    return new ConverseCommand(this.build());\n  }\n}`,
    ],
    ['frozen', `const input = Object.freeze({ modelId: '${haiku}' });\nnew ConverseCommand(input);`],
    ['a member', `const inputs = { chat: { modelId: '${haiku}' } } as const;\nnew ConverseCommand(inputs.chat);`],
    ['taken out of an object', `const { chat } = { chat: { modelId: '${haiku}' } };\nnew ConverseCommand(chat);`],
  ])('may be %s', (_, body) => {
    const source = sdk + body;
    expect(callsIn(source)).toEqual([['Converse', haiku]]);
    expect(positionsIn(source)).toEqual([[haiku, 'request']]);
  });

  it('has every value that a branch assigns', () => {
    const sonnet = 'anthropic.claude-3-sonnet-20240229-v1:0';
    const source = `${sdk}export function run(fast: boolean) {\n  const input: Partial<ConverseCommandInput> = {};\n  if (fast) input.modelId = '${haiku}';\n  else input.modelId = '${sonnet}';\n  return new ConverseCommand(input);\n}`;
    expect(positionsIn(source)).toEqual([
      [haiku, 'request'],
      [sonnet, 'request'],
    ]);
  });

  it('takes the last of several spreads and properties', () => {
    const source = `${sdk}const base = { modelId: 'meta.llama3' };\nnew ConverseCommand({ modelId: 'a', ...base });\nnew ConverseCommand({ ...base, modelId: '${haiku}' });`;
    expect(callsIn(source)).toEqual([
      ['Converse', 'meta.llama3'],
      ['Converse', haiku],
    ]);
  });

  it('is unknown behind a parameter, a value that may be another, or code nobody can follow', () => {
    const source = `${sdk}export function run(input: ConverseCommandInput) {
  let other = { modelId: '${haiku}' };
  other = input;
  new ConverseCommand(input);
  new ConverseCommand(other);
  new ConverseCommand(pick());
}
function pick(): ConverseCommandInput {
  if (Math.random() > 0.5) return JSON.parse(stored);
  return { modelId: '${haiku}' };
}`;
    expect(callsIn(source)).toEqual([
      ['Converse', 'unknown'],
      ['Converse', 'unknown'],
      ['Converse', 'unknown'],
    ]);
    expect(positionsIn(source)).toEqual([
      [haiku, 'constant'],
      [haiku, 'constant'],
    ]);
  });
});

describe('the body of InvokeModel', () => {
  const body = `{ anthropic_version: 'bedrock-2023-05-31', temperature: 0.5, top_p: 0.9 }`;

  it.each([
    ['inline', `JSON.stringify(${body})`, ''],
    ['a variable', 'JSON.stringify(payload)', `const payload = ${body};\n`],
    ['a text in a variable', 'text', `const text = JSON.stringify(${body});\n`],
    ['bytes of Buffer', `Buffer.from(JSON.stringify(${body}))`, ''],
    ['bytes of TextEncoder', `new TextEncoder().encode(JSON.stringify(${body}))`, ''],
    ['bytes of Smithy', `fromUtf8(JSON.stringify(${body}))`, `import { fromUtf8 } from '@smithy/util-utf8';\n`],
  ])('is read when it is %s', (_, expression, before) => {
    const source = `${before}import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nnew InvokeModelCommand({ modelId: '${haiku}', body: ${expression} });`;
    const [call] = read(source, 'src/app.js').modelCalls;
    expect(call?.provesClaude).toBe(true);
    const { temperature, topP, topK } = call?.request?.settings ?? {};
    expect(temperature).toMatchObject([{ path: ['temperature'], value: { kind: 'number', number: 0.5 } }]);
    expect(topP).toMatchObject([{ path: ['top_p'], value: { kind: 'number', number: 0.9 } }]);
    expect(topK).toBeUndefined();
  });

  it('is read when it is assigned', () => {
    const source = `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nconst input = { modelId: '${haiku}' };\ninput.body = JSON.stringify(${body});\nnew InvokeModelCommand(input);`;
    expect(read(source, 'src/app.js').modelCalls.map(({ provesClaude }) => provesClaude)).toEqual([true]);
  });
});

describe('the aggregated client', () => {
  it.each([
    [
      'a variable',
      `const client = new BedrockRuntime({});\nexport const run = () => client.converse({ modelId: '${haiku}' });`,
    ],
    [
      'a field',
      `export class Chat {\n  private client = new BedrockRuntime({});\n  run() {\n    return this.client.converse({ modelId: '${haiku}' });\n  }\n}`,
    ],
    [
      'a private field',
      `export class Chat {\n  #client: BedrockRuntime;\n  constructor() {\n    this.#client = new BedrockRuntime({});\n  }\n  run() {\n    return this.#client.converse({ modelId: '${haiku}' });\n  }\n}`,
    ],
    ['a typed parameter', `export const run = (client: BedrockRuntime) => client.converse({ modelId: '${haiku}' });`],
    [
      'a parameter that is a field',
      `export class Chat {\n  constructor(private readonly client: BedrockRuntime) {}\n  run() {\n    return this.client.converse({ modelId: '${haiku}' });\n  }\n}`,
    ],
  ])('is seen in %s', (_, body) => {
    const source = `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';\n${body}`;
    expect(callsIn(source)).toEqual([['Converse', haiku]]);
    expect(positionsIn(source)).toEqual([[haiku, 'request']]);
  });

  it('is not the class of another package, nor a field of another class', () => {
    const source = `import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
import { BedrockRuntime as Other } from './fake';
class One {
  client = new BedrockRuntime({});
}
export class Two {
  client = new Other();
  run() {
    return this.client.converse({ modelId: '${haiku}' });
  }
}
export const one = new One();`;
    expect(callsIn(source)).toEqual([]);
  });
});

describe('AI SDK', () => {
  it.each([
    ['the provider', `import { bedrock } from '@ai-sdk/amazon-bedrock';\nconst model = bedrock('${haiku}');`],
    [
      'a method of it',
      `import { bedrock } from '@ai-sdk/amazon-bedrock';\nconst model = bedrock.languageModel('${haiku}');`,
    ],
    [
      'the factory, called at once',
      `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\nconst model = createAmazonBedrock({ region: 'us-east-1' })('${haiku}');`,
    ],
    [
      'a provider of one’s own',
      `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\nconst provider = createAmazonBedrock();\nconst model = provider('${haiku}');`,
    ],
    [
      'a field',
      `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\nexport class Chat {\n  provider = createAmazonBedrock();\n  model() {\n    return this.provider('${haiku}');\n  }\n}`,
    ],
    [
      'Anthropic’s provider',
      `import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';\nconst model = bedrockAnthropic('${haiku}');`,
    ],
    [
      'compiled',
      `const amazon_bedrock_1 = require("@ai-sdk/amazon-bedrock");\nconst model = (0, amazon_bedrock_1.bedrock)('${haiku}');`,
    ],
  ])('is seen through %s', (_, source) => {
    expect(callsIn(source, 'src/app.js')).toEqual([['AiSdk', haiku]]);
    expect(positionsIn(source, 'src/app.js')).toEqual([[haiku, 'request']]);
  });

  it('is seen through a provider of another file', () => {
    const files = {
      'src/provider.ts': `import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';\nexport const provider = createAmazonBedrock();\nexport default provider;`,
    };
    expect(callsIn(`import { provider } from './provider';\nprovider('${haiku}');`, 'src/app.ts', files)).toEqual([
      ['AiSdk', haiku],
    ]);
    expect(callsIn(`import own from './provider.js';\nown.chat('${haiku}');`, 'src/app.ts', files)).toEqual([
      ['AiSdk', haiku],
    ]);
  });

  it('is not an embedding, an image, or another provider', () => {
    const source = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nimport { openai } from '@ai-sdk/openai';\nbedrock.embedding('${haiku}');\nopenai('${haiku}');`;
    expect(callsIn(source)).toEqual([]);
  });
});

describe('the Anthropic SDK', () => {
  const request = `{ model: '${haiku}', max_tokens: 10, temperature: 1, messages: [] }`;

  it.each([
    [
      'named',
      `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nconst client = new AnthropicBedrock();\nclient.messages.create(${request});`,
    ],
    [
      'default',
      `import Client from '@anthropic-ai/bedrock-sdk';\nconst client = new Client();\nclient.messages.stream(${request});`,
    ],
    [
      'compiled default',
      `const bedrock_sdk_1 = __importDefault(require("@anthropic-ai/bedrock-sdk"));\nconst client = new bedrock_sdk_1.default();\nclient.messages.create(${request});`,
    ],
    [
      'beta',
      `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrock().beta.messages.create(${request});`,
    ],
    [
      'a field',
      `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';\nexport class Chat {\n  client = new AnthropicBedrock();\n  ask() {\n    return this.client.messages.create(${request});\n  }\n}`,
    ],
  ])('is seen on Bedrock: %s', (_, source) => {
    const document = read(source, 'src/app.js');
    expect(document.modelCalls).toHaveLength(1);
    expect(document.modelCalls[0]).toMatchObject({
      surface: 'AnthropicBedrock',
      provesClaude: true,
      model: { kind: 'text', text: haiku },
    });
    expect(document.modelReferences[0]).toMatchObject({
      position: 'request',
      endpoint: 'runtime',
      surface: 'AnthropicBedrock',
      sampling: { temperature: { name: 'temperature' }, topP: null },
    });
  });

  it('knows the mantle endpoint, which takes bare IDs', () => {
    const source = `import { AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';\nnew AnthropicBedrockMantle({}).messages.create({ model: 'anthropic.claude-opus-4-7', messages: [] });`;
    expect(read(source).modelReferences).toMatchObject([
      { position: 'request', endpoint: 'mantle', surface: 'AnthropicBedrockMantle' },
    ]);
  });

  it.each([
    [
      'AnthropicFoundry',
      `import AnthropicFoundry from '@anthropic-ai/foundry-sdk';\nconst client = new AnthropicFoundry();`,
    ],
    [
      'AnthropicFoundry',
      `import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';\nconst client = new AnthropicFoundry();`,
    ],
    ['AnthropicVertex', `import { AnthropicVertex as V } from '@anthropic-ai/vertex-sdk';\nconst client = new V();`],
    ['Anthropic', `import Client from '@anthropic-ai/sdk';\nconst client = new Client();`],
  ])('names the client of another platform: %s', (name, before) => {
    const source = `${before}\nclient.messages.create(${request});`;
    const document = read(source, 'src/app.js');
    expect(document.modelCalls).toEqual([]);
    expect(document.modelReferences).toMatchObject([{ position: 'constant', foreignClient: name, surface: null }]);
  });
});

describe('LangChain and Strands', () => {
  it('takes the model from the constructor', () => {
    const source = `import { ChatBedrockConverse } from '@langchain/aws';
import { BedrockModel } from '@strands-agents/sdk';
new ChatBedrockConverse({ model: '${haiku}', temperature: 0, topP: 1 });
new BedrockModel({ modelId: 'us.${haiku}', region: 'us-west-2' });`;
    const document = read(source);
    expect(document.modelCalls.map(({ surface }) => surface)).toEqual(['LangChain', 'Strands']);
    expect(document.modelReferences).toMatchObject([
      {
        position: 'request',
        surface: 'LangChain',
        region: 'us-west-2',
        sampling: { temperature: { value: { number: 0 } }, topP: { value: { number: 1 } } },
      },
      { position: 'request', surface: 'Strands', region: 'us-west-2' },
    ]);
  });

  it('does not take a class of that name from elsewhere', () => {
    expect(
      callsIn(`import { BedrockModel } from '@cdklabs/models';\nnew BedrockModel({ modelId: '${haiku}' });`),
    ).toEqual([]);
  });
});
