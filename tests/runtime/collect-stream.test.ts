import { describe, expect, it } from 'vitest';
import { collectStream } from '../../src/runtime/src/collect-stream.js';
import type { CollectStreamOptions } from '../../src/runtime/src/collect-stream.js';
import { assertComplete, IncompleteResponseError, stopOutcome, textOf } from '../../src/runtime/src/index.js';
import { cacheUsage } from '../../src/runtime/src/metrics.js';

type Step = object | Error | Promise<object>;

/** A stream that brings events, throws errors and waits for promises in turn. */
async function* streamOf(...steps: readonly Step[]): AsyncGenerator<{ type: string }> {
  for (const step of steps) {
    if (step instanceof Error) throw step;
    const event: unknown = await step;
    // Streams are typed by what their surface promises; these bring whatever a test wants.
    yield event as { type: string };
  }
}

function collect(steps: readonly Step[], options?: CollectStreamOptions) {
  return collectStream(streamOf(...steps), options);
}

async function piecesOf(answer: AsyncIterable<string>): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of answer) pieces.push(piece);
  return pieces;
}

const delta = (contentBlockIndex: number, value: object) => ({
  contentBlockDelta: { contentBlockIndex, delta: value },
});
const usage = { inputTokens: 5, outputTokens: 7, totalTokens: 12, cacheReadInputTokens: 15 };
const converse = [
  { messageStart: { role: 'assistant' } },
  delta(0, { reasoningContent: { text: 'Let me ' } }),
  delta(0, { reasoningContent: { text: 'think.' } }),
  delta(0, { reasoningContent: { signature: 'abc' } }),
  { contentBlockStop: { contentBlockIndex: 0 } },
  delta(1, { text: 'It is ' }),
  delta(1, { text: 'noon.' }),
  { contentBlockStop: { contentBlockIndex: 1 } },
  { contentBlockStart: { contentBlockIndex: 2, start: { toolUse: { toolUseId: 't1', name: 'clock' } } } },
  delta(2, { toolUse: { input: '{"zone":' } }),
  delta(2, { toolUse: { input: '"UTC"}' } }),
  { contentBlockStop: { contentBlockIndex: 2 } },
  { messageStop: { stopReason: 'tool_use' } },
  { metadata: { usage, metrics: { latencyMs: 3 } } },
];

const messages = [
  {
    type: 'message_start',
    message: {
      id: 'm1',
      role: 'assistant',
      content: [],
      stop_reason: null,
      usage: { input_tokens: 5, output_tokens: 1, cache_read_input_tokens: 15 },
    },
  },
  { type: 'ping' },
  { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Let me think.' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'abc' } },
  { type: 'content_block_stop', index: 0 },
  { type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'It is ' } },
  { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'noon.' } },
  { type: 'content_block_delta', index: 1, delta: { type: 'citations_delta', citation: { cited_text: 'noon' } } },
  { type: 'content_block_stop', index: 1 },
  { type: 'content_block_start', index: 2, content_block: { type: 'tool_use', id: 't1', name: 'clock', input: {} } },
  { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '' } },
  { type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '{"zone":"UTC"}' } },
  { type: 'content_block_stop', index: 2 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'tool_use', stop_sequence: null },
    usage: { output_tokens: 7, cache_read_input_tokens: null },
  },
  { type: 'message_stop' },
];

const message = {
  id: 'm1',
  role: 'assistant',
  content: [
    { type: 'thinking', thinking: 'Let me think.', signature: 'abc' },
    { type: 'text', text: 'It is noon.', citations: [{ cited_text: 'noon' }] },
    { type: 'tool_use', id: 't1', name: 'clock', input: { zone: 'UTC' } },
  ],
  stop_reason: 'tool_use',
  stop_sequence: null,
  usage: { input_tokens: 5, output_tokens: 7, cache_read_input_tokens: 15 },
};

function inBytes(event: object) {
  return { chunk: { bytes: new TextEncoder().encode(JSON.stringify(event)) } };
}

