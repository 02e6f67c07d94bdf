import {
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { collectStream } from '../../../src/runtime/src/collect-stream.js';
import type { CollectedStream, CollectStreamOptions } from '../../../src/runtime/src/collect-stream.js';
import { anthropicClient, awsClient, awsClientOverHttp1 } from '../../loopback/clients.js';
import { answer, toolUse } from '../../loopback/replies.js';
import type { Break } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';

const modelId = 'global.anthropic.claude-opus-4-8';
const input: ConverseCommandInput = { modelId, messages: [{ role: 'user', content: [{ text: 'Why?' }] }] };
const message = { max_tokens: 64, messages: [{ role: 'user' as const, content: 'Why?' }] };
const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', ...message });

/** Asks one question; the stream is collected by the helper. */
const surfaces: Readonly<
  Record<string, (url: string, options?: CollectStreamOptions) => Promise<CollectedStream<unknown>>>
> = {
  ConverseStream: async (url, options) =>
    collectStream(await awsClient(url).send(new ConverseStreamCommand(input)), options),
  'ConverseStream over HTTP/1.1': async (url, options) =>
    collectStream(await awsClientOverHttp1(url).send(new ConverseStreamCommand(input)), options),
  InvokeModelWithResponseStream: async (url, options) =>
    collectStream(await awsClient(url).send(new InvokeModelWithResponseStreamCommand({ modelId, body })), options),
  'Anthropic SDK': async (url, options) =>
    collectStream(await anthropicClient(url).messages.create({ model: modelId, ...message, stream: true }), options),
};

const text = 'One two three four five six seven eight nine ten.';

async function read(stream: AsyncIterable<string>) {
  const seen = { text: '', error: undefined as unknown };
  try {
    for await (const piece of stream) seen.text += piece;
  } catch (error) {
    seen.error = error;
  }
  return seen;
}

describe.each(Object.entries(surfaces))('%s', (_name, open) => {
  it('gives its text, its outcome and its usage', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer(text)]);
    const stream = await open(bedrock.url);
    expect(await read(stream)).toEqual({ text, error: undefined });
    expect(await stream.outcome()).toEqual({ kind: 'complete', stopReason: 'end_turn', text });
    expect(await stream.response()).toHaveProperty('usage');
  });

  it.each(['exception', 'end'] satisfies Break['by'][])('fails by %s with the text until then', async (by) => {
    await using bedrock = await startBedrock();
    bedrock.script([answer(text, { break: { after: 4, by } })]);
    const stream = await open(bedrock.url);
    const { text: seen, error } = await read(stream);
    expect(error).toMatchObject({ name: 'IncompleteResponseError', text: seen });
    expect(error).toHaveProperty('code', expect.stringMatching(/^STREAM_(?:FAILED|ENDED_EARLY)$/));
    expect(text.startsWith(seen) && seen !== text).toBe(true);
    await expect(stream.outcome()).rejects.toBe(error);
  });

  it('that hangs ends by an abort', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer(text, { break: { after: 4, by: 'hang' } })]);
    const controller = new AbortController();
    const stream = await open(bedrock.url, { signal: controller.signal });
    const reading = read(stream);
    setTimeout(() => controller.abort(new Error('enough')), 50);
    expect(await reading).toMatchObject({ text: stream.text, error: { message: 'enough' } });
    await expect(stream.response()).rejects.toThrow('enough');
  });
});

it.each(['ConverseStream', 'InvokeModelWithResponseStream'])('%s fails when the connection drops', async (name) => {
  await using bedrock = await startBedrock();
  bedrock.script([answer(text, { break: { after: 4, by: 'reset' } })]);
  const stream = await surfaces[name]?.(bedrock.url);
  const { text: seen, error } = await read(stream ?? collectStream({}));
  expect(error).toMatchObject({ code: 'STREAM_FAILED', text: seen });
});

it('an exception of the service is the cause, as the SDK throws it', async () => {
  await using bedrock = await startBedrock();
  bedrock.script([answer(text, { break: { after: 4, by: 'exception', exception: 'throttlingException' } })]);
  const stream = collectStream(await awsClient(bedrock.url).send(new ConverseStreamCommand(input)));
  const { error } = await read(stream);
  expect(error).toMatchObject({ code: 'STREAM_FAILED', cause: { name: 'ThrottlingException' } });
});

it('a collected turn goes back into the conversation', async () => {
  await using bedrock = await startBedrock();
  bedrock.script([toolUse('look', { at: 'it' }, { text: 'One moment.' }), answer('It is noon.')]);
  const client = awsClient(bedrock.url);
  const tools = { tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object' } } } }] };
  const first = await collectStream(
    await client.send(new ConverseStreamCommand({ ...input, toolConfig: tools })),
  ).response();
  const turn = first.output?.message;
  if (!turn) throw new Error('expected a message');
  expect(turn.content).toEqual([
    { text: 'One moment.' },
    { toolUse: { toolUseId: 'toolu_1', name: 'look', input: { at: 'it' } } },
  ]);
  const result = { toolResult: { toolUseId: 'toolu_1', content: [{ text: 'noon' }] } };
  const messages = [...(input.messages ?? []), turn, { role: 'user' as const, content: [result] }];
  const second = await client.send(new ConverseCommand({ ...input, messages, toolConfig: tools }));
  expect(second.stopReason).toBe('end_turn');
});
