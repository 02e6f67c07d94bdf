import { describe, expect, it } from 'vitest';
import { siteIn, sitesIn } from './sites.js';

const sdk = `import { BedrockRuntime, BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';\nconst client = new BedrockRuntimeClient({});\n`;

describe('the request of Converse', () => {
  it('has its parts wherever they are written', () => {
    const source = `${sdk}const toolConfig = { tools: [{ toolSpec: t }, { cachePoint: { type: 'default' } }] };
new ConverseCommand({
  modelId: 'm',
  system: [{ text: 'a' }],
  messages,
  toolConfig,
  inferenceConfig: { maxTokens: 100 },
  additionalModelRequestFields: { thinking: { type: 'adaptive' } },
});`;
    expect(siteIn(source)).toMatchObject({
      surface: 'Converse',
      dialect: 'converse',
      system: [`[{ text: 'a' }]`],
      messages: ['messages'],
      tools: [`[{ toolSpec: t }, { cachePoint: { type: 'default' } }]`],
      maxTokens: '100',
      thinking: `{ type: 'adaptive' }`,
      isComplete: true,
    });
  });

  it('has tools on a condition, and tools nobody can read', () => {
    const conditional = `${sdk}new ConverseCommand({ modelId: 'm', toolConfig: tools.length ? { tools } : undefined });`;
    expect(siteIn(conditional)).toMatchObject({ tools: ['tools'], isComplete: true });
    const unseen = `${sdk}new ConverseCommand({ modelId: 'm', toolConfig: toolsOf(agent) });`;
    expect(siteIn(unseen)).toMatchObject({ tools: ['toolsOf(agent)'], isComplete: false });
  });

  it('leaves out what is set to undefined', () => {
    expect(siteIn(`${sdk}new ConverseCommand({ modelId: 'm', system: undefined });`).system).toEqual([]);
  });
});

describe('the body of InvokeModel', () => {
  const body = `{ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, system: S, messages: M, tools: T, thinking: H }`;

  it.each([
    ['inline', '', `JSON.stringify(${body})`],
    [
      'with steps',
      `const body: any = { anthropic_version: 'v', max_tokens: 9, messages: M, thinking: H };\nbody.system = S;\nbody['tools'] = T;\n`,
      'JSON.stringify(body)',
    ],
    ['a text that is declared first', `let body: string;\nbody = JSON.stringify(${body});\n`, 'body'],
    ['bytes', `const text = JSON.stringify(${body});\n`, 'new TextEncoder().encode(text)'],
    ['an array of bytes', '', `new Uint8Array(Buffer.from(JSON.stringify(${body})))`],
    ['what a helper returns', `const build = (x: string) => JSON.stringify(${body});\n`, `build('x')`],
    ['what its only caller passes', '', `JSON.stringify(${body})`],
  ])('is read when it is %s', (name, before, value) => {
    const call = name.startsWith('what its')
      ? `function ask(body: string) {\n  return new InvokeModelCommand({ modelId: 'm', body });\n}\nask(${value});`
      : `new InvokeModelCommand({ modelId: 'm', body: ${value} });`;
    expect(siteIn(`${sdk}${before}${call}`)).toMatchObject({
      dialect: 'messages',
      system: ['S'],
      messages: ['M'],
      tools: ['T'],
      thinking: 'H',
      maxTokens: '9',
      isComplete: true,
    });
  });

  it('is read when it is written by hand', () => {
    const source = `${sdk}const body = \`{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,
  "system": "Answer in \${language}, \${ { a: '}' }.a }",
  "messages": \${JSON.stringify(messages)}, "stop_sequences": ["\\\\n\\\\nHuman:"]}\`;
new InvokeModelCommand({ modelId: 'm', body });`;
    expect(siteIn(source)).toMatchObject({
      dialect: 'messages',
      maxTokens: '9',
      system: [`"Answer in \${language}, \${ { a: '}' }.a }"`],
      messages: ['JSON.stringify(messages)'],
      isComplete: true,
    });
    const plain = `${sdk}new InvokeModelCommand({ modelId: 'm', body: '{"anthropic_version": "v", "system": "Be brief."}' });`;
    expect(siteIn(plain).system).toEqual(['"Be brief."']);
  });

  it.each([
    ['no JSON', '`plain ${x}`'],
    ['half of it', '`{"system": "a"`'],
    ['nothing but a hole', '`${body}`'],
    ['a parameter', 'unseen'],
  ])('is not seen when it is %s', (_, body) => {
    expect(siteIn(`${sdk}new InvokeModelCommand({ modelId: 'm', body: ${body} });`).dialect).toBeUndefined();
  });

  it('is the one for Claude where others are written beside it', () => {
    const source = `${sdk}let body: string;
if (isClaude) body = JSON.stringify({ anthropic_version: 'v', system: S });
else body = JSON.stringify({ inputText: T });
new InvokeModelCommand({ modelId, body });`;
    expect(siteIn(source)).toMatchObject({ system: ['S'], isComplete: true });
  });
});

