import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/create-catalog.js';
import { catalog } from '../../src/catalog/index.js';
import type { CatalogModel } from '../../src/catalog/schema.js';
import { openDocument } from '../../src/documents/open.js';
import { createPolicy } from '../../src/policy/index.js';
import validStructuredOutput from '../../src/rules/valid-structured-output.js';
import { asOf, runRule } from './run-rule.js';

const aws = `import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
`;
const modelId = `modelId: 'global.anthropic.claude-opus-5-5'`;
const messages = `messages: [{ role: 'user', content: [{ text: question }] }]`;
const format = `{ type: 'json_schema', schema }`;
const body = (model: string, more: string) =>
  `${aws}const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, messages, ${more} });
await client.send(new InvokeModelCommand({ modelId: '${model}', body }));`;
const named = (more: string) =>
  body('global.anthropic.claude-sonnet-4-6', more).replace(
    'const body',
    `const output_format = ${format};\nconst body`,
  );
const opus = { name: 'Claude Opus 5.5', id: '' };

runRule(validStructuredOutput, {
  valid: [
    // A model that has it.
    { code: body('global.anthropic.claude-sonnet-4-6', `output_config: { format: ${format} }`) },
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', ${messages}, outputConfig: { textFormat: ${format} } }));`,
    },
    // The new place may not be known to an older model.
    { code: body('global.anthropic.claude-sonnet-4-5-20250929-v1:0', `output_format: ${format}`) },
    // Effort alone is no format; tools that are not strict.
    { code: body('global.anthropic.claude-opus-5-5', `output_config: { effort: 'high' }`) },
    {
      code: body(
        'global.anthropic.claude-opus-5-5',
        `tools: [{ name: 'extract', strict: false, input_schema: schema }]`,
      ),
    },
    // A model that takes strict tools, and one of which nobody knows.
    {
      code: body(
        'global.anthropic.claude-sonnet-4-6',
        `tools: [{ name: 'extract', strict: true, input_schema: schema }]`,
      ),
    },
    {
      code: body(
        'global.anthropic.claude-haiku-4-5-20251001-v1:0',
        `tools: [{ name: 'extract', strict: true, input_schema: schema }]`,
      ),
    },
    // The AI SDK asks for a format only where the model has one.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateObject } from 'ai';
await generateObject({ model: bedrock('global.anthropic.claude-opus-5-5'), schema, prompt });`,
    },
    // Models of other vendors; a model that nobody names, in a shape that any model takes.
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: 'amazon.nova-pro-v1:0', ${messages}, outputConfig: { textFormat: ${format} } }));`,
    },
    {
      code: `${aws}await client.send(new ConverseCommand({ modelId: process.env.MODEL_ID, ${messages}, outputConfig: { textFormat: ${format} } }));`,
      policy: { target: 'latest' },
    },
    // A shadowed name, a look-alike, and Claude on another platform.
    {
      code: `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
export const run = (ConverseCommand: Command) => new ConverseCommand({ ${modelId}, outputConfig: { textFormat: ${format} } });`,
    },
    {
      code: `import { ConverseCommand } from './my-sdk.js';\nnew ConverseCommand({ ${modelId}, outputConfig: { textFormat: ${format} } });`,
    },
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().messages.create({ model: 'claude-opus-5-5', max_tokens: 10, output_config: { format: ${format} }, messages: [] });`,
    },
  ],
  invalid: [
    // A format that the model refuses, on each API.
    {
      code: `${aws}await client.send(new ConverseCommand({ ${modelId}, ${messages}, outputConfig: { «textFormat: ${format}» } }));`,
      output: null,
      errors: [{ messageId: 'formatRefused', data: { ...opus, parameter: 'textFormat' } }],
    },
    {
      code: body('global.anthropic.claude-opus-5-5', `output_config: { «format: ${format}» }`),
      output: null,
      errors: [{ messageId: 'formatRefused', data: { ...opus, parameter: 'format' } }],
    },
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().beta.messages.create({ model: 'global.anthropic.claude-opus-5-5', max_tokens: 9, messages, «output_format: ${format}» });`,
      output: null,
      errors: [{ messageId: 'formatRefused', data: { ...opus, parameter: 'output_format' } }],
    },
    // The successor of a model that has it.
    {
      code: body('us.anthropic.claude-opus-4-1-20250805-v1:0', `«output_format: ${format}»`),
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'formatRefusedForSuccessor',
          data: { ...opus, id: 'us.anthropic.claude-opus-4-1-20250805-v1:0', parameter: 'output_format' },
        },
      ],
    },
    // Strict tools.
    {
      code: body(
        'global.anthropic.claude-opus-5-5',
        `tools: [{ name: 'extract', «strict: true», input_schema: schema }]`,
      ),
      output: body('global.anthropic.claude-opus-5-5', `tools: [{ name: 'extract', input_schema: schema }]`),
      errors: [{ messageId: 'strictRefused', data: opus }],
    },
    {
      code: `${aws}const tools = [{ toolSpec: { name: 'extract', inputSchema: { json: schema }, «strict: true» } }];
await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools } }));`,
      output: `${aws}const tools = [{ toolSpec: { name: 'extract', inputSchema: { json: schema } } }];
await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools } }));`,
      errors: [{ messageId: 'strictRefused', data: opus }],
    },
    // Tools that a model which takes them is offered too.
    {
      code: `${aws}const tools = [{ toolSpec: { name: 'extract', inputSchema: { json: schema }, «strict: true» } }];
await client.send(new ConverseCommand({ ${modelId}, ${messages}, toolConfig: { tools } }));
await client.send(new ConverseCommand({ modelId: 'global.anthropic.claude-opus-5', ${messages}, toolConfig: { tools } }));`,
      output: null,
      errors: [{ messageId: 'strictRefused', data: opus }],
    },
    // A place that is deprecated.
    {
      code: body('global.anthropic.claude-sonnet-4-6', `«output_format: ${format}»`),
      output: null,
      errors: [
        {
          messageId: 'formatMoved',
          data: { name: 'Claude Sonnet 4.6', id: '', parameter: 'output_format' },
          suggestions: [
            {
              messageId: 'moveFormat',
              data: { name: 'Claude Sonnet 4.6', id: '', parameter: 'output_format' },
              output: body('global.anthropic.claude-sonnet-4-6', `output_config: { format: ${format} }`),
            },
          ],
        },
      ],
    },
    {
      code: named(`«output_format»`),
      output: null,
      errors: [
        {
          messageId: 'formatMoved',
          data: { name: 'Claude Sonnet 4.6', id: '', parameter: 'output_format' },
          suggestions: [
            {
              messageId: 'moveFormat',
              data: { name: 'Claude Sonnet 4.6', id: '', parameter: 'output_format' },
              output: named(`output_config: { format: output_format }`),
            },
          ],
        },
      ],
    },
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
await new AnthropicBedrock().beta.messages.create({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 9, messages, «output_format: ${format}» });`,
      output: null,
      errors: [{ messageId: 'formatMoved', data: { name: 'Claude Sonnet 4.6', id: '', parameter: 'output_format' } }],
    },
    // A body that only Claude takes, and a policy whose models have no format.
    {
      code: `${aws}await client.send(new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 900, messages, output_config: { «format: ${format}» } }) }));`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        { messageId: 'formatRefusedForTarget', data: { name: 'Claude Haiku 5.5', id: '', parameter: 'format' } },
      ],
    },
    // The successor of a model that still answers takes no strict tools.
    {
      code: body(
        'us.anthropic.claude-opus-4-1-20250805-v1:0',
        `tools: [{ name: 'extract', «strict: true», input_schema: schema }]`,
      ),
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'strictRefusedForSuccessor',
          data: { ...opus, id: 'us.anthropic.claude-opus-4-1-20250805-v1:0' },
          suggestions: [
            {
              messageId: 'removeStrict',
              data: { ...opus, id: 'us.anthropic.claude-opus-4-1-20250805-v1:0' },
              output: body(
                'us.anthropic.claude-opus-4-1-20250805-v1:0',
                `tools: [{ name: 'extract', input_schema: schema }]`,
              ),
            },
          ],
        },
      ],
    },
  ],
});

describe('a model that nobody names', () => {
  const text = `import { InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], tools: [{ name: 'x', strict: true, input_schema: {} }] };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`;
  const found = (models: readonly CatalogModel[]) => {
    const policy = createPolicy({ settings: { target: 'latest' } }, { asOf, catalog: createCatalog(models) });
    const document = openDocument({ path: 'src/ask.ts', text, files: null });
    return [...validStructuredOutput.detect(document, { policy, options: {} })];
  };

  it('may take strict tools while one that the policy moves to may', () => {
    expect(found(catalog.models)).toEqual([]);
  });

  it('is told of strict tools that all of them refuse', () => {
    const models = catalog.models.map((model) => ({ ...model, request: { ...model.request, strictTools: false } }));
    expect(found(models)).toMatchObject([{ messageId: 'strictRefusedForTarget', level: 'warning' }]);
  });
});
