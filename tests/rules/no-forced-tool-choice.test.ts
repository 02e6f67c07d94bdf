import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.js';
import { catalog } from '../../src/catalog/index.js';
import type { CatalogModel } from '../../src/catalog/schema.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import noForcedToolChoice from '../../src/rules/no-forced-tool-choice.js';
import { asOf, runRule } from './run-rule.js';

const aws = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
const modelId = `modelId: 'global.anthropic.claude-opus-5-5'`;
const messages = `messages: [{ role: 'user', content: [{ text: question }] }]`;
const sentence = 'Always answer by calling this tool, and with nothing else: ';
const named = { messageId: 'refused', data: { name: 'Claude Opus 5.5', id: '' } } as const;
const asked = (output: string, data: Readonly<Record<string, string>> = named.data) => [
  { messageId: 'askForTool', data, output },
];
const ai = `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText } from 'ai';
`;
const chain = `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-opus-5-5' });
`;

runRule(noForcedToolChoice, {
  valid: [
    // The choice is left to the model.
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools, toolChoice: { auto: {} } } }));`,
    },
    { code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools } }));` },
    {
      code: `${ai}await generateText({ model: bedrock('global.anthropic.claude-opus-5-5'), prompt, tools, toolChoice: 'none' });`,
    },
    // Models that take it.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-haiku-5-5', ${messages}, toolConfig: { tools, toolChoice: { any: {} } } }));`,
    },
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', ${messages}, toolConfig: { tools, toolChoice: { any: {} } } }));`,
    },
    // A choice that only the running program knows.
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools, toolChoice } }));`,
    },
    // Thinking is turned off already.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-5', ${messages}, toolConfig: { tools, toolChoice: { any: {} } }, additionalModelRequestFields: { thinking: { type: 'disabled' } } }));`,
    },
    // A model that nobody names, in a shape that any model takes.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: process.env.MODEL_ID, ${messages}, toolConfig: { tools, toolChoice: { any: {} } } }));`,
      policy: { target: 'latest' },
    },
    // A shadowed name and a look-alike.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ ${modelId}, toolConfig: { tools, toolChoice: { any: {} } } });`,
    },
    {
      code: `import { ConverseCommand } from './my-sdk.js';
new ConverseCommand({ ${modelId}, toolConfig: { tools, toolChoice: { any: {} } } });`,
    },
    // Claude on another platform.
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-opus-5-5', max_tokens: 10, tools, tool_choice: { type: 'any' }, messages: [] });`,
    },
  ],
  invalid: [
    // Converse: one tool, and any.
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools, «toolChoice: { tool: { name: 'extract' } }» } }));`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools, toolChoice: { auto: {} } }, system: [{ text: '${sentence}extract' }] }));`,
          ),
        },
      ],
    },
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, system: [{ text: \`You are \${name}.\` }], toolConfig: { tools, «toolChoice: { any: {} }» } }));`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, system: [{ text: \`You are \${name}.\` }, { text: 'Always answer by calling one of your tools, and with nothing else.' }], toolConfig: { tools, toolChoice: { auto: {} } } }));`,
          ),
        },
      ],
    },
    // A body of the Messages API, with more beside the type, and the team's own sentence.
    {
      code: `${aws}const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, tools, «tool_choice: { type: 'tool', name: 'extract', disable_parallel_tool_use: true }», messages: [{ role: 'user', content: question }] });
await client.send(new InvokeModelCommand({ ${modelId}, body }));`,
      options: { instruction: 'Call {tool}.' },
      output: null,
      errors: [
        {
          ...named,
          suggestions:
            asked(`${aws}const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, tools, tool_choice: { type: 'auto', disable_parallel_tool_use: true }, messages: [{ role: 'user', content: question }], system: 'Call extract.' });
await client.send(new InvokeModelCommand({ ${modelId}, body }));`),
        },
      ],
    },
    // A tool whose name is a variable.
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
export const ask = (tool: string) => new AnthropicBedrock().messages.create({ model: 'global.anthropic.claude-opus-5-5', max_tokens: 900, system: SYSTEM, tools, «tool_choice: { type: 'tool', name: tool }», messages: [{ role: 'user', content: question }] });
const SYSTEM = 'You extract data.';`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(`import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
export const ask = (tool: string) => new AnthropicBedrock().messages.create({ model: 'global.anthropic.claude-opus-5-5', max_tokens: 900, system: \`\${SYSTEM}\\n\\n${sentence}\${tool}\`, tools, tool_choice: { type: 'auto' }, messages: [{ role: 'user', content: question }] });
const SYSTEM = 'You extract data.';`),
        },
      ],
    },
    // LangChain: the system message is one of the messages.
    {
      code: `${chain}await model.bindTools(tools, { «tool_choice: 'extract'» }).invoke([['human', question]]);`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${chain}await model.bindTools(tools, { tool_choice: 'auto' }).invoke([['system', '${sentence}extract'], ['human', question]]);`,
          ),
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-opus-5-5' });
await «model.withStructuredOutput(schema)».invoke([['human', question]]);`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(`import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-opus-5-5', supportsToolChoiceValues: ['auto'] });
await model.withStructuredOutput(schema).invoke([['system', 'Always answer by calling one of your tools, and with nothing else.'], ['human', question]]);`),
        },
      ],
    },
    {
      code: `${chain}await model.bindTools(tools, { «tool_choice: 'any'» }).invoke('What does it cost?');`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${chain}await model.bindTools(tools, { tool_choice: 'auto' }).invoke([['system', 'Always answer by calling one of your tools, and with nothing else.'], ['human', 'What does it cost?']]);`,
          ),
        },
      ],
    },
    // The AI SDK, in a version that sends what it is told.
    {
      code: `${ai}await generateText({ model: bedrock('global.anthropic.claude-opus-5-5'), prompt, tools, «toolChoice: { type: 'tool', toolName: 'extract' }» });`,
      output: null,
      errors: [
        {
          ...named,
          suggestions: asked(
            `${ai}await generateText({ model: bedrock('global.anthropic.claude-opus-5-5'), prompt, tools, toolChoice: 'auto', system: '${sentence}extract' });`,
          ),
        },
      ],
    },
    // A model that takes it without thinking.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-5', ${messages}, toolConfig: { tools, «toolChoice: { any: {} }» } }));`,
      output: null,
      errors: [
        {
          messageId: 'needsNoThinking',
          data: { name: 'Claude Sonnet 5', id: '' },
          suggestions: [
            {
              messageId: 'turnThinkingOff',
              data: { name: 'Claude Sonnet 5', id: '' },
              output: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-5', ${messages}, toolConfig: { tools, toolChoice: { any: {} } }, additionalModelRequestFields: { thinking: { type: 'disabled' } } }));`,
            },
          ],
        },
      ],
    },
    // The successor of a model that still answers refuses it.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-opus-4-1-20250805-v1:0', ...options, toolConfig: { tools, «toolChoice: { any: {} }» } }));`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'refusedForSuccessor',
          data: { name: 'Claude Opus 5.5', id: 'us.anthropic.claude-opus-4-1-20250805-v1:0' },
        },
      ],
    },
    // On some condition.
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools, ...(force ? { «toolChoice: { any: {} }» } : {}) } }));`,
      output: null,
      errors: [named],
    },
    // The successor of a model that still answers takes it without thinking.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', ${messages}, toolConfig: { tools, «toolChoice: { any: {} }» } }));`,
      policy: { target: { sonnet: '5' } },
      output: null,
      errors: [
        {
          messageId: 'needsNoThinkingForSuccessor',
          data: { name: 'Claude Sonnet 5', id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0' },
          suggestions: [
            {
              messageId: 'turnThinkingOff',
              data: { name: 'Claude Sonnet 5', id: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0' },
              output: `${aws}await client.send(new ConverseCommand({ modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0', ${messages}, toolConfig: { tools, toolChoice: { any: {} } }, additionalModelRequestFields: { thinking: { type: 'disabled' } } }));`,
            },
          ],
        },
      ],
    },
    // A provider whose version is not known, where notes are asked for.
    {
      code: `import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { generateText } from 'ai';
await generateText({ model: bedrockAnthropic('global.anthropic.claude-opus-5-5'), prompt, tools, «toolChoice: 'required'» });`,
      policy: { notes: true },
      output: null,
      errors: [
        {
          ...named,
          messageId: 'mayBeSent',
          suggestions: asked(`import { bedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { generateText } from 'ai';
await generateText({ model: bedrockAnthropic('global.anthropic.claude-opus-5-5'), prompt, tools, toolChoice: 'auto', system: 'Always answer by calling one of your tools, and with nothing else.' });`),
        },
      ],
    },
  ],
});