describe('a whole stream', () => {
  it('of Converse gives its text in pieces, and the response that Converse would have given', async () => {
    const answer = collect(converse);
    expect(await piecesOf(answer)).toEqual(['It is ', 'noon.']);
    expect(await answer.response()).toEqual({
      output: {
        message: {
          role: 'assistant',
          content: [
            { reasoningContent: { reasoningText: { text: 'Let me think.', signature: 'abc' } } },
            { text: 'It is noon.' },
            { toolUse: { toolUseId: 't1', name: 'clock', input: { zone: 'UTC' } } },
          ],
        },
      },
      stopReason: 'tool_use',
      usage,
      metrics: { latencyMs: 3 },
    });
    expect(await answer.outcome()).toEqual({ kind: 'toolUse', stopReason: 'tool_use', text: 'It is noon.' });
    expect(answer.text).toBe('It is noon.');
  });

  it.each([
    ['events', messages],
    ['bytes', messages.map(inBytes)],
  ])('of Messages in %s gives the message', async (_name, events) => {
    const answer = collect(events);
    expect(await piecesOf(answer)).toEqual(['It is ', 'noon.']);
    expect(await answer.response()).toEqual(message);
  });

  it('need not be read by the caller', async () => {
    const response = await collect(messages).response();
    expect([textOf(response), stopOutcome(response).kind, cacheUsage(response).hitRate]).toEqual([
      'It is noon.',
      'toolUse',
      0.75,
    ]);
    expect(assertComplete(response)).toBe(response);
  });

  it('is taken out of what the client answered, with the ID of the request', async () => {
    const $metadata = { requestId: 'r-1' };
    const read = async (output: object) => {
      // Both clients' answers, as far as they matter here.
      const answer = collectStream(output as { body: AsyncGenerator<{ type: string }> });
      return new IncompleteResponseError(await answer.response()).requestId;
    };
    expect(await read({ stream: streamOf(...converse), $metadata })).toBe('r-1');
    expect(await read({ body: streamOf(...messages.map(inBytes)), $metadata })).toBe('r-1');
  });

  it('keeps citations, redacted reasoning, and tools without input', async () => {
    const redacted = new Uint8Array([1, 2, 3]);
    const answer = collect([
      delta(0, { reasoningContent: { redactedContent: redacted } }),
      delta(1, { text: 'Noon' }),
      delta(1, { citation: { title: 'a' } }),
      delta(1, { citation: { title: 'b' } }),
      { contentBlockStart: { contentBlockIndex: 2, start: { toolUse: { toolUseId: 't', name: 'now' } } } },
      { messageStop: { stopReason: 'tool_use' } },
    ]);
    expect(await answer.response()).toHaveProperty('output.message.content', [
      { reasoningContent: { redactedContent: redacted } },
      { citationsContent: { content: [{ text: 'Noon' }], citations: [{ title: 'a' }, { title: 'b' }] } },
      { toolUse: { toolUseId: 't', name: 'now', input: {} } },
    ]);
  });

  it('cut off in the input of a tool keeps what came of it', async () => {
    const answer = collect([
      { contentBlockStart: { contentBlockIndex: 0, start: { toolUse: { toolUseId: 't', name: 'now' } } } },
      delta(0, { toolUse: { input: '{"zo' } }),
      { messageStop: { stopReason: 'max_tokens' } },
    ]);
    expect(await answer.response()).toMatchObject({
      output: { message: { content: [{ toolUse: { input: '{"zo' } }] } },
    });
    expect((await answer.outcome()).kind).toBe('truncated');
  });

  it('may be refused, or replaced by a guardrail', async () => {
    const refused = collect([
      messages[0] ?? {},
      { type: 'message_delta', delta: { stop_reason: 'refusal', stop_details: { category: 'bio' } }, usage: {} },
    ]);
    expect(await refused.outcome()).toMatchObject({ kind: 'refused', category: 'bio', text: '' });
    const guarded = collect([
      ...messages.slice(0, -1),
      { type: 'message_stop', 'amazon-bedrock-guardrailAction': 'INTERVENED' },
    ]);
    expect((await guarded.outcome()).kind).toBe('blocked');
  });

  it('counts what several events tell of its usage once, and takes `null` for nothing new', async () => {
    const start = { type: 'message_start', message: { usage: { input_tokens: 5, service_tier: 'standard' } } };
    const usage = { input_tokens: null, output_tokens: 7, service_tier: 'standard' };
    const end = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage };
    const { usage: told } = await collect([start, end]).response();
    expect(told).toEqual({ input_tokens: 5, output_tokens: 7, service_tier: 'standard' });
  });

  it('lists citations also where the block began with none', async () => {
    const answer = collect([
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Noon' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'citations_delta', citation: { cited_text: 'noon' } } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' } },
    ]);
    const { content } = await answer.response();
    expect(content).toEqual([{ type: 'text', text: 'Noon', citations: [{ cited_text: 'noon' }] }]);
  });

  it('cannot reach prototypes', async () => {
    const hostile: unknown = JSON.parse(
      '{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"__proto__":{"polluted":"x"}}}}',
    );
    await collect([Object(hostile), { messageStop: { stopReason: 'end_turn' } }]).response();
    expect('polluted' in {}).toBe(false);
  });
});

