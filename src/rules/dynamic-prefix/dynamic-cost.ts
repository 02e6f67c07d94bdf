import type { ModelCall } from '../../documents/facts.js';
import type { CachePointFact } from '../../documents/prompt.js';
import type { Policy } from '../../policy/policy.js';
import { modelsOfCall } from '../caching/cache-models.js';

/** ` at 1.25 times the price of input`: what the models of a call charge for writing a cache; empty where they differ or that is not known. */
export function writeCost(call: ModelCall, ttl: CachePointFact['ttl'], policy: Policy): string {
  const models = modelsOfCall(call, policy)?.models ?? [];
  const factors = models.map(({ price }) => {
    const paid = price.global ?? price.regional;
    const write = ttl === '1h' ? paid?.cacheWrite1h : paid?.cacheWrite5m;
    return paid == null || write == null || ttl === 'unknown' ? null : Math.round((write / paid.input) * 100) / 100;
  });
  const [factor = null, ...others] = new Set(factors);
  return factor === null || others.length > 0 ? '' : ` at ${String(factor)} times the price of input`;
}
