import { describe, expect, it } from 'vitest';
import { post } from './post.js';
import { startBedrock } from './start-bedrock.js';

const sonnet45 = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const haiku45 = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus45 = 'global.anthropic.claude-opus-4-5-20251101-v1:0';
const opus41 = 'us.anthropic.claude-opus-4-1-20250805-v1:0';
const sonnet46 = 'global.anthropic.claude-sonnet-4-6';
const opus47 = 'global.anthropic.claude-opus-4-7';
const sonnet5 = 'global.anthropic.claude-sonnet-5';
const opus5 = 'global.anthropic.claude-opus-5';
const opus55 = 'global.anthropic.claude-opus-5-5';
const sonnet55 = 'global.anthropic.claude-sonnet-5-5';
const haiku55 = 'global.anthropic.claude-haiku-5-5';
const fable52 = 'us.anthropic.claude-fable-5-2';

const user = { role: 'user', content: 'Hi' };
const tools = [{ name: 'look', input_schema: { type: 'object' } }];
const forced = { tools, tool_choice: { type: 'tool', name: 'look' } };

interface Case {
  readonly model: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** A part of the error; none where the model takes the request. */
  readonly error?: string;
}

const cases: readonly Case[] = [
  // Sampling
  { model: sonnet45, fields: { temperature: 0.2 } },
  { model: sonnet45, fields: { top_p: 0.9, top_k: 5 } },
  { model: sonnet45, fields: { temperature: 0.2, top_p: 0.9 }, error: '`temperature` and `top_p` cannot both' },
  { model: opus41, fields: { temperature: 0.2, top_p: 0.9 }, error: '`temperature` and `top_p` cannot both' },
  { model: opus47, fields: { temperature: 0.2 }, error: '`temperature` is deprecated for this model.' },
  { model: opus47, fields: { temperature: 1 } },
  { model: sonnet5, fields: { top_p: 0.9 }, error: '`top_p` is deprecated for this model.' },
  { model: haiku55, fields: { top_p: 0.99 } },
  { model: haiku55, fields: { top_k: 5 }, error: '`top_k` is deprecated for this model.' },
  { model: opus55, fields: { temperature: 1, top_p: 0.99 }, error: 'cannot both be specified' },
  {
    model: opus55,
    fields: { anthropic_version: '2026-10-21', temperature: 1 },
    error: '`temperature` is deprecated for this model.',
  },
  // Versions of the API
  { model: opus47, fields: { anthropic_version: '2026-10-21' } },
  { model: sonnet45, fields: { anthropic_version: '2026-10-21' }, error: '"2026-10-21" is not supported' },
  { model: sonnet45, fields: { anthropic_version: undefined }, error: 'anthropic_version: Field required' },
  // Thinking
  { model: sonnet45, fields: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000 } },
  {
    model: sonnet45,
    fields: { thinking: { enabled: true, budget: 1024 }, max_tokens: 2000 },
    error: 'thinking.type: Field required',
  },
  {
    model: sonnet45,
    fields: { thinking: { type: 'enabled', budget: 1024 }, max_tokens: 2000 },
    error: 'thinking.enabled.budget: Extra inputs are not permitted',
  },
  {
    model: sonnet45,
    fields: { thinking: { type: 'enabled', budget_tokens: 1000 }, max_tokens: 2000 },
    error: 'greater than or equal to 1024',
  },
  {
    model: sonnet45,
    fields: { thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 2000 },
    error: '`max_tokens` must be greater than `thinking.budget_tokens`',
  },
  {
    model: sonnet45,
    fields: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000, temperature: 0 },
    error: '`temperature` may only be set to 1',
  },
  {
    model: sonnet45,
    fields: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000, ...forced },
    error: 'forces tool use',
  },
  { model: sonnet45, fields: { thinking: { type: 'adaptive' } }, error: '"thinking.type.adaptive" is not supported' },
  { model: sonnet45, fields: { reasoning_config: { type: 'enabled' } }, error: 'reasoning_config: Extra inputs' },
  { model: sonnet46, fields: { thinking: { type: 'adaptive' }, output_config: { effort: 'max' } } },
  { model: sonnet46, fields: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000 } },
  {
    model: opus47,
    fields: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000 },
    error: '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive"',
  },
  { model: opus47, fields: { thinking: { type: 'disabled' } } },
  { model: opus5, fields: { thinking: { type: 'disabled' }, output_config: { effort: 'high' } } },
  {
    model: opus5,
    fields: { thinking: { type: 'disabled' }, output_config: { effort: 'max' } },
    error: 'only supported up to effort "high"',
  },
  {
    model: opus55,
    fields: { thinking: { type: 'disabled' } },
    error: '"thinking.type.disabled" is not supported for this model',
  },
  { model: sonnet55, fields: { thinking: { type: 'disabled' } }, error: 'Use "thinking.type.between_tools"' },
  { model: sonnet55, fields: { thinking: { type: 'between_tools' } } },
  // Effort
  { model: sonnet45, fields: { output_config: { effort: 'low' } }, error: 'output_config.effort: Extra inputs' },
  { model: opus45, fields: { output_config: { effort: 'low' } }, error: 'output_config.effort: Extra inputs' },
  { model: opus45, fields: { output_config: { effort: 'low' }, anthropic_beta: ['effort-2025-11-24'] } },
  { model: sonnet46, fields: { output_config: { effort: 'xhigh' } }, error: 'output_config.effort: Input should be' },
  // Prefill and roles
  { model: sonnet45, fields: { messages: [user, { role: 'assistant', content: '{' }] } },
  {
    model: sonnet46,
    fields: { messages: [user, { role: 'assistant', content: '{' }] },
    error: 'This model does not support assistant message prefill. The conversation must end with a user message.',
  },
  {
    model: sonnet45,
    fields: { messages: [user, { role: 'system', content: 'Be brief.' }, user] },
    error: "role 'system' is not supported on this model",
  },
  // Tools
  { model: sonnet46, fields: forced },
  { model: haiku55, fields: forced },
  { model: opus55, fields: forced, error: 'tool_choice: type "tool" and "any" are not supported' },
  { model: fable52, fields: { tools, tool_choice: { type: 'any' } }, error: 'tool_choice: type "tool" and "any"' },
  { model: opus55, fields: { tools, tool_choice: { type: 'auto' } } },
  { model: sonnet5, fields: forced, error: 'tool_choice: type "tool" and "any" are not supported' },
  { model: sonnet5, fields: { ...forced, thinking: { type: 'disabled' } } },
  { model: sonnet46, fields: { tools: [{ ...tools[0], strict: true }] } },
  { model: opus47, fields: { tools: [{ ...tools[0], strict: true }] }, error: 'strict: Extra inputs' },
  {
    model: sonnet45,
    fields: { tools: [{ type: 'text_editor_20250124', name: 'str_replace_editor' }] },
    error: "'text_editor_20250124' does not match",
  },
  {
    model: sonnet45,
    fields: { tools: [{ type: 'text_editor_20250728', name: 'str_replace_editor' }] },
    error: "tools.0.text_editor_20250728.name: Input should be 'str_replace_based_edit_tool'",
  },
  { model: sonnet45, fields: { tools: [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }] } },
  {
    model: sonnet45,
    fields: { tools: [{ type: 'computer_20250124', name: 'computer' }] },
    error: "tools.0: 'computer_20250124' does not match any of the expected tags",
  },
  {
    model: sonnet45,
    fields: {
      tools: [{ type: 'computer_20250124', name: 'computer' }],
      anthropic_beta: ['computer-use-2025-01-24'],
    },
  },
  // Structured outputs
  { model: sonnet46, fields: { output_config: { format: { type: 'json_schema' } } } },
  {
    model: opus55,
    fields: { output_config: { format: { type: 'json_schema' } } },
    error: 'output_config.format: Extra inputs are not permitted',
  },
  // Sizes
  { model: opus41, fields: { max_tokens: 32_000 } },
  { model: opus41, fields: { max_tokens: 32_001 }, error: 'max_tokens: 32001 > 32000' },
  { model: sonnet45, fields: { max_tokens: undefined }, error: 'max_tokens: Field required' },
  {
    model: haiku45,
    fields: { messages: [{ role: 'user', content: 'word '.repeat(200_000) }] },
    error: 'prompt is too long',
  },
  // Shape
  { model: sonnet45, fields: { model: 'claude-sonnet-4-5' }, error: 'model: Extra inputs are not permitted' },
  { model: sonnet45, fields: { inferenceConfig: {} }, error: 'inferenceConfig: Extra inputs are not permitted' },
  { model: sonnet45, fields: { system: [{ text: 'Be brief.' }] }, error: "system.0.type: Input should be 'text'" },
  { model: sonnet45, fields: { system: { text: 'Be brief.' } }, error: 'system: Input should be a valid list' },
  { model: sonnet45, fields: { messages: [] }, error: 'at least one message' },
  {
    model: sonnet45,
    fields: { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] },
    error: 'messages.0.content.0.type: Field required',
  },
  {
    model: sonnet45,
    fields: { messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] },
    error: 'text content blocks must be non-empty',
  },
  {
    model: sonnet45,
    fields: { messages: undefined, prompt: '\n\nHuman: Hi\n\nAssistant:', max_tokens_to_sample: 10 },
    error: 'Please use the Messages API instead.',
  },
];

