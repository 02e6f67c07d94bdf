import rule from '../../src/rules/handle-stop-reasons.js';
import { runRule } from './run-rule.js';

const converse = `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
`;
const send = `${converse}const response = await client.send(new ConverseCommand({ modelId, messages }));
`;
const stream = `${converse}const { stream } = await client.send(new ConverseStreamCommand({ modelId, messages }));
`;
const invoke = `import { BedrockRuntimeClient, InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const input = { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', body };
`;

const named = '`model_context_window_exceeded` (a full context window) or `content_filtered` (a refusal)';
const ofConverse = `\`max_tokens\` (cut off), ${named}`;
const ofMessages =
  '`max_tokens` (cut off), `model_context_window_exceeded` (a full context window) or `refusal` (a refusal)';

runRule(rule, {
  valid: [
    // Every other reason ends in an exception.
    {
      code: `${send}if (response.stopReason === 'tool_use') runTools();
else if (response.stopReason === 'end_turn') show(response.output.message);
else throw new Error(response.stopReason);
`,
    },
    {
      code: `${send}switch (response.stopReason) {
  case 'end_turn':
    show(response.output.message);
    break;
  default:
    throw new Error(response.stopReason);
}
`,
    },
    {
      code: `${send}if (!new Set(['end_turn', 'tool_use']).has(response.stopReason)) throw new Error('not complete');
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `${send}check(response);
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
function check({ stopReason }) {
  if (stopReason !== 'end_turn' && stopReason !== 'tool_use') throw new Error(stopReason);
}
`,
    },
    {
      code: `${send}import { assertComplete } from 'bedrock-claude-runtime';
assertComplete(response);
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `${converse}async function ask(messages) {
  while (true) {
    const response = await client.send(new ConverseCommand({ modelId, messages }));
    if (response.stopReason === 'tool_use') {
      messages.push(response.output.message);
      continue;
    }
    if (response.stopReason === 'end_turn') return response.output.message;
    throw new Error(response.stopReason);
  }
}
`,
    },
    // What ends otherwise is named, and the rest is success.
    {
      code: `${send}switch (response.stopReason) {
  case 'max_tokens':
  case 'model_context_window_exceeded':
    throw new Error('cut off');
  case 'content_filtered':
    throw new Error('refused');
  default:
    show(response.output.message);
}
`,
    },
    {
      code: `${send}if (['max_tokens', 'model_context_window_exceeded', 'content_filtered'].includes(response.stopReason)) retry();
else if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `${send}const words = { end_turn: 'stop', max_tokens: 'length', model_context_window_exceeded: 'length', content_filtered: 'filter' };
show(words[response.stopReason] ?? 'stop');
`,
    },
    // The reason goes on as it is, or the whole answer does.
    {
      code: `${send}export const answer = { text: response.output.message.content[0].text, reason: response.stopReason ?? 'unknown' };
`,
    },
    {
      code: `${converse}export async function ask(messages) {
  let response = await client.send(new ConverseCommand({ modelId, messages }));
  while (response.stopReason === 'tool_use') response = await client.send(new ConverseCommand({ modelId, messages }));
  return response;
}
`,
    },
    {
      code: `${stream}for await (const event of stream) {
  if (event.messageStop?.stopReason === 'tool_use') runTools();
  controller.enqueue(event);
}
`,
    },
    {
      code: `${send}export const toWord = (reason) => {
  switch (reason) {
    case 'end_turn':
      return 'stop';
    default:
      return reason;
  }
};
show(toWord(response.stopReason));
`,
    },
    {
      code: `${send}export const isTool = (answer) => answer.stopReason === 'tool_use';
show(isTool(response), response);
`,
    },
    // The rest is an error to the program.
    {
      code: `${send}if (response.stopReason === 'end_turn') show(response.output.message);
else onError('The model stopped: ' + response.stopReason);
`,
    },
    {
      code: `${converse}async function ask(messages) {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  if (response.stopReason === 'end_turn') return response.output.message;
  return null;
}
`,
    },
    {
      code: `${send}for (const block of response.output.message.content) if ('toolUse' in block) runTool(block.toolUse);
const tool = response.output.message.content.find((block) => block.toolUse);
if (!tool) throw new Error('no tool');
`,
    },
    // A guard against one reason says nothing about the others.
    {
      code: `${send}if (response.stopReason === 'max_tokens') throw new Error('cut off');
show(response.output.message);
`,
    },
    // Code that takes answers of two APIs.
    {
      filename: 'src/model.js',
      code: `${send}const reason = response.stopReason ?? response.stop_reason;
if (reason === 'refusal' || reason === 'content_filtered') throw new Error('refused');
show(response.output.message);
`,
    },
    // Models of other providers, and other platforms.
    {
      code: `${converse}const response = await client.send(new ConverseCommand({ modelId: 'us.amazon.nova-pro-v1:0', messages }));
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
const response = await new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: process.env.MODEL, messages }));
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `import Anthropic from '@anthropic-ai/sdk';
// On Bedrock, see bedrock.ts.
const message = await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 10, messages });
if (message.stop_reason === 'tool_use') runTools();
else show(message.content);
`,
    },
    {
      code: `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';
const { text, finishReason } = await generateText({ model: anthropic('claude-sonnet-4-5'), prompt });
if (finishReason === 'tool-calls') runTools();
else show(text);
`,
    },
    // Look-alikes: another package, a shadowed name, another value of the same name.
    {
      code: `import { BedrockRuntimeClient, ConverseCommand } from './fake.js';
const response = await new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }));
if (response.stopReason === 'tool_use') runTools();
else show(response.output.text);
`,
    },
    {
      code: `${converse}export function ask(ConverseCommand) {
  const response = send(new ConverseCommand({ modelId }));
  if (response.stopReason === 'tool_use') runTools();
  else show(response.text);
}
`,
    },
    {
      code: `${send}function finish(job: Job) {
  if (job.stopReason === 'tool_use') runTools();
  else show(job.output.message);
}
if (response.stopReason !== 'end_turn') throw new Error(response.stopReason);
`,
    },
    {
      code: `import type { StopReason } from './job.js';
// Claude on Bedrock
export const toWord = (reason: StopReason) => (reason === 'end_turn' ? 'stop' : 'stop');
`,
    },
    // Tests, and answers whose reason nobody has to read.
    {
      filename: 'src/model.test.ts',
      code: `${send}if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
    },
    {
      code: `${send}show(response.output.message.content[0].text);
`,
    },
  ],
  invalid: [
    // If-chains of which the rest is taken for a finished answer.
    {
      code: `${send}if («response.stopReason === 'tool_use'») {
  runTools(response.output);
} else {
  show(response.output.message.content[0].text);
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
if (response.stopReason === 'tool_use') {
  runTools(response.output);
} else {
  show(response.output.message.content[0].text);
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}if («response.stopReason !== 'tool_use'») show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
if (response.stopReason !== 'tool_use') show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}async function ask(messages) {
  const { output, stopReason } = await client.send(new ConverseCommand({ modelId, messages }));
  if («stopReason == 'tool_use'») return ask([...messages, output.message]);
  return output.message.content[0].text;
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}async function ask(messages) {
  const { output, stopReason } = await client.send(new ConverseCommand({ modelId, messages }));
  if (!['end_turn', 'stop_sequence', 'tool_use'].includes(stopReason ?? '')) {
    throw new Error(\`The answer is not complete: \${stopReason}\`);
  }
  if (stopReason == 'tool_use') return ask([...messages, output.message]);
  return output.message.content[0].text;
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}async function ask(messages) {
  while (true) {
    const response = await client.send(new ConverseCommand({ modelId, messages }));
    if («response.stopReason === 'end_turn'») return response.output.message;
    if (response.stopReason === 'tool_use') messages.push(response.output.message);
  }
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}async function ask(messages) {
  while (true) {
    const response = await client.send(new ConverseCommand({ modelId, messages }));
    if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
      throw new Error(\`The answer is not complete: \${response.stopReason}\`);
    }
    if (response.stopReason === 'end_turn') return response.output.message;
    if (response.stopReason === 'tool_use') messages.push(response.output.message);
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}const needsTool = «response.stopReason === 'tool_use'»;
if (needsTool) {
  runTools(response.output);
} else {
  show(response.output.message.content[0].text);
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}const needsTool = response.stopReason === 'tool_use';
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
if (needsTool) {
  runTools(response.output);
} else {
  show(response.output.message.content[0].text);
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}const done = «['end_turn', 'stop_sequence'].includes(response.stopReason)»;
if (!done) {
  runTools(response.output);
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}const done = ['end_turn', 'stop_sequence'].includes(response.stopReason);
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
if (!done) {
  runTools(response.output);
}
`,
            },
          ],
        },
      ],
    },
    // Conditionals, and functions that map reasons to other words.
    {
      code: `${send}export const answer = { finish_reason: «response.stopReason === 'max_tokens'» ? 'length' : 'stop' };
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
export const answer = { finish_reason: response.stopReason === 'max_tokens' ? 'length' : 'stop' };
`,
            },
          ],
        },
      ],
    },
    {
      code: `import type { StopReason } from '@aws-sdk/client-bedrock-runtime';
export function toFinishReason(reason: StopReason | undefined) {
  if («reason === 'tool_use'») return 'tool_calls';
  if (reason === 'max_tokens') return 'length';
  return 'stop';
}
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `import type { StopReason } from '@aws-sdk/client-bedrock-runtime';
export function toFinishReason(reason: StopReason | undefined) {
  if (reason && !['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(reason)) {
    throw new Error(\`The answer is not complete: \${reason}\`);
  }
  if (reason === 'tool_use') return 'tool_calls';
  if (reason === 'max_tokens') return 'length';
  return 'stop';
}
`,
            },
          ],
        },
      ],
    },
    // A switch of which the default means success, of which it means nothing, and without one.
    {
      code: `${send}function toWord(reason: string) {
  switch («reason») {
    case 'max_tokens':
      return 'length';
    case 'content_filtered':
      return 'content_filter';
    default:
      return 'stop';
  }
}
show(toWord(response.stopReason));
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: '`model_context_window_exceeded` (a full context window)' },
          suggestions: [
            {
              messageId: 'nameReasons',
              data: { missing: '`model_context_window_exceeded`, `guardrail_intervened`' },
              output: `${send}function toWord(reason: string) {
  switch (reason) {
    case 'model_context_window_exceeded':
    case 'max_tokens':
      return 'length';
    case 'guardrail_intervened':
    case 'content_filtered':
      return 'content_filter';
    default:
      return 'stop';
  }
}
show(toWord(response.stopReason));
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}switch («response.stopReason») {
  case 'tool_use':
    runTools(response.output);
    break;
  default:
    show(response.output.message.content[0].text);
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'nameReasons',
              data: {
                missing: '`max_tokens`, `model_context_window_exceeded`, `content_filtered`, `guardrail_intervened`',
              },
              output: `${send}switch (response.stopReason) {
  case 'tool_use':
    runTools(response.output);
    break;
  case 'max_tokens':
  case 'model_context_window_exceeded':
  case 'content_filtered':
  case 'guardrail_intervened':
    throw new Error(\`The answer is not complete: \${response.stopReason}\`);
  default:
    show(response.output.message.content[0].text);
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}import { StopReason } from '@aws-sdk/client-bedrock-runtime';
const response = await client.send(new ConverseCommand({ modelId, messages }));
switch («response.stopReason») {
  case StopReason.END_TURN:
    show(response.output.message);
    break;
  case StopReason.MAX_TOKENS:
    retry();
    break;
}
`,
      output: null,
      errors: [
        {
          messageId: 'ignored',
          data: { missing: named },
          suggestions: [
            {
              messageId: 'nameReasons',
              data: { missing: '`model_context_window_exceeded`, `content_filtered`, `guardrail_intervened`' },
              output: `${converse}import { StopReason } from '@aws-sdk/client-bedrock-runtime';
const response = await client.send(new ConverseCommand({ modelId, messages }));
switch (response.stopReason) {
  case 'model_context_window_exceeded':
  case 'content_filtered':
  case 'guardrail_intervened':
    throw new Error(\`The answer is not complete: \${response.stopReason}\`);
  case StopReason.END_TURN:
    show(response.output.message);
    break;
  case StopReason.MAX_TOKENS:
    retry();
    break;
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}function toWord(reason: 'end_turn' | 'max_tokens') {
  switch («reason») {
    case 'max_tokens':
      return 'length';
    default:
      return 'stop';
  }
}
show(toWord(response.stopReason));
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}function toWord(reason: 'end_turn' | 'max_tokens') {
  if (!['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(reason ?? '')) {
    throw new Error(\`The answer is not complete: \${reason}\`);
  }
  switch (reason) {
    case 'max_tokens':
      return 'length';
    default:
      return 'stop';
  }
}
show(toWord(response.stopReason));
`,
            },
          ],
        },
      ],
    },
    // Loops.
    {
      code: `${converse}let response = await client.send(new ConverseCommand({ modelId, messages }));
while («response.stopReason === 'tool_use'») {
  messages.push(response.output.message);
  response = await client.send(new ConverseCommand({ modelId, messages }));
}
show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}let response = await client.send(new ConverseCommand({ modelId, messages }));
while (response.stopReason === 'tool_use') {
  messages.push(response.output.message);
  response = await client.send(new ConverseCommand({ modelId, messages }));
}
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}let response;
do {
  response = await client.send(new ConverseCommand({ modelId, messages }));
  messages.push(response.output.message);
} while («response.stopReason !== 'end_turn'»);
`,
      output: null,
      errors: [
        {
          messageId: 'repeats',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}let response;
do {
  response = await client.send(new ConverseCommand({ modelId, messages }));
  messages.push(response.output.message);
  if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
    throw new Error(\`The answer is not complete: \${response.stopReason}\`);
  }
} while (response.stopReason !== 'end_turn');
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}let again = true;
while (again) {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  if (response.output.message.content.length > 1) {
    again = true;
  } else if («response.stopReason === 'end_turn'») {
    again = false;
  }
}
`,
      output: null,
      errors: [
        {
          messageId: 'repeats',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}let again = true;
while (again) {
  const response = await client.send(new ConverseCommand({ modelId, messages }));
  if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
    throw new Error(\`The answer is not complete: \${response.stopReason}\`);
  }
  if (response.output.message.content.length > 1) {
    again = true;
  } else if (response.stopReason === 'end_turn') {
    again = false;
  }
}
`,
            },
          ],
        },
      ],
    },
    // Tables.
    {
      code: `${send}const words: Record<string, string> = {
  «end_turn»: 'stop',
  max_tokens: 'length',
  guardrail_intervened: 'content_filter',
};
show(words[response.stopReason] ?? 'stop');
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'nameReasons',
              data: { missing: '`model_context_window_exceeded`, `content_filtered`' },
              output: `${send}const words: Record<string, string> = {
  end_turn: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  guardrail_intervened: 'content_filter',
  content_filtered: 'content_filter',
};
show(words[response.stopReason] ?? 'stop');
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}const words = new Map([[«'end_turn'», 'stop'], ['max_tokens', 'length']]);
show(words.get(response.stopReason) || 'stop');
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}const words = new Map([['end_turn', 'stop'], ['max_tokens', 'length']]);
if (!['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
show(words.get(response.stopReason) || 'stop');
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}const words: Record<string, string> = { «end_turn»: 'stop', max_tokens: 'length', content_filtered: 'filter' };
export const answer = { reason: words[response.stopReason] };
`,
      output: null,
      errors: [
        {
          messageId: 'lacksRows',
          data: { missing: '`model_context_window_exceeded` (a full context window)', becomes: '`undefined`' },
          suggestions: [
            {
              messageId: 'nameReasons',
              data: { missing: '`model_context_window_exceeded`, `guardrail_intervened`' },
              output: `${send}const words: Record<string, string> = { end_turn: 'stop', max_tokens: 'length', model_context_window_exceeded: 'length', content_filtered: 'filter', guardrail_intervened: 'filter' };
export const answer = { reason: words[response.stopReason] };
`,
            },
          ],
        },
      ],
    },
    // A function of one expression gets a body.
    {
      code: `${send}const toWord = (reason?: string) =>
  «reason === 'max_tokens'» ? 'length' : 'stop';
show(toWord(response.stopReason));
`,
      output: null,
      errors: [
        {
          messageId: 'passesAs',
          data: { becomes: "`'stop'`", missing: named },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}const toWord = (reason?: string) => {
  if (reason && !['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(reason)) {
    throw new Error(\`The answer is not complete: \${reason}\`);
  }
  return reason === 'max_tokens' ? 'length' : 'stop';
};
show(toWord(response.stopReason));
`,
            },
          ],
        },
      ],
    },
    // An absent reason.
    {
      code: `${send}export const answer = { reason: (response.stopReason as string) ?? «'end_turn'» };
`,
      output: null,
      errors: [
        {
          messageId: 'absentPasses',
          data: { becomes: "`'end_turn'`" },
          suggestions: [
            {
              messageId: 'useUnknown',
              data: {},
              output: `${send}export const answer = { reason: (response.stopReason as string) ?? 'unknown' };
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}export const answer = { reason: response.stopReason ?? «'end_turn'» };
`,
      output: null,
      errors: [{ messageId: 'absentPasses', data: { becomes: "`'end_turn'`" } }],
    },
    // Streams.
    {
      code: `${stream}for await (const event of stream) {
  if (event.contentBlockDelta) {
    show(event.contentBlockDelta.delta.text);
  } else if («event.messageStop?.stopReason === 'tool_use'») {
    runTools();
  }
}
`,
      output: null,
      errors: [
        {
          messageId: 'ignored',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${stream}for await (const event of stream) {
  if (event.messageStop?.stopReason && !['end_turn', 'stop_sequence', 'tool_use'].includes(event.messageStop?.stopReason)) {
    throw new Error(\`The answer is not complete: \${event.messageStop?.stopReason}\`);
  }
  if (event.contentBlockDelta) {
    show(event.contentBlockDelta.delta.text);
  } else if (event.messageStop?.stopReason === 'tool_use') {
    runTools();
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${stream}let text = '';
let reason;
for await (const event of stream) {
  if (event.contentBlockDelta) text += event.contentBlockDelta.delta.text;
  if (event.messageStop) reason = event.messageStop.stopReason;
}
if («reason === 'tool_use'») runTools();
else show(text);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${stream}let text = '';
let reason;
for await (const event of stream) {
  if (event.contentBlockDelta) text += event.contentBlockDelta.delta.text;
  if (event.messageStop) reason = event.messageStop.stopReason;
}
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(reason ?? '')) {
  throw new Error(\`The answer is not complete: \${reason}\`);
}
if (reason === 'tool_use') runTools();
else show(text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${invoke}const response = await client.send(new InvokeModelWithResponseStreamCommand(input));
for await (const { chunk } of response.body) {
  const event = JSON.parse(new TextDecoder().decode(chunk.bytes));
  if (event.type === 'content_block_delta') show(event.delta.text);
  if (event.type === 'message_delta' && «event.delta.stop_reason === 'tool_use'») runTools();
}
`,
      output: null,
      errors: [
        {
          messageId: 'ignored',
          data: { missing: ofMessages },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${invoke}const response = await client.send(new InvokeModelWithResponseStreamCommand(input));
for await (const { chunk } of response.body) {
  const event = JSON.parse(new TextDecoder().decode(chunk.bytes));
  if (event.type === 'content_block_delta') show(event.delta.text);
  if (event.type === 'message_delta' && event.delta.stop_reason && !['end_turn', 'stop_sequence', 'tool_use'].includes(event.delta.stop_reason)) {
    throw new Error(\`The answer is not complete: \${event.delta.stop_reason}\`);
  }
  if (event.type === 'message_delta' && event.delta.stop_reason === 'tool_use') runTools();
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
client.messages
  .stream({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 1024, messages })
  .on('streamEvent', (event) => {
    if (event.type === 'message_delta' && «event.delta.stop_reason === 'end_turn'») finish();
  });
`,
      output: null,
      errors: [{ messageId: 'ignored', data: { missing: ofMessages } }],
    },
    // Bodies, and the way they are decoded.
    {
      code: `${invoke}const response = await client.send(new InvokeModelCommand(input));
const body = JSON.parse(new TextDecoder().decode(response.body));
if («body.stop_reason === 'tool_use'») runTools(body.content);
else show(body.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofMessages },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${invoke}const response = await client.send(new InvokeModelCommand(input));
const body = JSON.parse(new TextDecoder().decode(response.body));
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(body.stop_reason ?? '')) {
  throw new Error(\`The answer is not complete: \${body.stop_reason}\`);
}
if (body.stop_reason === 'tool_use') runTools(body.content);
else show(body.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${invoke}const { body } = await client.send(new InvokeModelCommand(input));
const answer = JSON.parse(body.transformToString());
if («answer.stop_reason === 'tool_use'») runTools(answer.content);
else show(answer.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofMessages },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${invoke}const { body } = await client.send(new InvokeModelCommand(input));
const answer = JSON.parse(body.transformToString());
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(answer.stop_reason ?? '')) {
  throw new Error(\`The answer is not complete: \${answer.stop_reason}\`);
}
if (answer.stop_reason === 'tool_use') runTools(answer.content);
else show(answer.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${invoke}const decode = (bytes) => JSON.parse(Buffer.from(bytes).toString('utf8'));
const answer = decode((await client.send(new InvokeModelCommand(input))).body);
if («answer.stop_reason === 'tool_use'») runTools(answer.content);
else show(answer.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofMessages },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${invoke}const decode = (bytes) => JSON.parse(Buffer.from(bytes).toString('utf8'));
const answer = decode((await client.send(new InvokeModelCommand(input))).body);
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(answer.stop_reason ?? '')) {
  throw new Error(\`The answer is not complete: \${answer.stop_reason}\`);
}
if (answer.stop_reason === 'tool_use') runTools(answer.content);
else show(answer.content[0].text);
`,
            },
          ],
        },
      ],
    },
    // Other libraries.
    {
      code: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
const message = await client.messages.create({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 1024, messages });
if («message.stop_reason === 'tool_use'») runTools(message.content);
else show(message.content);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofMessages },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
const message = await client.messages.create({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 1024, messages });
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(message.stop_reason ?? '')) {
  throw new Error(\`The answer is not complete: \${message.stop_reason}\`);
}
if (message.stop_reason === 'tool_use') runTools(message.content);
else show(message.content);
`,
            },
          ],
        },
      ],
    },
    {
      code: `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
const { text, finishReason } = await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt });
if («finishReason === 'tool-calls'») runTools();
else show(text);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: '`length` (cut off), `other` (a full context window) or `content-filter` (a refusal)' },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
const { text, finishReason } = await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt });
if (!['stop', 'tool-calls'].includes(finishReason ?? '')) {
  throw new Error(\`The answer is not complete: \${finishReason}\`);
}
if (finishReason === 'tool-calls') runTools();
else show(text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });
const message = await model.invoke(prompt);
if («message.response_metadata.stopReason === 'tool_use'») runTools(message.tool_calls);
else show(message.content);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });
const message = await model.invoke(prompt);
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(String(message.response_metadata.stopReason))) {
  throw new Error(\`The answer is not complete: \${message.response_metadata.stopReason}\`);
}
if (message.response_metadata.stopReason === 'tool_use') runTools(message.tool_calls);
else show(message.content);
`,
            },
          ],
        },
      ],
    },
    // Helpers of the file, and what goes through them.
    {
      code: `${converse}const ask = async (messages) => client.send(new ConverseCommand({ modelId, messages }));
const retried = await retry(() => ask(messages));
use(retried);
function use(answer) {
  if («answer.stopReason === 'tool_use'») runTools(answer.output);
  else show(answer.output.message);
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}const ask = async (messages) => client.send(new ConverseCommand({ modelId, messages }));
const retried = await retry(() => ask(messages));
use(retried);
function use(answer) {
  if (!['end_turn', 'stop_sequence', 'tool_use'].includes(answer.stopReason ?? '')) {
    throw new Error(\`The answer is not complete: \${answer.stopReason}\`);
  }
  if (answer.stopReason === 'tool_use') runTools(answer.output);
  else show(answer.output.message);
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}class Agent {
  async send(messages) {
    const command = new ConverseCommand({ modelId, messages });
    return { response: await this.client.send(command), at: now() };
  }
  async run(messages) {
    const { response } = await this.send(messages);
    if («response.stopReason === 'tool_use'») return this.run(messages);
    return response.output.message.content[0].text;
  }
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}class Agent {
  async send(messages) {
    const command = new ConverseCommand({ modelId, messages });
    return { response: await this.client.send(command), at: now() };
  }
  async run(messages) {
    const { response } = await this.send(messages);
    if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
      throw new Error(\`The answer is not complete: \${response.stopReason}\`);
    }
    if (response.stopReason === 'tool_use') return this.run(messages);
    return response.output.message.content[0].text;
  }
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ask } from './ask.js';
import { ThrottlingException } from '@aws-sdk/client-bedrock-runtime';
const result = await ask('claude');
if («result.stopReason === 'tool_use'») runTools(result.output.message);
else show(result.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `import { ask } from './ask.js';
import { ThrottlingException } from '@aws-sdk/client-bedrock-runtime';
const result = await ask('claude');
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(result.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${result.stopReason}\`);
}
if (result.stopReason === 'tool_use') runTools(result.output.message);
else show(result.output.message);
`,
            },
          ],
        },
      ],
    },
    // A reason read where it never is, and one that never comes.
    {
      filename: 'src/model.js',
      code: `${invoke}const response = await client.send(new InvokeModelWithResponseStreamCommand(input));
for await (const { chunk } of response.body) {
  const event = JSON.parse(new TextDecoder().decode(chunk.bytes));
  show(event.delta?.text);
  if («event.stop_reason») break;
}
`,
      output: null,
      errors: [
        {
          messageId: 'misread',
          data: { subject: 'event.stop_reason', api: 'The Messages API', instead: 'delta.stop_reason' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'delta.stop_reason' },
              output: `${invoke}const response = await client.send(new InvokeModelWithResponseStreamCommand(input));
for await (const { chunk } of response.body) {
  const event = JSON.parse(new TextDecoder().decode(chunk.bytes));
  show(event.delta?.text);
  if (event.delta?.stop_reason) break;
}
`,
            },
          ],
        },
      ],
    },
    {
      filename: 'src/model.js',
      code: `${send}if («response.stop_reason» === 'max_tokens') throw new Error('cut off');
show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'misread',
          data: { subject: 'response.stop_reason', api: 'Converse', instead: 'stopReason' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'stopReason' },
              output: `${send}if (response.stopReason === 'max_tokens') throw new Error('cut off');
show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      filename: 'src/model.js',
      code: `${stream}for await (const event of stream) {
  if («event.stopReason») finish(event.stopReason);
}
`,
      output: null,
      errors: [
        {
          messageId: 'misread',
          data: { subject: 'event.stopReason', api: 'Converse', instead: 'messageStop.stopReason' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'messageStop.stopReason' },
              output: `${stream}for await (const event of stream) {
  if (event.messageStop?.stopReason) finish(event.messageStop?.stopReason);
}
`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
const message = await new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }).invoke(prompt);
if («message.response_metadata.stop_reason» === 'max_tokens') throw new Error('cut off');
`,
      output: null,
      errors: [
        {
          messageId: 'misread',
          data: { subject: 'message.response_metadata.stop_reason', api: 'ChatBedrockConverse', instead: 'stopReason' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'stopReason' },
              output: `import { ChatBedrockConverse } from '@langchain/aws';
const message = await new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }).invoke(prompt);
if (message.response_metadata.stopReason === 'max_tokens') throw new Error('cut off');
`,
            },
          ],
        },
      ],
    },
    {
      code: `// OpenAI says finish_reason, Anthropic and Bedrock say stop_reason.
