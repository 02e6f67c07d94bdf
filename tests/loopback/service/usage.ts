import type { PromptUsage } from './prompt-cache.js';

/** What an exchange used, before either surface words it. */
export interface Usage extends PromptUsage {
  readonly outputTokens: number;
}

export function writtenTokens({ cacheWrites }: PromptUsage): number {
  return cacheWrites.reduce((sum, { tokens }) => sum + tokens, 0);
}

/** The fields of Converse: `inputTokens` leaves out what the cache read or wrote, the total does not. */
export function converseUsage(usage: Usage): object {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWrites } = usage;
  const written = writtenTokens(usage);
  return {
    inputTokens,
    outputTokens,
    totalTokens: inputTokens + cacheReadTokens + written + outputTokens,
    cacheReadInputTokens: cacheReadTokens,
    cacheWriteInputTokens: written,
    cacheDetails: cacheWrites.map(({ ttl, tokens }) => ({ ttl, inputTokens: tokens })),
  };
}

export function messagesUsage(usage: Usage): object {
  const by = (wanted: string) =>
    usage.cacheWrites.reduce((sum, { ttl, tokens }) => (ttl === wanted ? sum + tokens : sum), 0);
  return {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
    cache_creation_input_tokens: writtenTokens(usage),
    cache_creation: { ephemeral_5m_input_tokens: by('5m'), ephemeral_1h_input_tokens: by('1h') },
  };
}
