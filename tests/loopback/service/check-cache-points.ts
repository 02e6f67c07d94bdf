import type { ModelFacts } from './model-facts.js';
import type { CachePoint } from './model-request.js';
import { ModelRefusal } from './service-error.js';

const most = 4;

/** The rules of cache points that hold on every route: how many, in which order, and whether the model has them. */
export function checkCachePoints(points: readonly CachePoint[], { caching }: ModelFacts): void {
  if (points.length === 0) return;
  if (caching === null) {
    throw new ModelRefusal('You invoked an unsupported model or your request did not allow prompt caching.');
  }
  if (points.length > most) {
    throw new ModelRefusal(`A maximum of ${most} blocks with cache_control may be provided. Found ${points.length}.`);
  }
  if (points.some(({ ttl }) => !caching.ttls.includes(ttl))) {
    throw new ModelRefusal("cache_control.ttl: This model does not support a ttl of '1h'.");
  }
  const firstShort = points.findIndex(({ ttl }) => ttl === '5m');
  if (firstShort !== -1 && points.slice(firstShort).some(({ ttl }) => ttl === '1h')) {
    throw new ModelRefusal(
      "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Blocks are processed in the order tools, system, messages.",
    );
  }
}
