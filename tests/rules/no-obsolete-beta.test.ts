import rule from '../../src/rules/no-obsolete-beta.js';
import { runRule } from './run-rule.js';

const sdk = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';`;
const sonnet45 = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const sonnet37 = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
const opus45 = 'us.anthropic.claude-opus-4-5-20251101-v1:0';
const flagData = { id: '', on: '', reason: 'what it switched on is always on' };
const editorAdvice =
  'Use `text_editor_20250728` named `str_replace_based_edit_tool`. It has no `undo_edit`, and `insert` hands over its text as `insert_text`';

runRule(rule, {
  valid: [
    // Flags that mean something to the model.
    {
      code: `${sdk}
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], anthropic_beta: ['effort-2025-11-24', 'interleaved-thinking-2025-05-14', 'own-flag'] };
new InvokeModelCommand({ modelId: '${opus45}', body: JSON.stringify(body) });`,
    },
    // A budget of its own still has to ask for thinking between tool calls.
    {
      code: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-sonnet-4-6',
  additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 }, anthropic_beta: ['interleaved-thinking-2025-05-14'] },
});`,
    },
    // Tool versions that the model takes, that no source places, or that nobody knows.
    {
      code: `${sdk}
const tools = [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }, { type: 'bash_20250124', name: 'bash' }, { type: 'custom', name: 'x' }];
new InvokeModelCommand({ modelId: '${sonnet45}', body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], tools }) });
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', additionalModelRequestFields: { tools: [{ type: 'computer_20250124', name: 'computer' }] } });`,
    },
    // Another provider's model, another package.
    {
      code: `${sdk}
// Not Claude.
new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', additionalModelRequestFields: { anthropic_beta: ['context-1m-2025-08-07'] } });`,
    },
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
await new Anthropic().beta.messages.create({ model: 'claude-sonnet-4-5', betas: ['context-1m-2025-08-07'], max_tokens: 9, messages: [] });`,
    },
    // A list that is no request's.
    { code: `export const claudeBetas = ['context-1m-2025-08-07', 'pdfs-2024-09-25']; // claude` },
  ],
  invalid: [
    {
      code: `${sdk}
new ConverseCommand({
  modelId: '${sonnet45}',
  messages: [],
  additionalModelRequestFields: { top_k: 5, anthropic_beta: [«'context-1m-2025-08-07'»] },
});`,
      output: null,
      errors: [
        {
          messageId: 'contextBetaEnded',
          data: {
            ...flagData,
            beta: 'context-1m-2025-08-07',
            name: 'Claude Sonnet 4.5',
            on: '2026-04-30',
            tokens: '200,000',
          },
          suggestions: [
            {
              messageId: 'removeBeta',
              data: { beta: 'context-1m-2025-08-07' },
              output: `${sdk}
new ConverseCommand({
  modelId: '${sonnet45}',
  messages: [],
  additionalModelRequestFields: { top_k: 5 },
});`,
            },
          ],
        },
      ],
    },
    // One of several; a model that has ended; the SDK's own name for the list.
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.beta.messages.create({
  model: '${sonnet37}',
  betas: ['interleaved-thinking-2025-05-14', «'token-efficient-tools-2025-02-19'»],
  max_tokens: 9,
  messages: [],
});`,
      output: null,
      errors: [
        {
          messageId: 'betaObsoleteForSuccessor',
          data: {
            ...flagData,
            beta: 'token-efficient-tools-2025-02-19',
            name: 'Claude Sonnet 4.5',
            id: sonnet37,
            tokens: '200,000',
          },
          suggestions: [
            {
              messageId: 'removeBeta',
              data: { beta: 'token-efficient-tools-2025-02-19' },
              output: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
await client.beta.messages.create({
  model: '${sonnet37}',
  betas: ['interleaved-thinking-2025-05-14'],
  max_tokens: 9,
  messages: [],
});`,
            },
          ],
        },
      ],
    },
    // Adaptive thinking brings what the flag asked for.
    {
      code: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-sonnet-4-6',
  additionalModelRequestFields: { thinking: { type: 'adaptive' }, anthropic_beta: [«'interleaved-thinking-2025-05-14'»] },
});`,
      output: null,
      errors: [
        {
          messageId: 'betaObsolete',
          data: {
            ...flagData,
            beta: 'interleaved-thinking-2025-05-14',
            name: 'Claude Sonnet 4.6',
            tokens: '1,000,000',
          },
          suggestions: [
            {
              messageId: 'removeBeta',
              data: { beta: 'interleaved-thinking-2025-05-14' },
              output: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-sonnet-4-6',
  additionalModelRequestFields: { thinking: { type: 'adaptive' } },
});`,
            },
          ],
        },
      ],
    },
    // A list that two calls send, of which one reaches a model that knows the flag.
    {
      code: `${sdk}
const fields = { anthropic_beta: [«'effort-2025-11-24'»] };
new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-6', additionalModelRequestFields: fields });
new ConverseCommand({ modelId: '${opus45}', additionalModelRequestFields: fields });`,
      output: null,
      errors: [
        {
          messageId: 'betaObsolete',
          data: { ...flagData, beta: 'effort-2025-11-24', name: 'Claude Sonnet 4.6', tokens: '1,000,000' },
        },
      ],
    },
    // A tool with the code that answers to its name.
    {
      code: `${sdk}
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 900,
  messages: [],
  tools: [{ «type: 'text_editor_20250124'», name: 'str_replace_editor' }],
};
new InvokeModelCommand({ modelId: '${sonnet45}', body: JSON.stringify(body) });
export function run(block) {
  if (block.name === 'str_replace_editor') return edit(block.input);
}`,
      output: null,
      errors: [
        {
          messageId: 'toolVersion',
          data: { tool: 'text_editor_20250124', name: 'Claude Sonnet 4.5', id: '', advice: editorAdvice },
          suggestions: [
            {
              messageId: 'useToolVersion',
              data: { tool: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
              output: `${sdk}
const body = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 900,
  messages: [],
  tools: [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }],
};
new InvokeModelCommand({ modelId: '${sonnet45}', body: JSON.stringify(body) });
export function run(block) {
  if (block.name === 'str_replace_based_edit_tool') return edit(block.input);
}`,
            },
          ],
        },
      ],
    },
    // Nothing in the file answers to the name: other code may.
    {
      code: `${sdk}
new ConverseCommand({
  modelId: '${sonnet37}',
  additionalModelRequestFields: { tools: [{ «type: 'text_editor_20250124'», name: 'str_replace_editor' }] },
});`,
      output: null,
      errors: [
        {
          messageId: 'toolVersionForSuccessor',
          data: { tool: 'text_editor_20250124', name: 'Claude Sonnet 4.5', id: sonnet37, advice: editorAdvice },
          suggestions: [
            {
              messageId: 'renameTool',
              data: { tool: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
              output: `${sdk}
new ConverseCommand({
  modelId: '${sonnet37}',
  additionalModelRequestFields: { tools: [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }] },
});`,
            },
          ],
        },
      ],
    },
    // The name also stands in a prompt, or a command is handled whose input has changed: both are for a person.
    {
      code: `${sdk}
new ConverseCommand({
  modelId: '${sonnet45}',
  system: [{ text: 'Edit files with str_replace_editor.' }],
  additionalModelRequestFields: { tools: [{ «type: 'text_editor_20250124'», name: 'str_replace_editor' }] },
});`,
      output: null,
      errors: [
        {
          messageId: 'toolVersion',
          data: { tool: 'text_editor_20250124', name: 'Claude Sonnet 4.5', id: '', advice: editorAdvice },
        },
      ],
    },
    {
      code: `${sdk}
new ConverseCommand({
  modelId: '${sonnet45}',
  additionalModelRequestFields: { tools: [{ «type: 'text_editor_20250124'», name: 'str_replace_editor' }] },
});
export const commands = { 'insert': ({ new_str }) => new_str };`,
      output: null,
      errors: [
        {
          messageId: 'toolVersion',
          data: { tool: 'text_editor_20250124', name: 'Claude Sonnet 4.5', id: '', advice: editorAdvice },
        },
      ],
    },
    // A model that takes no version that anybody knows of.
    {
      code: `${sdk}
new ConverseCommand({
  modelId: 'us.anthropic.claude-sonnet-5',
  additionalModelRequestFields: { tools: [{ «type: 'computer_20241022'», name: 'computer' }] },
});`,
      output: null,
      errors: [
        {
          messageId: 'toolVersion',
          data: {
            tool: 'computer_20241022',
            name: 'Claude Sonnet 5',
            id: '',
            advice: 'Which version it takes instead is not known',
          },
        },
      ],
    },
    // A model that nobody names, and flags and tools that mean nothing to any that the policy moves to.
    {
      code: `${sdk}
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], anthropic_beta: [«'effort-2025-11-24'»] };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'betaObsoleteForTarget',
          data: { ...flagData, beta: 'effort-2025-11-24', name: 'Claude Haiku 5.5', tokens: '1,000,000' },
          suggestions: [
            {
              messageId: 'removeBeta',
              data: { beta: 'effort-2025-11-24' },
              output: `${sdk}
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [] };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`,
            },
          ],
        },
      ],
    },
    {
      code: `${sdk}
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], tools: [{ «type: 'text_editor_20250124'», name: 'str_replace_editor' }] };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`,
      output: null,
      errors: [
        {
          messageId: 'toolVersionForTarget',
          data: { tool: 'text_editor_20250124', name: 'Claude Haiku 4.5', id: '', advice: editorAdvice },
          suggestions: [
            {
              messageId: 'renameTool',
              data: { tool: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
              output: `${sdk}
const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages: [], tools: [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }] };
new InvokeModelCommand({ modelId: process.env.MODEL_ID, body: JSON.stringify(body) });`,
            },
          ],
        },
      ],
    },
  ],
});