export const isCutOff = (message) => {
  const metadata = message.response_metadata || {};
  if (metadata.finish_reason === 'length') return true;
  if («metadata.stop_reason» === 'max_tokens') return true;
  return false;
};
`,
      output: null,
      errors: [
        {
          messageId: 'misread',
          data: { subject: 'metadata.stop_reason', api: 'ChatBedrockConverse', instead: 'stopReason' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'stopReason' },
              output: `// OpenAI says finish_reason, Anthropic and Bedrock say stop_reason.
export const isCutOff = (message) => {
  const metadata = message.response_metadata || {};
  if (metadata.finish_reason === 'length') return true;
  if ((metadata.stop_reason ?? metadata.stopReason) === 'max_tokens') return true;
  return false;
};
`,
            },
          ],
        },
      ],
    },
    {
      filename: 'src/model.js',
      code: `${send}if («response.stopReason === 'refusal'») throw new Error('refused');
show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'neverTrue',
          data: { api: 'Converse', word: 'refusal', instead: 'content_filtered' },
          suggestions: [
            {
              messageId: 'readReason',
              data: { instead: 'content_filtered' },
              output: `${send}if (response.stopReason === 'content_filtered') throw new Error('refused');
show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      filename: 'src/model.js',
      code: `${send}if («response.stopReason === 'pause_turn'») proceed();
show(response.output.message);
`,
      output: null,
      errors: [{ messageId: 'neverComes', data: { api: 'Converse', word: 'pause_turn' } }],
    },
    // Answers whose reason nobody reads, or that is only shown.
    {
      code: `${send}export const complete = () => ({ «finish_reason: 'stop'», text: response.output.message.content[0].text });
`,
      output: null,
      errors: [
        {
          messageId: 'constant',
          data: { becomes: "`finish_reason: 'stop'`", missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
export const complete = () => ({ finish_reason: 'stop', text: response.output.message.content[0].text });
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}const tool = «response.output.message.content.find((block) => block.toolUse)»;
if (tool) runTool(tool);
else show(response.output.message.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'inspected',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
const tool = response.output.message.content.find((block) => block.toolUse);
if (tool) runTool(tool);
else show(response.output.message.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${send}console.log('answered', { reason: «response.stopReason» });
show(response.output.message.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'onlyLogged',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
console.log('answered', { reason: response.stopReason });
show(response.output.message.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      code: `${converse}const {
  output,
} = await client.send(new ConverseCommand({ modelId, messages }));
const isTool = «output.message.content.some((block) => 'toolUse' in block)»;
show(isTool ? 'tool' : output.message.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'inspected',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${converse}const {
  output,
  stopReason,
} = await client.send(new ConverseCommand({ modelId, messages }));
if (!['end_turn', 'stop_sequence', 'tool_use'].includes(stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${stopReason}\`);
}
const isTool = output.message.content.some((block) => 'toolUse' in block);
show(isTool ? 'tool' : output.message.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      options: { requireCheck: true },
      code: `${converse}const response = await client.send(«new ConverseCommand({ modelId, messages })»);
show(response.output.message.content[0].text);
`,
      output: null,
      errors: [
        {
          messageId: 'unread',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${send}if (!['end_turn', 'stop_sequence', 'tool_use'].includes(response.stopReason ?? '')) {
  throw new Error(\`The answer is not complete: \${response.stopReason}\`);
}
show(response.output.message.content[0].text);
`,
            },
          ],
        },
      ],
    },
    {
      options: { requireCheck: true },
      code: `${converse}const { stream } = await client.send(«new ConverseStreamCommand({ modelId, messages })»);
for await (const event of stream) {
  show(event.contentBlockDelta?.delta.text);
}
`,
      output: null,
      errors: [
        {
          messageId: 'unread',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `${stream}for await (const event of stream) {
  if (event.messageStop?.stopReason && !['end_turn', 'stop_sequence', 'tool_use'].includes(event.messageStop?.stopReason)) {
    throw new Error(\`The answer is not complete: \${event.messageStop?.stopReason}\`);
  }
  show(event.contentBlockDelta?.delta.text);
}
`,
            },
          ],
        },
      ],
    },
    // The style of the file: quotes, semicolons, indentation; and the runtime.
    {
      filename: 'src/model.js',
      code: `const { BedrockRuntimeClient, ConverseCommand } = require("@aws-sdk/client-bedrock-runtime")
const client = new BedrockRuntimeClient({})
const modelId = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"

async function ask(messages) {
    const response = await client.send(new ConverseCommand({ modelId, messages }))
    if («response.stopReason === "tool_use"») {
        return ask(messages)
    }
    return response.output.message.content[0].text
}
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'throwOnOthers',
              data: {},
              output: `const { BedrockRuntimeClient, ConverseCommand } = require("@aws-sdk/client-bedrock-runtime")
const client = new BedrockRuntimeClient({})
const modelId = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"

async function ask(messages) {
    const response = await client.send(new ConverseCommand({ modelId, messages }))
    if (!["end_turn", "stop_sequence", "tool_use"].includes(response.stopReason ?? "")) {
        throw new Error(\`The answer is not complete: \${response.stopReason}\`)
    }
    if (response.stopReason === "tool_use") {
        return ask(messages)
    }
    return response.output.message.content[0].text
}
`,
            },
          ],
        },
      ],
    },
    {
      policy: { repairStyle: 'runtime' },
      code: `${send}if («response.stopReason === 'tool_use'») runTools();
else show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'assertComplete',
              data: {},
              output: `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { assertComplete } from 'bedrock-claude-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const response = await client.send(new ConverseCommand({ modelId, messages }));
assertComplete(response);
if (response.stopReason === 'tool_use') runTools();
else show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      policy: { repairStyle: 'runtime' },
      code: `${send}if («response.stopReason === 'tool_use'») runTools();
else if (response.stopReason === 'max_tokens') retry();
else show(response.output.message);
`,
      output: null,
      errors: [
        {
          messageId: 'passes',
          data: { missing: named },
          suggestions: [
            {
              messageId: 'assertComplete',
              data: {},
              output: `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { IncompleteResponseError } from 'bedrock-claude-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const response = await client.send(new ConverseCommand({ modelId, messages }));
if (!['end_turn', 'stop_sequence', 'tool_use', 'max_tokens'].includes(response.stopReason ?? '')) {
  throw new IncompleteResponseError({ stopReason: response.stopReason });
}
if (response.stopReason === 'tool_use') runTools();
else if (response.stopReason === 'max_tokens') retry();
else show(response.output.message);
`,
            },
          ],
        },
      ],
    },
    {
      policy: { repairStyle: 'runtime' },
      code: `${stream}for await (const event of stream) {
  if (event.contentBlockDelta) show(event.contentBlockDelta.delta.text);
  else if («event.messageStop?.stopReason === 'tool_use'») runTools();
}
`,
      output: null,
      errors: [
        {
          messageId: 'ignored',
          data: { missing: ofConverse },
          suggestions: [
            {
              messageId: 'assertComplete',
              data: {},
              output: `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { assertComplete } from 'bedrock-claude-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const { stream } = await client.send(new ConverseStreamCommand({ modelId, messages }));
for await (const event of stream) {
  if (event.messageStop?.stopReason) {
    assertComplete({ stopReason: event.messageStop?.stopReason });
  }
  if (event.contentBlockDelta) show(event.contentBlockDelta.delta.text);
  else if (event.messageStop?.stopReason === 'tool_use') runTools();
}
`,
            },
          ],
        },
      ],
    },
  ],
});
