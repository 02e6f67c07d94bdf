import { baseModelId } from './base-model-id.js';
import { traitRow } from './model-traits.js';

/** What holds for cache points whichever of several models a request goes to. */
export interface CacheLimits {
  /** Tokens that the prefix up to a point needs: the highest minimum. `Infinity` where one of the models is not known to cache. */
  readonly minTokens: number;
  /** Points in one request. */
  readonly maxPoints: number;
  /** Whether all of them offer the TTL of an hour. */
  readonly hour: boolean;
}

/** The strictest limits of several models. Those that this package does not know get five minutes, and no minimum. */
export function cacheLimits(modelIds: readonly string[]): CacheLimits {
  const rows = modelIds.map((modelId) => traitRow(baseModelId(modelId)));
  const known = rows.filter((row) => row !== undefined);
  return {
    // Words of the row: minimum, points, TTLs; `x` where there is none.
    minTokens: Math.max(0, ...known.map((row) => Number(row[2]) || Infinity)),
    maxPoints: Math.min(4, ...known.map((row) => Number(row[3]) || 0)),
    hour: rows.length > 0 && rows.every((row) => row?.[4]?.includes('1h')),
  };
}
