import { baseModelId } from './base-model-id.js';
import { catalogRow } from './catalog-row.js';
import { caching } from './catalog.generated.js';
import type { CacheTtl } from './model-traits.js';

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

/** Of a model newer than the catalog nothing is known, but all cache. */
const newer = '040';

/** What the strictest of several models allows; one that is not known to cache allows no point. */
export function strictestOf(
  models: readonly string[],
): readonly [minTokens: number, maxPoints: number, isHourOffered: boolean] {
  const rows = models.map((id) => catalogRow(caching, baseModelId(id)) ?? newer);
  return [
    Math.max(...rows.map(([minimum]) => Number(minimum) * 512)),
    Math.min(4, ...rows.map(([, points]) => Number(points))),
    rows.every(([, , ttls]) => ttls === '3'),
  ];
}
