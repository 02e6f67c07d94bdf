import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheUsage } from '../../src/runtime/src/metrics.js';

const expected = { hitRate: 0.6, readTokens: 600, writeTokens: 300, uncachedTokens: 100 };
const converse = { inputTokens: 100, outputTokens: 50, cacheReadInputTokens: 600, cacheWriteInputTokens: 300 };
const messages = {
  input_tokens: 100,
  output_tokens: 50,
  cache_read_input_tokens: 600,
  cache_creation_input_tokens: 300,
};

describe('cacheUsage', () => {
  it.each([
    ['Converse', converse],
    ['a response of Converse', { stopReason: 'end_turn', usage: converse }],
    ['Messages', messages],
    ['a message', { content: [], usage: messages }],
    [
      'the AI SDK, whose input tokens include the cached ones',
      { inputTokens: 1000, inputTokenDetails: { noCacheTokens: 100, cacheReadTokens: 600, cacheWriteTokens: 300 } },
    ],
    [
      'a message of LangChain',
      { content: 'Hi', response_metadata: { usage: converse }, usage_metadata: { input_tokens: 1000 } },
    ],
    ['a streamed message of LangChain', { response_metadata: { metadata: { usage: converse } } }],
  ])('of %s', (_name, usage) => {
    expect(cacheUsage(usage)).toEqual(expected);
  });

  it('counts every token of the prompt: a rate over uncached tokens alone would be 6', () => {
    expect(cacheUsage({ inputTokens: 100, cacheReadInputTokens: 600 }).hitRate).toBe(600 / 700);
  });

  it('a model that caches nothing has the rate 0', () => {
    expect(cacheUsage({ inputTokens: 100, outputTokens: 5 })).toEqual({
      hitRate: 0,
      readTokens: 0,
      writeTokens: 0,
      uncachedTokens: 100,
    });
    expect(cacheUsage({ input_tokens: 7, cache_read_input_tokens: null }).hitRate).toBe(0);
  });

  it('reads older versions of the AI SDK', () => {
    expect(cacheUsage({ inputTokens: 100, cachedInputTokens: 300 })).toMatchObject({ hitRate: 0.75, readTokens: 300 });
  });

  it.each([
    undefined,
    null,
    {},
    [],
    'usage',
    { usage: undefined },
    { inputTokens: 0, cacheReadInputTokens: 0 },
    { inputTokens: NaN, cacheReadInputTokens: -5, cacheWriteInputTokens: Infinity },
    { inputTokens: '100' },
  ])('has no rate where there is nothing to divide: %j', (usage) => {
    expect(cacheUsage(usage)).toEqual({ hitRate: null, readTokens: 0, writeTokens: 0, uncachedTokens: 0 });
  });

  it('is a share, always', () => {
    const count = fc.nat({ max: 10_000_000 });
    fc.assert(
      fc.property(count, count, count, (inputTokens, cacheReadInputTokens, cacheWriteInputTokens) => {
        const { hitRate } = cacheUsage({ inputTokens, cacheReadInputTokens, cacheWriteInputTokens });
        const all = inputTokens + cacheReadInputTokens + cacheWriteInputTokens;
        expect(hitRate).toBe(all === 0 ? null : cacheReadInputTokens / all);
      }),
    );
  });
});
