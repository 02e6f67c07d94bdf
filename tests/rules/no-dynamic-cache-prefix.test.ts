import noDynamicCachePrefix from '../../src/rules/no-dynamic-cache-prefix.js';
import { runRule } from './run-rule.js';

const head = `import { ConverseCommand, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';
import { handbook } from './handbook.js';
const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
`;

/** A Converse request with this system list. */
function converse(system: string, messages = `[{ role: 'user', content: [{ text: question }] }]`) {
  return `${head}export const ask = (question: string, user: User) => new ConverseCommand({ modelId, system: ${system}, messages: ${messages} });`;
}

function invoke(system: string) {
  return `${head}export const ask = (content: string) =>
  new InvokeModelCommand({ modelId, body: JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, system: ${system}, messages: [{ role: 'user', content }] }) });`;
}

const point = `{ cachePoint: { type: 'default' } }`;
const cost = ' at 1.25 times the price of input';
const split = { messageId: 'splitAtPoint', data: {} };
const move = { messageId: 'moveBehindPoint', data: {} };

runRule(noDynamicCachePrefix, {
  valid: [
    // What differs stands behind the point, or there is none.
    { code: converse(`[{ text: handbook }, ${point}, { text: \`Now: \${Date.now()}\` }]`) },
    { code: converse('[{ text: `${handbook} ${Date.now()}` }]') },
    // Instructions, point, large context, point, question: two caches, of which the second may differ.
    {
      code: `${head}export const ask = (instructions: string, context: string, question: string) =>
  new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: instructions }, ${point}, { text: context }, ${point}, { text: question }] }] });`,
    },
    // A parameter may be the same on every call.
    { code: converse(`[{ text: \`\${handbook} \${question}\` }, ${point}]`) },
    // What differs by day or by process is worth a note at most.
    { code: converse(`[{ text: \`\${handbook} \${new Date().toDateString()}\` }, ${point}]`) },
    { code: `const started = Date.now();\n${converse(`[{ text: \`\${handbook} \${started}\` }, ${point}]`)}` },
    // The point at the end of a conversation is read by its next turn.
    {
      code: converse(
        `[{ text: handbook }]`,
        `[...history, { role: 'user', content: [{ text: \`\${Date.now()} \${question}\` }, ${point}] }]`,
      ),
    },
    {
      code: `${head}export async function run(client: Client, task: string) {
  const messages = [{ role: 'user', content: [{ text: \`\${Date.now()} \${task}\` }, ${point}] }];
  for (;;) messages.push(await client.send(new ConverseCommand({ modelId, messages })));
}`,
    },
    // A document that comes with a request is cached for the questions behind it.
    {
      code: `${head}export const handler = (event: { document: string; question: string }) =>
  new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: event.document }, ${point}, { text: event.question }] }] });`,
    },
    // Nor is one in the system prompt, beside which there is nothing to share.
    {
      code: `${head}export const handler = async (event: { id: string; contract: string }) => {
  for (const question of ['Who?', 'When?'])
    await client.send(new ConverseCommand({ modelId, system: [{ text: \`Contract \${event.id}:\\n\${event.contract}\` }, ${point}], messages: [{ role: 'user', content: [{ text: question }] }] }));
};`,
    },
    // An hour is as good as a day.
    { code: converse(`[{ text: \`\${handbook} \${new Date().getHours()}\` }, ${point}]`) },
    // A clock that is not the clock, a look-alike, the model of another provider.
    {
      code: `const Date = { now: () => 'today' };\n${converse(`[{ text: \`\${handbook} \${Date.now()}\` }, ${point}]`)}`,
    },
    {
      code: converse(`[{ text: \`\${Date.now()}\` }, ${point}]`).replace(
        '@aws-sdk/client-bedrock-runtime',
        './claude.js',
      ),
    },
    {
      code: converse(`[{ text: \`\${handbook} \${Date.now()}\` }, ${point}]`).replace(
        'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
        'us.amazon.nova-pro-v1:0',
      ),
    },
  ],
  invalid: [
    // The end of the last block before the point: its line goes behind the point.
    {
      code: converse(`[{ text: \`\${handbook}\\nNow: \${«new Date().toISOString()»}\` }, ${point}]`),
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'new Date().toISOString()', where: 'on line 4', cost },
          suggestions: [
            {
              ...split,
              output: converse(
                `[{ text: \`\${handbook}\\n\` }, ${point}, { text: \`Now: \${new Date().toISOString()}\` }]`,
              ),
            },
          ],
        },
      ],
    },
    // A block of its own changes places with the point.
    {
      code: `import { randomUUID } from 'node:crypto';\n${converse(
        `[\n  { text: handbook },\n  { text: \`Request \${«randomUUID()»}\` },\n  ${point},\n]`,
      )}`,
      output: null,
      errors: [
        {
          messageId: 'random',
          data: { expression: 'randomUUID()', where: 'on line 8', cost },
          suggestions: [
            {
              ...move,
              output: `import { randomUUID } from 'node:crypto';\n${converse(
                `[\n  { text: handbook },\n  ${point},\n  { text: \`Request \${randomUUID()}\` },\n]`,
              )}`,
            },
          ],
        },
      ],
    },
    // A Messages body: the point is a property, and the price that of its hour.
    {
      code: invoke(
        `[{ type: 'text', text: handbook }, { type: 'text', text: 'Now: ' + «Date.now()», cache_control: { type: 'ephemeral', ttl: '1h' } }]`,
      ),
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'Date.now()', where: 'on line 5', cost: ' at 2 times the price of input' },
          suggestions: [
            {
              ...move,
              output: invoke(
                `[{ type: 'text', text: handbook, cache_control: { type: 'ephemeral', ttl: '1h' } }, { type: 'text', text: 'Now: ' + Date.now() }]`,
              ),
            },
          ],
        },
      ],
    },
    // Lines of a text keep their beginnings.
    {
      code: invoke(`[
    {
      type: 'text',
      text: \`\${handbook}
Now:
  \${«Date.now()»}\`,
      cache_control: { type: 'ephemeral' },
    },
  ]`),
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'Date.now()', where: 'on line 11', cost },
          suggestions: [
            {
              ...split,
              output: invoke(`[
    {
      type: 'text',
      text: \`\${handbook}
Now:
\`,
      cache_control: { type: 'ephemeral' },
    },
    {
      type: 'text',
      text: \`  \${Date.now()}\`,
    },
  ]`),
            },
          ],
        },
      ],
    },
    // A user: a cache for each. What may be empty is no block of its own.
    {
      code: `${head}export const handler = (event: { user: { name: string }; body: string }) =>
  new ConverseCommand({ modelId, system: [{ text: \`\${handbook}\\n\${«event.user.name»}\` }, ${point}], messages: [{ role: 'user', content: [{ text: event.body }] }] });`,
      output: null,
      errors: [{ messageId: 'user', data: { expression: 'event.user.name', where: 'on line 5', cost } }],
    },
    // A single question with the point at its end: nothing is ever read.
    {
      code: `${head}export const handler = (event: { question: string }) =>
  new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: handbook }, { text: «event.question» }, ${point}] }] });`,
      output: null,
      errors: [
        {
          messageId: 'request',
          data: { expression: 'event.question', where: 'on line 5', cost },
          suggestions: [
            {
              ...move,
              output: `${head}export const handler = (event: { question: string }) =>
  new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: handbook }, ${point}, { text: event.question }] }] });`,
            },
          ],
        },
      ],
    },
    // Far from the point, and long text behind it in its block: to move it is to reorder.
    {
      code: converse(`[{ text: \`\${«Date.now()»} is the time.\` }, { text: handbook }, ${point}]`),
      output: null,
      errors: [{ messageId: 'clock', data: { expression: 'Date.now()', where: 'on line 4', cost } }],
    },
    // So little stands before it that no cache comes of it.
    {
      code: converse(`[{ text: \`You help. Now: \${«Date.now()»}\` }, ${point}]`),
      output: null,
      errors: [{ messageId: 'clock', data: { expression: 'Date.now()', where: 'on line 4', cost } }],
    },
    // Two calls share a prompt: one finding, at the text, and no edit of what the other call sends too.
    {
      code: `${head}const system = () => [{ text: \`\${handbook}\\nNow: \${«Date.now()»}\` }, ${point}];
export const a = (messages: []) => new ConverseCommand({ modelId, system: system(), messages });
export const b = (messages: []) => new ConverseCommand({ modelId, system: system(), messages });`,
      output: null,
      errors: [{ messageId: 'clock', data: { expression: 'Date.now()', where: 'on line 4', cost } }],
    },
    // AI SDK, LangChain, Strands.
    {
      code: `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
import { handbook } from './handbook.js';
const providerOptions = { bedrock: { cachePoint: { type: 'default' } } };
export const ask = (question: string) => generateText({
  model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  messages: [
    { role: 'system', content: \`\${handbook}. Now: \${«Date.now()»}\`, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } },
    { role: 'user', content: question },
  ],
});`,
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'Date.now()', where: 'on line 8', cost },
          suggestions: [
            {
              ...split,
              output: `import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
import { handbook } from './handbook.js';
const providerOptions = { bedrock: { cachePoint: { type: 'default' } } };
export const ask = (question: string) => generateText({
  model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  messages: [
    { role: 'system', content: \`\${handbook}. \`, providerOptions: { bedrock: { cachePoint: { type: 'default' } } } },
    { role: 'system', content: \`Now: \${Date.now()}\` },
    { role: 'user', content: question },
  ],
});`,
            },
          ],
        },
      ],
    },
    {
      code: `import { ChatBedrockConverse } from '@langchain/aws';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { handbook } from './handbook.js';
const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });
export const ask = (question: string) => model.invoke([
  new SystemMessage({ content: [{ type: 'text', text: \`\${handbook}\\nNow: \${«Date.now()»}\` }, { cachePoint: { type: 'default' } }] }),
  new HumanMessage(question),
]);`,
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'Date.now()', where: 'on line 6', cost },
          suggestions: [
            {
              ...split,
              output: `import { ChatBedrockConverse } from '@langchain/aws';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { handbook } from './handbook.js';
const model = new ChatBedrockConverse({ model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' });
export const ask = (question: string) => model.invoke([
  new SystemMessage({ content: [{ type: 'text', text: \`\${handbook}\\n\` }, { cachePoint: { type: 'default' } }, { type: 'text', text: \`Now: \${Date.now()}\` }] }),
  new HumanMessage(question),
]);`,
            },
          ],
        },
      ],
    },
    {
      code: `import { Agent, BedrockModel } from '@strands-agents/sdk';
import { handbook } from './handbook.js';
export const agent = () => new Agent({
  model: new BedrockModel({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' }),
  systemPrompt: [{ text: \`\${handbook}\\nNow: \${«Date.now()»}\` }, { cachePoint: { cacheType: 'default' } }],
});`,
      output: null,
      errors: [
        {
          messageId: 'clock',
          data: { expression: 'Date.now()', where: 'on line 5', cost },
          suggestions: [
            {
              ...split,
              output: `import { Agent, BedrockModel } from '@strands-agents/sdk';
import { handbook } from './handbook.js';
export const agent = () => new Agent({
  model: new BedrockModel({ modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0' }),
  systemPrompt: [{ text: \`\${handbook}\\n\` }, { cachePoint: { cacheType: 'default' } }, { text: \`Now: \${Date.now()}\` }],
});`,
            },
          ],
        },
      ],
    },
    // A count that functions go on with.
    {
      code: `let calls = 0;\n${converse(`[{ text: handbook }, { text: \`Call \${«calls»}\` }, ${point}]`)}\nexport const count = () => { calls++; };`,
      output: null,
      errors: [
        {
          messageId: 'counter',
          data: { expression: 'calls', where: 'on line 5', cost },
          suggestions: [
            {
              ...move,
              output: `let calls = 0;\n${converse(`[{ text: handbook }, ${point}, { text: \`Call \${calls}\` }]`)}\nexport const count = () => { calls++; };`,
            },
          ],
        },
      ],
    },
    // Notes, on request.
    {
      code: `const seen = new Set<string>();\nexport const see = (name: string) => seen.add(name);\n${converse(`[{ text: \`Seen: \${«[...seen].join()»}. \${handbook}\` }, ${point}]`)}`,
      policy: { notes: true },
      output: null,
      errors: [{ messageId: 'serialisation', data: { expression: 'seen', where: 'on line 6', cost } }],
    },
    {
      code: `const started = Date.now();\n${converse(`[{ text: \`At \${«started»}. \${handbook}\` }, ${point}]`)}`,
      policy: { notes: true },
      output: null,
      errors: [{ messageId: 'perProcess', data: { expression: 'Date.now()', where: 'on line 5' } }],
    },
    {
      code: converse(`[{ text: \`\${handbook}\\nToday: \${«new Date().toDateString()»}\` }, ${point}]`),
      policy: { notes: true },
      output: null,
      errors: [
        {
          messageId: 'perDay',
          data: { expression: 'new Date().toDateString()', where: 'on line 4' },
          suggestions: [
            {
              ...split,
              output: converse(
                `[{ text: \`\${handbook}\\n\` }, ${point}, { text: \`Today: \${new Date().toDateString()}\` }]`,
              ),
            },
          ],
        },
      ],
    },
  ],
});
