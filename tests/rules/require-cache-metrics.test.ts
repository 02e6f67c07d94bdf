import rule from '../../src/rules/require-cache-metrics.js';
import { runRule } from './run-rule.js';

function call(
  after: string,
  {
    model = 'global.anthropic.claude-sonnet-4-6',
    system = `[{ text: RULES }, { cachePoint: { type: 'default' } }]`,
    module = '@aws-sdk/client-bedrock-runtime',
  } = {},
) {
  return `import { BedrockRuntimeClient, ConverseCommand } from '${module}';
import { RULES } from './rules.js';
const client = new BedrockRuntimeClient({});
export async function ask(question: string) {
  const response = await client.send(
    «new ConverseCommand({»
      modelId: '${model}',
      system: ${system},
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  );
  ${after}
}`;
}

function fine(after: string, parts = {}) {
  return { code: call(after, parts).replaceAll(/[«»]/g, '') };
}

const text = 'return response.output?.message?.content?.[0]?.text;';

runRule(rule, {
  valid: [
    // The figures are read, or the answer goes on to where they may be.
    fine(`console.log(response.usage?.cacheReadInputTokens); ${text}`),
    fine(`const { cacheWriteInputTokens } = response.usage ?? {}; report(cacheWriteInputTokens); ${text}`),
    fine(`report(response.usage); ${text}`),
    fine(`report(response); ${text}`),
    fine('return response;'),
    // Nothing is cached: no point, a model that has no cache, another provider's.
    fine(text, { system: '[{ text: RULES }]' }),
    fine(text, { model: 'us.amazon.nova-pro-v1:0' }),
    // A look-alike.
    fine(text, { module: './fakes.js' }),
    // Tests are not called.
    { ...fine(text), filename: 'src/ask.test.ts' },
  ],
  invalid: [
    {
      code: call(text),
      output: null,
      errors: [{ messageId: 'neverRead', data: { read: 'cacheReadInputTokens', write: 'cacheWriteInputTokens' } }],
    },
    {
      code: call(`console.log(response.usage?.inputTokens); ${text}`),
      output: null,
      errors: [{ messageId: 'neverRead', data: { read: 'cacheReadInputTokens', write: 'cacheWriteInputTokens' } }],
    },
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
export async function ask(content: string) {
  const message = await «client.messages.create({»
    model: 'global.anthropic.claude-sonnet-4-6',
    max_tokens: 1024,
    system: [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content }],
  });
  return message.content;
}`,
      output: null,
      errors: [
        { messageId: 'neverRead', data: { read: 'cache_read_input_tokens', write: 'cache_creation_input_tokens' } },
      ],
    },
  ],
});
