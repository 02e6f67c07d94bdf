import { cacheLimits } from './cache-limits.js';
import type { CacheTtl } from './model-traits.js';
import type { Placement } from './place-points.js';

/** How {@link withPromptCaching} and {@link withCacheControl} place cache points. */
export interface PromptCachingOptions {
  /** Every model that the request may go to; the strictest minimum and TTL count. Default: the request's own model. */
  readonly models?: string | readonly string[] | undefined;
  /** How long to keep what is cached after its last use. `'1h'` becomes `'5m'` where one of the models doesn't offer it. Default: `'5m'`. */
  readonly ttl?: CacheTtl | undefined;
  /** Also put a point on the newest message, so that the next turn of the conversation reads what this one wrote. Default: `false`. */
  readonly history?: boolean | undefined;
  /** Tokens that a prefix must have at least. Default: the models' minimum. */
  readonly minTokens?: number | undefined;
}

/** What the options allow for a request. `taken`: points that stand where none is placed. */
export function placementFor(options: PromptCachingOptions, model: string | undefined, taken = 0): Placement {
  const limits = cacheLimits([options.models ?? model ?? []].flat());
  const minTokens = options.minTokens ?? limits.minTokens;
  return {
    // What is never reached need not be counted up to.
    maxPoints: minTokens < Infinity ? limits.maxPoints - taken : 0,
    minTokens,
    ttl: options.ttl === '1h' && limits.hour ? '1h' : '5m',
    history: options.history === true,
  };
}