describe('a Messages body', () => {
  it.each(cases)('$model with $fields: $error', async ({ model, fields, error }) => {
    await using bedrock = await startBedrock();
    const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 64, messages: [user], ...fields };
    const { status, text } = await post(bedrock.url, `/model/${model}/invoke`, body);
    expect({ status, error: readMessage(text) }).toEqual(
      error === undefined
        ? { status: 200, error: undefined }
        : { status: 400, error: expect.stringContaining(error) as string },
    );
  });

  it('comes back as an error of its own kind on the Messages route', async () => {
    await using bedrock = await startBedrock();
    const { status, text } = await post(bedrock.url, '/anthropic/v1/messages', {
      ...{ model: opus47, max_tokens: 64, messages: [user], temperature: 0 },
    });
    expect({ status, body: JSON.parse(text) as unknown }).toEqual({
      status: 400,
      body: {
        type: 'error',
        error: { type: 'invalid_request_error', message: '`temperature` is deprecated for this model.' },
      },
    });
  });
});

const hi = { role: 'user', content: [{ text: 'Hi' }] };

describe('a request of Converse', () => {
  it.each<Case>([
    { model: sonnet45, fields: { system: [{ text: 'Be brief.' }], inferenceConfig: { maxTokens: 64 } } },
    { model: sonnet45, fields: { system: 'Be brief.' }, error: 'system: must be a list' },
    { model: sonnet45, fields: { inferenceConfiguration: {} }, error: 'inferenceConfiguration: unknown member' },
    { model: sonnet45, fields: { inferenceConfig: { topK: 5 } }, error: 'inferenceConfig.topK: unknown member' },
    { model: sonnet45, fields: { messages: [{ role: 'user', content: 'Hi' }] }, error: 'content: must be a list' },
    {
      model: sonnet45,
      fields: { messages: [{ role: 'user', content: [{ text: 'Hi', cachePoint: { type: 'default' } }] }] },
      error: 'must have exactly one member set',
    },
    {
      model: sonnet45,
      fields: { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }] },
      error: 'must have exactly one member set',
    },
    { model: sonnet45, fields: { system: [{ text: ' ' }] }, error: 'system.0 is blank' },
    {
      model: sonnet45,
      fields: { messages: [{ role: 'assistant', content: [{ text: 'Hi' }] }, hi] },
      error: 'A conversation must start with a user message.',
    },
    {
      model: sonnet45,
      fields: { inferenceConfig: { temperature: 0, topP: 0.9 } },
      error: 'The model returned the following errors: `temperature` and `top_p` cannot both be specified',
    },
    { model: opus47, fields: { inferenceConfig: { temperature: 0 } }, error: '`temperature` is deprecated' },
    {
      model: opus47,
      fields: { additionalModelRequestFields: { top_k: 5 } },
      error: '`top_k` is deprecated for this model.',
    },
    {
      model: opus47,
      fields: { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } },
      error: '"thinking.type.enabled" is not supported for this model.',
    },
    {
      model: sonnet46,
      fields: { additionalModelRequestFields: { thinking: { type: 'adaptive' }, output_config: { effort: 'low' } } },
    },
    {
      model: sonnet46,
      fields: { messages: [hi, { role: 'assistant', content: [{ text: '{' }] }] },
      error: 'does not support assistant message prefill',
    },
    {
      model: opus55,
      fields: {
        toolConfig: {
          tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }],
          toolChoice: { any: {} },
        },
      },
      error: 'tool_choice: type "tool" and "any" are not supported for this model.',
    },
    {
      model: opus47,
      fields: {
        toolConfig: { tools: [{ toolSpec: { name: 'look', inputSchema: { json: {} }, strict: true } }] },
      },
      error: 'strict: Extra inputs are not permitted',
    },
    { model: opus41, fields: { inferenceConfig: { maxTokens: 64_000 } }, error: 'max_tokens: 64000 > 32000' },
    { model: opus55, fields: { outputConfig: { textFormat: {} } }, error: 'output_config.format: Extra inputs' },
    {
      model: opus55,
      fields: { additionalModelRequestFields: { output_format: {} } },
      error: 'output_config.format: Extra inputs',
    },
  ])('$model with $fields: $error', async ({ model, fields, error }) => {
    await using bedrock = await startBedrock();
    const { status, text } = await post(bedrock.url, `/model/${model}/converse`, { messages: [hi], ...fields });
    expect({ status, error: readMessage(text) }).toEqual(
      error === undefined
        ? { status: 200, error: undefined }
        : { status: 400, error: expect.stringContaining(error) as string },
    );
  });
});

function readMessage(text: string) {
  // The double writes an object, in an error with a message.
  return (JSON.parse(text) as { readonly message?: string }).message;
}
