import { createHash } from 'node:crypto';
import { countMedia, countTokens } from './count-tokens.js';
import type { ModelFacts, Ttl } from './model-facts.js';
import type { ModelRequest } from './model-request.js';

/** Blocks before a point in which an earlier point's prefix is still found (AWS: about 20). */
const lookBack = 20;
const lifetime: Readonly<Record<Ttl, number>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

export interface PromptUsage {
  /** Tokens neither read from the cache nor written to it. */
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWrites: readonly { readonly ttl: Ttl; readonly tokens: number }[];
}

interface Prefix {
  readonly hash: string;
  readonly tokens: number;
}

/** Prefixes that earlier requests wrote, as the service keeps them: a model's own, whole up to a point, for a time. */
export class PromptCache {
  readonly #entries = new Map<string, { readonly ttl: Ttl; expires: number }>();

  /** What a request reads and writes at a moment (milliseconds), and what it costs. */
  serve(request: ModelRequest, model: ModelFacts, now: number): PromptUsage {
    const prefixes = prefixesOf(request, model);
    const total = prefixes.at(-1)?.tokens ?? 0;
    const points = request.points.filter(
      ({ after }) => (prefixes[after]?.tokens ?? 0) >= (model.caching?.minTokens ?? Infinity),
    );
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

/** Tokens of the whole prompt. */
export function promptTokens(request: ModelRequest, model: ModelFacts): number {
  return prefixesOf(request, model).at(-1)?.tokens ?? 0;
}

function prefixesOf({ blocks, thinking }: ModelRequest, { id, tokensPerToken }: ModelFacts): readonly Prefix[] {
  let hash = id;
  let tokens = 0;
  return blocks.map(({ section, role, canonical, text }) => {
    // Another form of thinking leaves tools and system cached, and the messages not (AWS: adaptive thinking).
    const mode = section === 'messages' ? JSON.stringify(thinking?.['type'] ?? null) : '';
    hash = createHash('sha256').update(`${hash}\0${section}\0${role}\0${mode}\0${canonical}`).digest('hex');
    tokens += text === null ? countMedia(tokensPerToken) : countTokens(text, tokensPerToken);
    return { hash, tokens };
  });
}
