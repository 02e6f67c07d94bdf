import { BedrockRuntime, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { converse, createRouter, DeadlineError, textOf, withThinking } from '../../../src/runtime/src/index.js';
import type { CallAttempt, CallOptions, ConverseInput } from '../../../src/runtime/src/index.js';
import { awsClient, awsClientOverHttp1, credentials, region } from '../../loopback/clients.js';
import { answer, blocked, failure, hang, refusal, throttled, truncated, unavailable } from '../../loopback/replies.js';
import { startBedrock } from '../../loopback/start-bedrock.js';
import type { Bedrock } from '../../loopback/start-bedrock.js';

const haiku = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const haikuUs = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const sonnet = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const opus = 'global.anthropic.claude-opus-4-8';

let bedrock: Bedrock;
beforeEach(async () => {
  bedrock = await startBedrock();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await bedrock.close();
});

function ask(text: string): ConverseInput {
  return { messages: [{ role: 'user', content: [{ text }] }] };
}

function call(input: ConverseInput, options: CallOptions = {}) {
  return converse(awsClient(bedrock.url), input, { command: ConverseCommand, ...options });
}

function asked(): readonly string[] {
  return bedrock.requests.map(({ modelId }) => modelId);
}

describe('converse', () => {
  it('answers as the SDK does, with a report', async () => {
    const response = await call({ modelId: haiku, ...ask('Hello') });
    expect(textOf(response)).toBe('Hello from Bedrock.');
    expect(response.$metadata.httpStatusCode).toBe(200);
    expect(response.call).toEqual({ modelId: haiku, attempts: [{ modelId: haiku, outcome: 'complete' }] });
  });

  it('takes the aggregated client without a command, and says what a plain client lacks', async () => {
    const client = new BedrockRuntime({ endpoint: bedrock.url, region, credentials });
    expect(textOf(await converse(client, { modelId: haiku, ...ask('Hello') }))).toBe('Hello from Bedrock.');
    // @ts-expect-error -- the command is missing
    await expect(converse(awsClient(bedrock.url), { modelId: haiku, ...ask('Hello') })).rejects.toThrow(TypeError);
  });

  it('sends nothing where neither request nor router names a model', async () => {
    await expect(call(ask('Hello'))).rejects.toThrow(TypeError);
    expect(asked()).toEqual([]);
  });

  it('does not change what it is given', async () => {
    const input = Object.freeze({
      ...ask('Analyze this.'),
      system: Object.freeze([Object.freeze({ text: 'word '.repeat(9000) })]),
    });
    await call({ ...input, system: [...input.system] }, { router: createRouter(), cache: true });
    expect(input).toEqual({ ...ask('Analyze this.'), system: [{ text: 'word '.repeat(9000) }] });
  });
});

describe('routing', () => {
  const router = createRouter({
    simple: haiku,
    complex: { modelId: sonnet, maxTokens: 4000, thinking: withThinking(sonnet, { budgetTokens: 2048 }) },
  });

  it('sends each prompt to the model of its tier', async () => {
    const simple = await call(ask('What time is it?'), { router });
    const complex = await call(ask('Refactor this function.'), { router });
    expect(asked()).toEqual([haiku, sonnet]);
    expect(simple.call).toMatchObject({ tier: 'simple', reason: 'simple', modelId: haiku });
    expect(complex.call).toMatchObject({ tier: 'complex', reason: 'signal', modelId: sonnet });
    expect(bedrock.requests[1]?.body).toMatchObject({
      inferenceConfig: { maxTokens: 4000 },
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2048 } },
    });
  });

  it('stays on the tier of a conversation', async () => {
    const first = await call(ask('Refactor this function.'), { router });
    const second = await call(ask('Thanks!'), { router, previous: first.call });
    expect(asked()).toEqual([sonnet, sonnet]);
    expect(second.call.reason).toBe('previous');
  });

  it('waits for a classifier, and lets a model in the request override', async () => {
    const classifying = createRouter({ classify: async () => Promise.resolve('complex' as const) });
    await call(ask('Hi'), { router: classifying });
    const { call: report } = await call({ modelId: opus, ...ask('Hi') }, { router: classifying });
    expect(asked()).toEqual([sonnet, opus]);
    expect(report).toMatchObject({ tier: 'custom', reason: 'override' });
  });
});

