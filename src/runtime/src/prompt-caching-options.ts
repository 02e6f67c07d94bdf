import { baseModelId } from './base-model-id.js';
import { catalogRow } from './catalog-row.js';
import { caching } from './catalog.generated.js';
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

/** Minimum, points and TTLs. Of a model newer than the catalog nothing is known, but all cache. */
const newer = ['0', '4', ''];

/**
 * What the options and the strictest of the models allow; a model that is not known to cache allows no point. `taken`:
 * points that stand where none is placed.
 */
export function placementFor(options: PromptCachingOptions, model = '', taken = 0): Placement {
  const rows = [options.models ?? model].flat().map((id) => catalogRow(caching, baseModelId(id)) ?? newer);
  return {
    minTokens: options.minTokens ?? Math.max(0, ...rows.map(([minimum]) => Number(minimum))),
    maxPoints: Math.min(4, ...rows.map(([, points]) => Number(points) || 0)) - taken,
    ttl: options.ttl === '1h' && rows.every(([, , ttls]) => ttls?.includes('1h')) ? '1h' : '5m',
    history: options.history,
  };
}