describe('structured output of the AI SDK', () => {
  const policy = createPolicy({ settings: { target: 'latest' } }, { asOf, catalog });

  function found(code: string, version: string | null, declared?: string) {
    const manifest = 'node_modules/@ai-sdk/amazon-bedrock/package.json';
    const texts: Readonly<Record<string, string>> = {
      ...(version === null ? {} : { [manifest]: JSON.stringify({ version }) }),
      ...(declared === undefined
        ? {}
        : { 'package.json': JSON.stringify({ dependencies: { '@ai-sdk/amazon-bedrock': declared } }) }),
    };
    const files = {
      read: (path: string) => texts[path] ?? null,
      resolveModule: () => null,
      resolvePackage: (_: string, file: string) => (`node_modules/${file}` in texts ? `node_modules/${file}` : null),
    };
    const text = `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateObject, generateText, Output, streamText, ToolLoopAgent } from 'ai';
const model = bedrock('us.anthropic.claude-opus-4-1-20250805-v1:0');
${code}`;
    const document = openDocument({ path: 'ask.ts', text, files });
    const [options] = noForcedToolChoice.defaultOptions;
    return [...noForcedToolChoice.detect(document, { policy, options })].map(({ messageId, level, refusal }) => [
      messageId,
      `${level}${refusal ? ' holds' : ''}`,
    ]);
  }

  const forced = [['outputForcedForSuccessor', 'warning holds']];
  const object = 'export const made = generateObject({ model, schema, prompt });';

  it.each([
    ['generateObject', object],
    ['an output', 'export const made = generateText({ model, output: Output.object({ schema }), prompt });'],
    ['a list', 'export const made = streamText({ model, experimental_output: Output.array({ element }), prompt });'],
    ['an agent', 'export const agent = new ToolLoopAgent({ model, output: Output.choice({ options: [] }) });'],
    [
      'a variable',
      'const output = Output.object({ schema });\nexport const made = generateText({ model, output, prompt });',
    ],
  ])('is asked for with a forced tool by older versions: %s', (_, code) => {
    expect(found(code, '4.0.100')).toEqual(forced);
    expect(found(code, '4.0.186')).toEqual([]);
  });

  it.each([
    ['text', 'export const made = generateText({ model, output: Output.text(), prompt });'],
    ['no schema', `export const made = generateObject({ model, output: 'no-schema', prompt });`],
    [
      'a schema that the provider sends',
      `export const made = generateObject({ model, schema, prompt, providerOptions: { bedrock: { structuredOutputMode: 'outputFormat' } } });`,
    ],
    ['another Output', 'export const made = (Output: Own) => generateText({ model, output: Output.text(), prompt });'],
  ])('is asked for in another way: %s', (name, code) => {
    expect(found(code, '4.0.100')).toEqual(name === 'another Output' ? forced : []);
  });

  it('is refused by a model that is named', () => {
    const named = object.replace('model,', `model: bedrock('us.anthropic.claude-opus-5-5'),`);
    expect(found(named, '4.0.100')).toEqual([['outputForced', 'error holds']]);
    expect(found(named, null)).toEqual([['outputMayBeForced', 'note holds']]);
    expect(found(named, '5.0.101')).toEqual([]);
  });

  it('holds the move where nobody knows the version', () => {
    expect(found(object, null)).toEqual([['outputMayBeForced', 'warning holds']]);
    expect(found(object, null, '^4.0.0')).toEqual([['outputMayBeForced', 'warning holds']]);
    expect(found(object, null, '^5.0.99')).toEqual([]);
    expect(found(object, null, '^2.0.0')).toEqual(forced);
  });

  it('goes by package.json where another version lies about', () => {
    expect(found(object, '5.0.101', '^3.0.0')).toEqual([['outputMayBeForced', 'warning holds']]);
    expect(found(object, '3.0.10', '^3.0.0')).toEqual(forced);
  });
});

