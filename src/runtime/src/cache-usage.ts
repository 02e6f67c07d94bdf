import { dig } from './dig.js';

/** What a call, or several, read from the prompt cache. Tokens of the prompt; those of the answer are never cached. */
export interface CacheUsage {
  /** Share of the prompt that was read from the cache, 0 to 1; `null` where there was no prompt, or no usage. */
  readonly hitRate: number | null;
  /** Tokens read from the cache. */
  readonly readTokens: number;
  /** Tokens written to the cache, at more than the usual price. */
  readonly writeTokens: number;
  /** Tokens neither read from the cache nor written to it. */
  readonly uncachedTokens: number;
}

/**
 * What the `usage` of an answer says about the prompt cache. Takes the `usage` of Converse, of the Messages API and of the
 * AI SDK, which before version 6 does not tell what was written, or the response that has it, a message of LangChain
 * included. Anything else has no tokens and the rate `null`, and so has an answer without usage.
 *
 * The rate is `read / (uncached + read + written)`. Bedrock's `inputTokens` and `input_tokens` leave out what was read or
 * written, so dividing by them alone can give more than 1.
 *
 * @example
 * ```ts
 * cacheUsage({ inputTokens: 100, cacheReadInputTokens: 800, cacheWriteInputTokens: 100 }).hitRate; // 0.8
 * cacheUsage({ input_tokens: 50, cache_creation_input_tokens: 150 }).hitRate; // 0
 * cacheUsage(undefined).hitRate; // null
 * ```
 */
export function cacheUsage(usage: unknown): CacheUsage {
  const source =
    dig(usage, 'response_metadata', 'usage') ??
    dig(usage, 'response_metadata', 'metadata', 'usage') ??
    dig(usage, 'usage') ??
    usage;
  const counts = dig(source, 'inputTokenDetails') ?? source;
  return toCacheUsage({
    readTokens: tokens(counts, 'cacheReadInputTokens cache_read_input_tokens cacheReadTokens cachedInputTokens'),
    writeTokens: tokens(counts, 'cacheWriteInputTokens cache_creation_input_tokens cacheWriteTokens'),
    uncachedTokens: tokens(counts, 'inputTokens input_tokens noCacheTokens'),
  });
}

/** Adds the rate to counts of tokens. */
export function toCacheUsage(counts: Omit<CacheUsage, 'hitRate'>): CacheUsage {
  const { readTokens, writeTokens, uncachedTokens } = counts;
  const all = readTokens + writeTokens + uncachedTokens;
  return { hitRate: all > 0 ? readTokens / all : null, readTokens, writeTokens, uncachedTokens };
}

/** The first of several fields that holds a count. */
function tokens(counts: unknown, names: string) {
  const values = names.split(' ').map((name) => dig(counts, name));
  return values.find((value): value is number => typeof value === 'number' && value > 0 && value < Infinity) ?? 0;
}
