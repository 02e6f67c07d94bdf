import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, contextWindowExceeded, refusal, toolUse, truncated } from '../loopback/replies.js';
import { startBedrock } from '../loopback/start-bedrock.js';
import type { RecordedRequest } from '../loopback/start-bedrock.js';
import { createExampleService } from './example-service.js';

const service = createExampleService();
const draftReply = (url: string, customer = 'Ada') =>
  service.call(url, 'draft-reply', 'draftReply', 'My lamp flickers.', customer);
const answerFromOrders = (url: string) =>
  service.call(url, 'answer-from-orders', 'answerFromOrders', 'Where is order 17?', findOrder);
const calls = {
  answerFromOrders,
  classifyTicket: (url: string) => service.call(url, 'classify-ticket', 'classifyTicket', 'It is broken.'),
  draftReply,
  summarizeThread: (url: string) => service.call(url, 'summarize-thread', 'summarizeThread', 'A: Hello. B: Hello.'),
};

afterAll(() => {
  service[Symbol.dispose]();
});

describe('examples/claude-3-service on Claude 3', () => {
  it.each(Object.entries(calls))('%s fails: its model has ended', async (_name, call) => {
    await using bedrock = await startBedrock();
    await expect(call(bedrock.url)).rejects.toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
  });
});

describe('examples/claude-3-service, migrated', () => {
  beforeAll(() => {
    const { status, stdout, stderr } = service.bedrockClaude('migrate', '--force');
    expect(status, stdout + stderr).toBeLessThan(2);
  });

  it.each(Object.entries(calls))('%s gets an answer', async (_name, call) => {
    await using bedrock = await startBedrock();
    await call(bedrock.url);
    expect(bedrock.requests.map(({ result }) => result?.status)).toEqual([200]);
  });

  it('draftReply reads guidelines and tools from the cache on the second call, for another customer too', async () => {
    await using bedrock = await startBedrock();
    await draftReply(bedrock.url, 'Ada');
    await draftReply(bedrock.url, 'Grace');
    expectSecondToReadWhatFirstWrote(bedrock.requests);
  });

  it('answerFromOrders reads them within one answer, after the first tool', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('find_order', { order: '17' }), answer('It should arrive by Thursday.')]);
    expect(await answerFromOrders(bedrock.url)).toBe('It should arrive by Thursday.');
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
    expect(await draftReply(bedrock.url)).toMatchObject({ finishReason });
  });

  it('draftReply throws where the model refused', async () => {
    await using bedrock = await startBedrock();
    bedrock.script([refusal()]);
    await expect(draftReply(bedrock.url)).rejects.toThrow('The answer is not complete: content_filtered');
  });

  it.each([
    ['refusal', refusal({ partial: 'It should' })],
    ['max_tokens', truncated('It should')],
    ['model_context_window_exceeded', contextWindowExceeded('It should')],
  ])('answerFromOrders throws at %s, also after a tool', async (reason, reply) => {
    await using bedrock = await startBedrock();
    bedrock.script([toolUse('find_order', { order: '17' }), reply]);
    await expect(answerFromOrders(bedrock.url)).rejects.toThrow(`The answer is not complete: ${reason}`);
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