describe('a model that nobody names', () => {
  const text = `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], tools: [], tool_choice: { type: 'any' } };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`;

  /** What is found where the models of Haiku, which take it so far, take as much as this. */
  function found(request: Partial<CatalogModel['request']>) {
    const models = catalog.models.map((model) =>
      model.family === 'haiku' ? { ...model, request: { ...model.request, ...request } } : model,
    );
    const policy = createPolicy({ settings: { target: 'latest' } }, { asOf, catalog: createCatalog(models) });
    const document = openDocument({ path: 'src/ask.ts', text, files: null });
    const [options] = noForcedToolChoice.defaultOptions;
    return [...noForcedToolChoice.detect(document, { policy, options })];
  }

  it('may take it while one that the policy moves to does', () => {
    expect(found({})).toEqual([]);
  });

  it('is told that all of them refuse it', () => {
    expect(found({ forcedToolChoice: false })).toMatchObject([
      { messageId: 'refusedForTarget', data: { name: 'Claude Haiku 5.5' }, level: 'warning' },
    ]);
  });

  it('is told that it must not think', () => {
    expect(found({ forcedToolChoiceWithoutThinking: true })).toMatchObject([
      { messageId: 'needsNoThinkingForTarget', data: { name: 'Claude Haiku 5.5' }, level: 'warning' },
    ]);
  });
});
