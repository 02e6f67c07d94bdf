import type { ModelFacts, Ttl } from './model-facts.js';
import type { CachePoint } from './model-request.js';
import type { Prefix } from './prompt-prefixes.js';

/** Blocks before a point in which an earlier point's prefix is still found (AWS: about 20). */
const lookBack = 20;
const lifetime: Readonly<Record<Ttl, number>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

export interface PromptUsage {
  /** Tokens neither read from the cache nor written to it. */
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWrites: readonly { readonly ttl: Ttl; readonly tokens: number }[];
}

/** Prefixes that earlier requests wrote, as the service keeps them: a model's own, whole up to a point, for a time. */
export class PromptCache {
  readonly #entries = new Map<string, { readonly ttl: Ttl; expires: number }>();

  /** What a prompt with these points reads and writes at a moment (milliseconds), and what is left of it. */
  serve(prefixes: readonly Prefix[], marked: readonly CachePoint[], { caching }: ModelFacts, now: number): PromptUsage {
    const total = prefixes.at(-1)?.tokens ?? 0;
    const points = marked.filter(({ after }) => (prefixes[after]?.tokens ?? 0) >= (caching?.minTokens ?? Infinity));
    const hit = Math.max(-1, ...points.map(({ after }) => this.#find(prefixes, after, now)));
    const cacheReadTokens = prefixes[hit]?.tokens ?? 0;
    const cacheWrites: { ttl: Ttl; tokens: number }[] = [];
    let covered = cacheReadTokens;
    for (const { after, ttl } of points) {
      const prefix = prefixes[after];
      if (prefix === undefined) continue;
      if (prefix.tokens > covered) {
        cacheWrites.push({ ttl, tokens: prefix.tokens - covered });
        covered = prefix.tokens;
      }
      this.#entries.set(prefix.hash, { ttl, expires: now + lifetime[ttl] });
    }
    return { inputTokens: total - covered, cacheReadTokens, cacheWrites };
  }

  /** The longest live prefix at a point or shortly before it; using it makes it live on. */
  #find(prefixes: readonly Prefix[], point: number, now: number) {
    for (let at = point; at >= 0 && at > point - lookBack; at--) {
      const entry = this.#entries.get(prefixes[at]?.hash ?? '');
      if (entry === undefined || entry.expires <= now) continue;
      entry.expires = now + lifetime[entry.ttl];
      return at;
    }
    return -1;
  }
}