describe('caching', () => {
  const system = [{ text: 'You answer questions about our products. '.repeat(600) }];

  it('writes on the first call and reads on the second', async () => {
    const first = await call({ modelId: sonnet, system, ...ask('Which is red?') }, { cache: true });
    const second = await call({ modelId: sonnet, system, ...ask('Which is blue?') }, { cache: true });
    expect(first.usage?.cacheWriteInputTokens).toBeGreaterThan(1024);
    expect(second.usage?.cacheReadInputTokens).toBe(first.usage?.cacheWriteInputTokens);
  });

  it('holds the minimum of every model that a routed prompt may go to', async () => {
    const router = createRouter({ simple: haiku, complex: sonnet });
    const short = [{ text: 'You answer questions. '.repeat(300) }];
    await call({ system: short, ...ask('Analyze.') }, { router, cache: true });
    expect(JSON.stringify(bedrock.requests[0]?.body)).not.toContain('cachePoint');
    await call({ system, ...ask('Analyze.') }, { router, cache: { ttl: '1h' } });
    expect(bedrock.requests[1]?.body).toMatchObject({ system: [{}, { cachePoint: { type: 'default', ttl: '1h' } }] });
  });

  it('hits through a router once a conversation has its model', async () => {
    const router = createRouter();
    const first = await call({ system, ...ask('Which is red?') }, { router, cache: true });
    const second = await call({ system, ...ask('Compare them.') }, { router, cache: true, previous: first.call });
    expect(second.usage?.cacheReadInputTokens).toBe(first.usage?.cacheWriteInputTokens);
  });
});