describe('a stream that fails', () => {
  async function failureOf(work: Promise<unknown>): Promise<IncompleteResponseError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof IncompleteResponseError) return error;
    throw new Error('expected an IncompleteResponseError', { cause: error });
  }

  it('mid-way brings the error, and the text until then, as often as it is asked', async () => {
    const cause = Object.assign(new Error('Slow down'), { name: 'ThrottlingException' });
    const answer = collect([...converse.slice(0, 6), cause]);
    const error = await failureOf(piecesOf(answer));
    expect(error).toMatchObject({ code: 'STREAM_FAILED', cause, text: 'It is ', outcome: { kind: 'unknown' } });
    expect(answer.text).toBe('It is ');
    await expect(answer.response()).rejects.toBe(error);
    await expect(answer.outcome()).rejects.toBe(error);
  });

  it.each([
    [
      'an exception as an event',
      [delta(0, { text: 'It' }), { modelStreamErrorException: new Error('broken') }],
      'broken',
    ],
    [
      'an error event',
      [...messages.slice(0, 8), { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }],
      'Overloaded',
    ],
    ['bytes that are no JSON', [inBytes(messages[0] ?? {}), { chunk: { bytes: new Uint8Array([123]) } }], 'JSON'],
  ])('%s', async (_name, steps, text) => {
    const error = await failureOf(collect(steps).response());
    expect(error.code).toBe('STREAM_FAILED');
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.cause).toHaveProperty('message', expect.stringContaining(text));
  });

  it.each([
    ['Converse', converse.slice(0, 7)],
    ['Messages', messages.slice(0, 9)],
    ['nothing', []],
  ])('by ending before its stop reason is no success: %s', async (name, events) => {
    const answer = collect(events);
    const error = await failureOf(piecesOf(answer));
    expect(error).toMatchObject({ code: 'STREAM_ENDED_EARLY', text: name === 'nothing' ? '' : 'It is noon.' });
    await expect(answer.response()).rejects.toMatchObject({ code: 'STREAM_ENDED_EARLY' });
  });

  it('by not being there', async () => {
    expect((await failureOf(collectStream({ stream: undefined }).response())).code).toBe('STREAM_ENDED_EARLY');
  });

  it('is no success either where the caller stopped reading, and is closed', async () => {
    let closed = false;
    async function* events() {
      try {
        yield* streamOf(...messages);
      } finally {
        closed = true;
      }
    }
    const answer = collectStream(events());
    for await (const piece of answer) if (piece) break;
    expect(closed).toBe(true);
    expect((await failureOf(answer.response())).code).toBe('STREAM_ENDED_EARLY');
  });
});

describe('several readers', () => {
  it('all get the whole text, and the outcome takes none of it away', async () => {
    const answer = collectStream(streamOf(...messages));
    const outcome = answer.outcome();
    const [first, second] = await Promise.all([piecesOf(answer), piecesOf(answer)]);
    expect(answer.text).toBe('It is noon.');
    expect([first.join(''), second.join('')]).toEqual([answer.text, answer.text]);
    expect(await outcome).toMatchObject({ kind: 'toolUse', text: answer.text });
    // Who comes late gets it at once.
    expect(await piecesOf(answer)).toEqual([answer.text]);
  });
});

describe('an abort', () => {
  it('ends the wait for an event that never comes, with its reason', async () => {
    const controller = new AbortController();
    const never = new Promise<object>(() => undefined);
    const answer = collect([delta(0, { text: 'It' }), never], { signal: controller.signal });
    const reading = piecesOf(answer);
    setTimeout(() => controller.abort(new Error('enough')), 5);
    await expect(reading).rejects.toThrow('enough');
    await expect(answer.response()).rejects.toThrow('enough');
    expect(answer.text).toBe('It');
  });

  it('before the first event reads nothing', async () => {
    let asked = 0;
    async function* events() {
      asked += 1;
      yield* streamOf(...messages);
    }
    const reason = new Error('too late');
    await expect(collectStream(events(), { signal: AbortSignal.abort(reason) }).response()).rejects.toBe(reason);
    expect(asked).toBe(0);
  });

  it('by the client is passed on as it is', async () => {
    const abort = Object.assign(new Error('Request aborted'), { name: 'AbortError' });
    await expect(collect([delta(0, { text: 'It' }), abort]).response()).rejects.toBe(abort);
  });

  it('leaves no listener behind', async () => {
    const listeners = new Set<unknown>();
    const signal = {
      aborted: false,
      addEventListener: (_type: 'abort', listener: unknown) => void listeners.add(listener),
      removeEventListener: (_type: 'abort', listener: unknown) => void listeners.delete(listener),
    };
    await collect(messages, { signal }).response();
    await collect([new Error('broken')], { signal })
      .response()
      .catch(() => undefined);
    expect(listeners.size).toBe(0);
  });
});
