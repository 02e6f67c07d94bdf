import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, contextWindowExceeded, refusal, toolUse, truncated } from '../loopback/replies.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import type { Reply } from '../loopback/replies.js';
import type { RecordedRequest } from '../loopback/start-bedrock.js';
import { createExampleService } from './example-service.js';

type Service = ReturnType<typeof createExampleService>;

const draftReply = (service: Service, url: string, customer = 'Ada') =>
  service.call(url, 'draft-reply', 'draftReply', 'My lamp flickers.', customer);
const answerFromOrders = (service: Service, url: string) =>
  service.call(url, 'answer-from-orders', 'answerFromOrders', 'Where is order 17?', findOrder);

/** Every function of the service that calls a model, an answer that it understands, and what it makes of that. */
const calls = {
  answerFromOrders: { call: answerFromOrders, reply: answer('On its way.'), result: 'On its way.' },
  classifyTicket: {
    call: (service, url) => service.call(url, 'classify-ticket', 'classifyTicket', 'It is broken.'),
    reply: answer('bug'),
    result: 'bug',
  },
  draftReply: {
    call: draftReply,
    reply: answer('Try another bulb.'),
    result: { text: 'Try another bulb.', finishReason: 'stop' },
  },
  editTemplate: {
    call: (service, url) => service.call(url, 'edit-template', 'editTemplate', 'Sign with the name of the team.'),
    reply: (editor) => toolUse(editor, { command: 'view', path: 'templates/reply.txt' }),
    result: [{ command: 'view', path: 'templates/reply.txt' }],
  },
  extractOrder: {
    call: (service, url) => service.call(url, 'extract-order', 'extractOrder', 'Order 17 of 3 May.'),
    reply: (_editor, opening) => answer(`${opening}"number": "17", "date": "3 May" }`),
    result: { number: '17', date: '3 May' },
  },
  planRefund: {
    call: (service, url) => service.call(url, 'plan-refund', 'planRefund', 'The lamp came late.'),
    reply: answer('Half of the price.'),
    result: 'Half of the price.',
  },
  routeTicket: {
    call: (service, url) => service.call(url, 'route-ticket', 'routeTicket', 'I was charged twice.'),
    reply: toolUse('hand_over', { team: 'billing' }),
    result: { team: 'billing' },
  },
  summarizeThread: {
    call: (service, url) => service.call(url, 'summarize-thread', 'summarizeThread', 'A: Hello. B: Hello.'),
    reply: answer('They greet each other.'),
    result: 'They greet each other.',
  },
  tagTicket: {
    call: (service, url) => service.call(url, 'tag-ticket', 'tagTicket', 'My lamp flickers.'),
    reply: answer(' Lamp\n'),
    result: 'Lamp',
  },
} satisfies Record<string, Call>;

interface Call {
  call(service: Service, url: string): Promise<unknown>;
  /** By the name that the model knows its text editor by, and what it must begin with itself. */
  readonly reply: Reply | ((editor: string, opening: string) => Reply);
  readonly result: unknown;
}

const everything = ['--migration', 'default', '--migration', 'text-completions'];

describe('examples/claude-3-service on Claude 3', () => {
  const service = createExampleService();
  afterAll(() => {
    service[Symbol.dispose]();
  });

  it.each(Object.entries<Call>(calls))('%s fails: its model has ended', async (_name, { call }) => {
    await using bedrock = await startBedrock();
    await expect(call(service, bedrock.url)).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });
});

describe.each([
  { target: 'nearest', model: /claude-(?:sonnet|haiku)-4-5-/, opening: '' },
  { target: 'latest', model: /claude-(?:sonnet|haiku)-5-5$/, opening: '{ ' },
])('examples/claude-3-service, migrated to $target', ({ target, model, opening }) => {
  const service = createExampleService();
  beforeAll(() => {
    const { status, stdout, stderr } = service.bedrockClaude('migrate', '--force', ...everything, '--target', target);
    expect(status, stdout + stderr).toBeLessThan(2);
  });
  afterAll(() => {
    service[Symbol.dispose]();
  });

  it.each(Object.entries<Call>(calls))('%s gets an answer and reads it', async (_name, { call, reply, result }) => {
    await using bedrock = await startBedrock();
    bedrock.script([typeof reply === 'function' ? reply('str_replace_based_edit_tool', opening) : reply]);
    expect(await call(service, bedrock.url)).toEqual(result);
    expect(bedrock.requests.map((request) => request.result?.status)).toEqual([200]);
    expect(bedrock.requests[0]?.modelId).toMatch(model);
  });

  it('draftReply reads guidelines and tools from the cache on the second call, for another customer too', async () => {
    await using bedrock = await startBedrock();
    await draftReply(service, bedrock.url, 'Ada');
    await draftReply(service, bedrock.url, 'Grace');
    expectSecondToReadWhatFirstWrote(bedrock.requests);
  });

  it('answerFromOrders reads them within one answer, after the first tool', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('find_order', { order: '17' }), answer('It should arrive by Thursday.')]);
    expect(await answerFromOrders(service, bedrock.url)).toBe('It should arrive by Thursday.');
    expectSecondToReadWhatFirstWrote(bedrock.requests);
  });

  it.each([
    ['complete', answer('Try another bulb.'), 'stop'],
    ['cut off', truncated('Try another'), 'length'],
    ['out of context', contextWindowExceeded('Try another'), 'length'],
    ['a tool call', toolUse('mark_urgent', { reason: 'smoke' }), 'tool_calls'],
  ])('draftReply tells its caller of an answer that is %s', async (_name, reply, finishReason) => {
    await using bedrock = await startBedrock();
    bedrock.script([reply]);
    expect(await draftReply(service, bedrock.url)).toMatchObject({ finishReason });
  });

  it('draftReply throws where the model refused', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal()]);
    await expect(draftReply(service, bedrock.url)).rejects.toThrow('The answer is not complete: content_filtered');
  });

  it.each([
    ['refusal', refusal({ partial: 'It should' })],
    ['max_tokens', truncated('It should')],
    ['model_context_window_exceeded', contextWindowExceeded('It should')],
  ])('answerFromOrders throws at %s, also after a tool', async (reason, reply) => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('find_order', { order: '17' }), reply]);
    await expect(answerFromOrders(service, bedrock.url)).rejects.toThrow(`The answer is not complete: ${reason}`);
  });
});

function findOrder(order: string) {
  return Promise.resolve(`Order ${order} left on Monday.`);
}

function expectSecondToReadWhatFirstWrote(requests: readonly RecordedRequest[]) {
  const [first, second, ...others] = requests.map(({ result }) => result?.usage);
  expect(others).toEqual([]);
  const written = first?.cacheWrites.reduce((sum, { tokens }) => sum + tokens, 0) ?? 0;
  expect(written).toBeGreaterThan(1024);
  expect(first?.cacheReadTokens).toBe(0);
  expect(second).toMatchObject({ cacheReadTokens: written, cacheWrites: [] });
}
