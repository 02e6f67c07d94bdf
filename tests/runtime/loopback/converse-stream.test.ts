import { BedrockRuntime, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { converseStream, createRouter, DeadlineError } from '../../../src/runtime/src/index.js';
import type { CallOptions, ConverseStreamInput, ConverseStreamResult } from '../../../src/runtime/src/index.js';
import { awsClient, awsClientOverHttp1, credentials, region } from '../../loopback/clients.js';
import { answer, hang, refusal, reset, throttled, truncated } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';
import type { Bedrock } from '../../loopback/start-bedrock.js';

const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const haikuUs = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const opus = 'global.anthropic.claude-opus-4-8';
const long = 'One two three four five six seven eight nine ten. '.repeat(4);

let bedrock: Bedrock;
beforeEach(async () => {
  bedrock = await startBedrock();
});
afterEach(() => bedrock.close());

const hello: ConverseStreamInput = { modelId: haiku, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };

function open(options: CallOptions = {}, input = hello, client = awsClient(bedrock.url)) {
  return converseStream(client, input, { command: ConverseStreamCommand, ...options });
}

async function read({ stream }: ConverseStreamResult) {
  const seen = { text: '', events: 0, error: undefined as unknown };
  try {
    for await (const event of stream) {
      seen.text += event.contentBlockDelta?.delta?.text ?? '';
      seen.events += 1;
    }
  } catch (error) {
    seen.error = error;
  }
  return seen;
}

function asked(): readonly string[] {
  return bedrock.requests.map(({ modelId }) => modelId);
}

describe('converseStream', () => {
  it('brings every event of the answer, and its usage once', async () => {
    bedrock.script([answer(long)]);
    const usages: unknown[] = [];
    const result = await open({ onUsage: (usage, { modelId }) => usages.push([modelId, usage.outputTokens]) });
    expect(await read(result)).toMatchObject({ text: long, error: undefined });
    expect(usages).toEqual([[haiku, expect.any(Number)]]);
    expect(result.call).toEqual({ modelId: haiku, attempts: [{ modelId: haiku }] });
  });

  it('takes the aggregated client, routes and caches', async () => {
    const client = new BedrockRuntime({ endpoint: bedrock.url, region, credentials });
    const system = [{ text: 'You answer questions about our products. '.repeat(800) }];
    const { messages } = hello;
    const reads: (number | undefined)[] = [];
    const options: CallOptions = {
      router: createRouter(),
      cache: true,
      onUsage: ({ cacheReadInputTokens }) => reads.push(cacheReadInputTokens),
    };
    await read(await converseStream(client, { system, messages }, options));
    await read(await converseStream(client, { system, messages }, options));
    expect(asked()).toEqual([haiku, haiku]);
    expect(reads).toEqual([0, expect.any(Number)]);
    expect(reads[1]).toBeGreaterThan(4096);
  });
});

describe('fallback', () => {
  it('comes where the request was throttled', async () => {
    bedrock.script([throttled(), answer(long)]);
    const result = await open({ fallback: [haikuUs] });
    expect(await read(result)).toMatchObject({ text: long });
    expect(result.call).toMatchObject({ modelId: haikuUs, attempts: [{ error: { name: 'ThrottlingException' } }, {}] });
  });

  it.each(['throttlingException', 'serviceUnavailableException', 'internalServerException'])(
    'comes where the stream begins with %s',
    async (exception) => {
      bedrock.script([answer(long, { break: { after: 0, by: 'exception', exception } })]);
      const result = await open({ fallback: [haikuUs] });
      expect(await read(result)).toMatchObject({ text: 'Hello from Bedrock.', error: undefined });
      expect(asked()).toEqual([haiku, haikuUs]);
    },
  );

  it.each([1, 3])('does not come after %i events: the reader gets the error', async (after) => {
    bedrock.script([answer(long, { break: { after, by: 'exception', exception: 'throttlingException' } })]);
    const result = await open({ fallback: [haikuUs], onRefusal: () => undefined });
    const { events, error } = await read(result);
    expect(events).toBe(after);
    expect(error).toMatchObject({ name: 'ThrottlingException' });
    expect(asked()).toEqual([haiku]);
  });

  it('comes where the connection dropped before the first event, which the SDK calls a timeout', async () => {
    bedrock.script([reset()]);
    await read(await open({ fallback: [haikuUs] }, hello, awsClientOverHttp1(bedrock.url)));
    expect(asked()).toEqual([haiku, haikuUs]);
  });
});

describe('the end of a stream', () => {
  it('is an error where the answer is cut off, with all of its text', async () => {
    bedrock.script([truncated(long), truncated(long)]);
    expect(await read(await open())).toMatchObject({ text: long, error: { code: 'TRUNCATED', text: long } });
    expect(await read(await open({ allow: ['truncated'] }))).toMatchObject({ text: long, error: undefined });
  });

  it('is an error where it comes early', async () => {
    bedrock.script([answer(long, { break: { after: 3, by: 'end' } })]);
    const { events, error } = await read(await open({ allow: ['unknown'] }));
    expect(events).toBe(3);
    expect(error).toMatchObject({ code: 'STREAM_ENDED_EARLY', requestId: bedrock.requests[0] && 'request-1' });
  });
});

describe('a refusal', () => {
  it('goes to another model before anything was read', async () => {
    bedrock.script([refusal(), answer(long)]);
    const usages: string[] = [];
    const result = await open({
      onRefusal: () => opus,
      onUsage: (_usage, { modelId }) => usages.push(modelId),
    });
    expect(await read(result)).toMatchObject({ text: long, error: undefined });
    expect(result.call.attempts).toEqual([{ modelId: haiku, outcome: 'refused' }, { modelId: opus }]);
    expect(usages).toEqual([haiku, opus]);
  });

  it('reaches the reader where no other model is named, and its tokens count once', async () => {
    bedrock.script([refusal()]);
    const usages: string[] = [];
    const result = await open({ onRefusal: () => haikuUs, onUsage: (_usage, { modelId }) => usages.push(modelId) });
    expect(await read(result)).toMatchObject({ error: { code: 'REFUSED' } });
    expect([asked(), usages]).toEqual([[haiku], [haiku]]);
  });

  it('that comes after some text reaches the reader', async () => {
    bedrock.script([refusal({ partial: long })]);
    const result = await open({ onRefusal: () => opus });
    expect(await read(result)).toMatchObject({ text: long, error: { code: 'REFUSED', text: long } });
    expect(asked()).toEqual([haiku]);
  });
});

describe('deadline and signal', () => {
  it.each([
    ['HTTP/2', awsClient],
    ['HTTP/1.1', awsClientOverHttp1],
  ])('end a stream that hangs, over %s', async (_name, client) => {
    bedrock.script([
      hang(),
      answer(long, { break: { after: 3, by: 'hang' } }),
      answer(long, { break: { after: 3, by: 'hang' } }),
    ]);
    await expect(open({ deadline: 100, fallback: [haikuUs] }, hello, client(bedrock.url))).rejects.toThrow(
      DeadlineError,
    );

    const late = await read(await open({ deadline: 200 }, hello, client(bedrock.url)));
    expect(late).toMatchObject({ events: 3, error: { code: 'DEADLINE_EXCEEDED' } });

    const controller = new AbortController();
    const reason = new Error('The user left.');
    setTimeout(() => controller.abort(reason), 200);
    const left = await read(await open({ signal: controller.signal }, hello, client(bedrock.url)));
    expect(left).toMatchObject({ events: 3, error: reason });
  });

  it('do not hold a reader that stops early', async () => {
    bedrock.script([answer(long, { break: { after: 3, by: 'hang' } })]);
    const { stream } = await open();
    for await (const event of stream) {
      expect(event.messageStart).toBeDefined();
      break;
    }
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