describe('fallback', () => {
  it.each([
    ['429', throttled()],
    ['503', unavailable()],
    ['quota', failure(400, 'ServiceQuotaExceededException', 'Your request exceeds the service quota.')],
    ['not ready', failure(429, 'ModelNotReadyException', 'The model is not ready.')],
    ['model timeout', failure(408, 'ModelTimeoutException', 'The model took too long.')],
    ['500', failure(500, 'InternalServerException', 'An internal server error occurred.')],
    ['end of life', failure(404, 'ResourceNotFoundException', 'This model version has reached the end of its life.')],
    ['504', failure(504, 'GatewayTimeout', 'The gateway got no answer.')],
  ])('goes on after %s', async (_name, reply) => {
    bedrock.script([reply]);
    const attempts: CallAttempt[] = [];
    const response = await call(
      { modelId: haiku, ...ask('Hello') },
      { fallback: [haikuUs], onAttempt: (attempt) => attempts.push(attempt) },
    );
    expect(asked()).toEqual([haiku, haikuUs]);
    expect(response.call).toMatchObject({
      modelId: haikuUs,
      attempts: [{ modelId: haiku }, { modelId: haikuUs, outcome: 'complete' }],
    });
    expect(attempts).toEqual(response.call.attempts);
    expect(attempts[0]?.error).toBeInstanceOf(Error);
  });

  it('comes after the retries of the SDK', async () => {
    bedrock.script([throttled(), throttled(), throttled()]);
    const client = awsClient(bedrock.url, { maxAttempts: 3 });
    await converse(client, { modelId: haiku, ...ask('Hello') }, { command: ConverseCommand, fallback: [haikuUs] });
    expect(asked()).toEqual([haiku, haiku, haiku, haikuUs]);
  });

  it('goes on after a timeout of the client', async () => {
    bedrock.script([hang()]);
    const { NodeHttpHandler } = await import('@smithy/node-http-handler');
    const client = awsClient(bedrock.url, {
      requestHandler: new NodeHttpHandler({ requestTimeout: 100, throwOnRequestTimeout: true }),
    });
    const response = await converse(
      client,
      { modelId: haiku, ...ask('Hello') },
      { command: ConverseCommand, fallback: [haikuUs] },
    );
    expect(response.call.modelId).toBe(haikuUs);
  });

  it('throws the last error as the SDK threw it when no model is left', async () => {
    bedrock.script([throttled(), unavailable(), throttled()]);
    await expect(
      call({ modelId: haiku, ...ask('Hello') }, { fallback: [haikuUs, haiku, sonnet] }),
    ).rejects.toMatchObject({ name: 'ThrottlingException', $fault: 'client' });
    expect(asked()).toEqual([haiku, haikuUs, sonnet]);
  });

  it.each([
    ['a wrong request', failure(400, 'ValidationException', 'Malformed input request.')],
    ['missing permission', failure(403, 'AccessDeniedException', 'Not authorized.')],
    ['an error of the model', failure(424, 'ModelErrorException', 'The model failed.')],
  ])('does not come after %s', async (_name, reply) => {
    bedrock.script([reply]);
    await expect(call({ modelId: haiku, ...ask('Hello') }, { fallback: [haikuUs] })).rejects.toThrow();
    expect(asked()).toEqual([haiku]);
  });

  it('is named by the tier of a router, and asks for the tier’s thinking where it is the same model', async () => {
    const thinking = withThinking(sonnet, { budgetTokens: 1024 });
    const fallback = ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', { modelId: haiku, maxTokens: 500 }];
    const router = createRouter({ complex: { modelId: sonnet, thinking, maxTokens: 3000, fallback } });
    bedrock.script([throttled(), throttled()]);
    await call(ask('Analyze this.'), { router });
    expect(bedrock.requests.map(({ body }) => body)).toMatchObject([
      { inferenceConfig: { maxTokens: 3000 }, additionalModelRequestFields: thinking },
      { inferenceConfig: { maxTokens: 3000 }, additionalModelRequestFields: thinking },
      { inferenceConfig: { maxTokens: 500 } },
    ]);
    expect(bedrock.requests[2]?.body).not.toHaveProperty('additionalModelRequestFields');
  });

  it('leaves the reasoning of the first model behind', async () => {
    bedrock.script([throttled()]);
    const reasoning = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } };
    await call(
      {
        modelId: sonnet,
        messages: [
          { role: 'user', content: [{ text: 'One?' }] },
          { role: 'assistant', content: [reasoning, { text: 'One.' }] },
          { role: 'user', content: [{ text: 'Two?' }] },
        ],
      },
      { fallback: [haiku] },
    );
    expect(JSON.stringify(bedrock.requests[0]?.body)).toContain('reasoningContent');
    expect(JSON.stringify(bedrock.requests[1]?.body)).not.toContain('reasoningContent');
  });
});

describe('an answer that is not complete', () => {
  it.each([
    ['TRUNCATED', truncated('Once upon')],
    ['BLOCKED', blocked('Blocked by policy.')],
    ['REFUSED', refusal()],
    ['UNKNOWN_STOP_REASON', answer('Hm.', { stop: 'reason_of_tomorrow' })],
  ])('throws %s', async (code, reply) => {
    bedrock.script([reply]);
    await expect(call({ modelId: haiku, ...ask('Hello') }, { fallback: [haikuUs] })).rejects.toMatchObject({
      name: 'IncompleteResponseError',
      code,
    });
    expect(asked()).toEqual([haiku]);
  });

  it('passes where it is allowed', async () => {
    bedrock.script([truncated('Once upon')]);
    const response = await call({ modelId: haiku, ...ask('Hello') }, { allow: ['truncated'] });
    expect(textOf(response)).toBe('Once upon');
  });
});

