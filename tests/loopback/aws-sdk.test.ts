import {
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { awsClient, awsClientOverHttp1 } from './clients.js';
import { answer, refusal, reset, throttled, toolUse } from './replies.js';
import { startBedrock } from './start-bedrock.js';

const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const messages: ConverseCommandInput['messages'] = [{ role: 'user', content: [{ text: 'Hello?' }] }];
const body = JSON.stringify({
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello?' }],
});

describe.each([
  { protocol: 'h2c', connect: awsClient },
  { protocol: 'HTTP/1.1', connect: awsClientOverHttp1 },
])('the AWS SDK over $protocol', ({ protocol, connect }) => {
  it('converses', async () => {
    await using bedrock = await startBedrock();
    const output = await connect(bedrock.url).send(new ConverseCommand({ modelId, messages }));
    expect(output).toMatchObject({
      output: { message: { role: 'assistant', content: [{ text: 'Hello from Bedrock.' }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 2, outputTokens: 5, totalTokens: 7, cacheReadInputTokens: 0, cacheWriteInputTokens: 0 },
    });
    expect(bedrock.requests).toMatchObject([
      { operation: 'Converse', modelId, protocol, region: 'us-east-1', body: { messages }, result: { status: 200 } },
    ]);
  });

  it('converses in a stream', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('weather', { city: 'Wien' }, { text: 'One moment.' })]);
    const { stream = [] } = await connect(bedrock.url).send(new ConverseStreamCommand({ modelId, messages }));
    const events = [];
    for await (const event of stream) events.push(event);
    expect(events).toMatchObject([
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'One ' } } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'moment.' } } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { contentBlockStart: { contentBlockIndex: 1, start: { toolUse: { toolUseId: 'toolu_1', name: 'weather' } } } },
      { contentBlockDelta: { contentBlockIndex: 1, delta: { toolUse: { input: '{"city":"Wien"}' } } } },
      { contentBlockStop: { contentBlockIndex: 1 } },
      { messageStop: { stopReason: 'tool_use' } },
      { metadata: { usage: { inputTokens: 2 } } },
    ]);
  });

  it('invokes a model with a Messages body', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal()]);
    const output = await connect(bedrock.url).send(new InvokeModelCommand({ modelId, body }));
    expect(JSON.parse(output.body.transformToString())).toMatchObject({
      content: [],
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'cyber' },
      usage: { input_tokens: 2, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 },
    });
  });

  it('invokes a model in a stream', async () => {
    await using bedrock = await startBedrock();
    const output = await connect(bedrock.url).send(new InvokeModelWithResponseStreamCommand({ modelId, body }));
    const events: unknown[] = [];
    for await (const event of output.body ?? []) {
      events.push(JSON.parse(new TextDecoder().decode(event.chunk?.bytes)));
    }
    expect(events).toMatchObject([
      { type: 'message_start', message: { role: 'assistant', content: [], stop_reason: null } },
      { type: 'content_block_start', index: 0 },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hello ' } },
      { type: 'content_block_delta', delta: { text: 'from ' } },
      { type: 'content_block_delta', delta: { text: 'Bedrock.' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } },
      { type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 2, outputTokenCount: 5 } },
    ]);
  });

  it('meets errors as their types', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([throttled()]);
    await expect(connect(bedrock.url).send(new ConverseCommand({ modelId, messages }))).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
  });

  it('meets a stream that fails in the middle', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer('One two three', { break: { after: 2, by: 'exception' } })]);
    const { stream = [] } = await connect(bedrock.url).send(new ConverseStreamCommand({ modelId, messages }));
    const seen: unknown[] = [];
    await expect(
      (async () => {
        for await (const event of stream) seen.push(event);
      })(),
    ).rejects.toMatchObject({ name: 'ModelStreamErrorException' });
    expect(seen).toHaveLength(2);
  });

  it('meets a stream that ends early', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([answer('One two three', { break: { after: 3, by: 'end' } })]);
    const { stream = [] } = await connect(bedrock.url).send(new ConverseStreamCommand({ modelId, messages }));
    const seen: object[] = [];
    for await (const event of stream) seen.push(event);
    expect(seen.map((event) => Object.keys(event)[0])).toEqual([
      'messageStart',
      'contentBlockDelta',
      'contentBlockDelta',
    ]);
  });

  it('meets connections that drop, before an answer and in the middle of one', async () => {
    await using bedrock = await startBedrock();
    const client = connect(bedrock.url);
    bedrock.script([reset(), answer('One two three', { break: { after: 2, by: 'reset' } }), answer('Back again.')]);
    await expect(client.send(new ConverseCommand({ modelId, messages }))).rejects.toThrow();
    await expect(
      (async () => {
        const { stream = [] } = await client.send(new ConverseStreamCommand({ modelId, messages }));
        for await (const _event of stream);
      })(),
    ).rejects.toThrow();
    const { stopReason } = await client.send(new ConverseCommand({ modelId, messages }));
    expect(stopReason).toBe('end_turn');
  });

  it('gives up on a service that hangs', async () => {
    await using bedrock = await startBedrock({ reply: () => ({ kind: 'hang' }) });
    const abort = new AbortController();
    const call = connect(bedrock.url).send(new ConverseCommand({ modelId, messages }), { abortSignal: abort.signal });
    const failed = expect(call).rejects.toMatchObject({ name: 'AbortError' });
    while (bedrock.requests.length === 0) await new Promise(setImmediate);
    abort.abort();
    await failed;
  });
});