describe('the answer of a command', () => {
  it.each([
    ['sent at once', `const r = await client.send(new ConverseCommand({}));`, ['client.send(new ConverseCommand({}))']],
    ['in a variable', `const c = new ConverseCommand({});\nawait client.send(c);`, ['client.send(c)']],
    [
      'in a variable declared before',
      `let c;\nc = new ConverseCommand({});\nawait client.send(c, {});`,
      ['client.send(c, {})'],
    ],
    [
      'sent again',
      `const c = new ConverseCommand({});\ntry {\n  await client.send(c);\n} catch {\n  await backup.send(c);\n}`,
      ['client.send(c)', 'backup.send(c)'],
    ],
    [
      'by a field',
      `export class A {\n  client = client;\n  run() {\n    return this.client.send(new ConverseCommand({}));\n  }\n}`,
      ['this.client.send(new ConverseCommand({}))'],
    ],
    [
      'from a helper',
      `const make = () => new ConverseCommand({});\nawait client.send(make());`,
      ['client.send(make())'],
    ],
    [
      'by a function of the file',
      `const sendWithRetry = async (name: string, command: any) => client.send(command);\nsendWithRetry('x', new ConverseCommand({}));`,
      ['client.send(command)'],
    ],
    [
      'by a method',
      `class A {\n  run() {\n    return this.ask(new ConverseCommand({}));\n  }\n  ask(command: any) {\n    return client.send(command);\n  }\n}`,
      ['client.send(command)'],
    ],
    [
      'by a function that calls itself',
      `const again = (command: any): any => (x ? client.send(command) : again(command));\nagain(new ConverseCommand({}));`,
      ['client.send(command)'],
    ],
    ['handed to other code', `sendWithRetry(new ConverseCommand({}));`, []],
    ['only logged', `const c = new ConverseCommand({});\nconsole.log(c);`, []],
  ])('is found when it is %s', (_, body, answers) => {
    expect(siteIn(sdk + body).answers).toEqual(answers);
  });

  it('comes in the shape of its API', () => {
    const source = `${sdk}client.send(new ConverseCommand({}));
client.send(new ConverseStreamCommand({}));
client.send(new InvokeModelCommand({}));
client.send(new InvokeModelWithResponseStreamCommand({}));
new BedrockRuntime({}).converse({});`;
    expect(sitesIn(source).map(({ surface, shape }) => [surface, shape])).toEqual([
      ['Converse', 'object'],
      ['ConverseStream', 'eventStream'],
      ['InvokeModel', 'jsonBody'],
      ['InvokeModelWithResponseStream', 'jsonEventStream'],
      ['Converse', 'object'],
    ]);
  });
});

describe('the package', () => {
  it.each([
    'npm:@aws-sdk/client-bedrock-runtime',
    'npm:@aws-sdk/client-bedrock-runtime@3.1164.0',
    'https://esm.sh/@aws-sdk/client-bedrock-runtime@3?target=es2022',
    'https://cdn.jsdelivr.net/npm/@aws-sdk/client-bedrock-runtime@3/+esm',
    'https://cdn.skypack.dev/@aws-sdk/client-bedrock-runtime',
  ])('may be imported as %s', (specifier) => {
    expect(siteIn(`import { ConverseCommand } from '${specifier}';\nnew ConverseCommand({});`).surface).toBe(
      'Converse',
    );
  });

  it.each([
    'https://example.com/@aws-sdk/client-bedrock-runtime',
    'npm:client-bedrock-runtime',
    '@mine/client-bedrock-runtime',
    './client-bedrock-runtime',
  ])('is not %s', (specifier) => {
    expect(sitesIn(`import { ConverseCommand } from '${specifier}';\nnew ConverseCommand({});`)).toEqual([]);
  });

  it('may be passed on by a module of the project', () => {
    const files = { 'src/aws.ts': `export { ConverseCommand as Ask } from 'npm:@aws-sdk/client-bedrock-runtime';` };
    expect(siteIn(`import { Ask } from './aws.js';\nnew Ask({ system: [s] });`, files)).toMatchObject({
      system: ['[s]'],
    });
  });
});