describe('a refusal', () => {
  it('goes to the model that the caller names, and its tokens count', async () => {
    bedrock.script([refusal(), answer('Gladly.')]);
    const usages: string[] = [];
    const seen: unknown[] = [];
    const response = await call(
      { modelId: haiku, ...ask('Hello') },
      {
        onRefusal: ({ stopReason }, { modelId }) => (modelId === haiku ? (seen.push(stopReason), opus) : undefined),
        onUsage: (_usage, by) => usages.push(by.modelId),
      },
    );
    expect(textOf(response)).toBe('Gladly.');
    expect(response.call.attempts.map(({ outcome }) => outcome)).toEqual(['refused', 'complete']);
    expect(usages).toEqual([haiku, opus]);
    expect(seen).toEqual(['content_filtered']);
  });

  it('never goes to a model that refused, by whatever profile', async () => {
    bedrock.script([refusal(), refusal()]);
    await expect(
      call(
        { modelId: haiku, ...ask('Hello') },
        { onRefusal: (_refusal, { modelId }) => (modelId === haiku ? opus : haikuUs) },
      ),
    ).rejects.toMatchObject({ code: 'REFUSED' });
    expect(asked()).toEqual([haiku, opus]);
  });

  it('is only reported where no other model is named', async () => {
    bedrock.script([refusal()]);
    let reported = 0;
    await expect(
      call({ modelId: haiku, ...ask('Hello') }, { onRefusal: () => void (reported += 1), fallback: [haikuUs] }),
    ).rejects.toMatchObject({ code: 'REFUSED' });
    expect([reported, asked()]).toEqual([1, [haiku]]);
  });
});

describe('deadline and signal', () => {
  it.each([
    ['HTTP/2', awsClient],
    ['HTTP/1.1', awsClientOverHttp1],
  ])('end a call that hangs, over %s', async (_name, client) => {
    bedrock.script([hang(), hang()]);
    const input = { modelId: haiku, ...ask('Hello') };
    const options = { command: ConverseCommand, fallback: [haikuUs] };
    await expect(converse(client(bedrock.url), input, { ...options, deadline: 100 })).rejects.toThrow(DeadlineError);

    const controller = new AbortController();
    const reason = new Error('The user left.');
    setTimeout(() => controller.abort(reason), 50);
    await expect(converse(client(bedrock.url), input, { ...options, signal: controller.signal })).rejects.toBe(reason);
    expect(asked()).toEqual([haiku, haiku]);
  });

  it('end the wait between retries too', async () => {
    bedrock.script(Array.from({ length: 20 }, throttled));
    const client = awsClient(bedrock.url, { maxAttempts: 20 });
    const options = { command: ConverseCommand, deadline: 150, fallback: [haikuUs] };
    await expect(converse(client, { modelId: haiku, ...ask('Hello') }, options)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      deadline: 150,
    });
    expect(asked()).not.toContain(haikuUs);
  });

  it('end a classifier that hangs', async () => {
    const router = createRouter({ classify: () => new Promise(() => undefined) });
    await expect(call(ask('Hello'), { router, deadline: 20 })).rejects.toThrow(DeadlineError);
  });

  it('send nothing for a signal that was aborted before', async () => {
    const signal = AbortSignal.abort();
    await expect(call({ modelId: haiku, ...ask('Hello') }, { signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(bedrock.requests).toEqual([]);
  });

  it('leave nothing behind', async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    const add = signal.addEventListener.bind(signal);
    const watched = {
      aborted: false,
      addEventListener: (type: 'abort', listener: () => void) => {
        listeners.add(listener);
        add(type, listener);
      },
      removeEventListener: (_type: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    const started = vi.spyOn(globalThis, 'setTimeout');
    const stopped = vi.spyOn(globalThis, 'clearTimeout');
    await call({ modelId: haiku, ...ask('Hello') }, { signal: watched, deadline: 61_234 });
    expect(listeners.size).toBe(0);
    const ours = started.mock.calls.findIndex(([, ms]) => ms === 61_234);
    expect(stopped.mock.calls).toContainEqual([started.mock.results[ours]?.value]);
  });
});
