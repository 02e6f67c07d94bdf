import { expect, it } from 'vitest';
import { read } from '../read.js';

const converse = `import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const modelId = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
`;
const send = `${converse}const response = await client.send(new ConverseCommand({ modelId, messages }));
`;

function usageIn(text: string) {
  return read(text).modelCalls.map(({ usage }) => usage.cacheFields);
}

it.each([
  ['a member', 'count(response.usage?.cacheReadInputTokens);'],
  ['a pattern', 'const { usage: { cacheWriteInputTokens } } = response; count(cacheWriteInputTokens);'],
  [
    'a function of the runtime',
    `import { cacheUsage } from 'bedrock-claude-runtime/metrics';\nconst c = cacheUsage(response); record(c.hitRate);`,
  ],
  [
    'a function of the runtime that is given the usage',
    `import { cacheUsage } from 'bedrock-claude-runtime';\nlog(cacheUsage(response.usage));`,
  ],
  ['a function of the file', 'count(response); function count({ usage }) { add(usage.cacheReadInputTokens); }'],
])('sees cache fields read through %s', (_, code) => {
  expect(usageIn(send + code)).toEqual(['read']);
});

it.each([
  ['the whole answer', 'report(response);'],
  ['its usage', 'report(response.usage);'],
  ['the answer, to callers', 'export const ask = () => response;'],
])('does not judge %s when it is handed on', (_, code) => {
  expect(usageIn(send + code)).toEqual(['handedOn']);
});

it('sees that nothing but other figures and the text are read', () => {
  expect(usageIn(`${send}count(response.usage.inputTokens, response.output.message.content[0].text);`)).toEqual([
    'unread',
  ]);
});

it('tells functions of the runtime that read the cache from those that do not', () => {
  const text = `import { assertComplete, textOf } from 'bedrock-claude-runtime';\n${send}`;
  expect(usageIn(`${text}assertComplete(response);\nshow(textOf(response));`)).toEqual(['unread']);
});

it('does not judge a command that nobody is seen to send', () => {
  expect(usageIn(`${converse}export const command = new ConverseCommand({ modelId, messages });`)).toEqual([
    'handedOn',
  ]);
});

it('follows streams to their metadata', () => {
  const stream = `${converse}const { stream } = await client.send(new ConverseStreamCommand({ modelId, messages }));
for await (const event of stream) {
  show(event.contentBlockDelta?.delta?.text);
  if (event.metadata) count(event.metadata.usage.FIELD);
}`;
  expect(usageIn(stream.replace('FIELD', 'cacheReadInputTokens'))).toEqual(['read']);
  expect(usageIn(stream.replace('FIELD', 'inputTokens'))).toEqual(['unread']);
});

it('knows the fields of the Messages API, the AI SDK and LangChain', () => {
  expect(
    usageIn(`import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const message = await new AnthropicBedrock().messages.create({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 9, messages });
count(message.usage.cache_read_input_tokens);`),
  ).toEqual(['read']);
  expect(
    usageIn(`import { generateText } from 'ai';
import { bedrock } from '@ai-sdk/amazon-bedrock';
const result = await generateText({ model: bedrock('us.anthropic.claude-sonnet-4-5-20250929-v1:0'), prompt });
count(result.usage.cachedInputTokens);`),
  ).toEqual(['read']);
  expect(
    usageIn(`import { ChatBedrockConverse } from '@langchain/aws';
const model = new ChatBedrockConverse({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' });
const message = await model.invoke(prompt);
count(message.usage_metadata.input_token_details);`),
  ).toContain('read');
});

it.each(['decode(event.chunk)', 'decode(event.chunk.bytes)', 'use(new TextDecoder().decode(event.chunk.bytes))'])(
  'counts the events of a Messages stream as handed on: %s',
  (handed) => {
    expect(
      usageIn(`import { BedrockRuntimeClient, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
const client = new BedrockRuntimeClient({});
const response = await client.send(new InvokeModelWithResponseStreamCommand({ modelId: 'global.anthropic.claude-sonnet-4-6', body }));
for await (const event of response.body) {
  ${handed};
}`),
    ).toEqual(['handedOn']);
  },
);
