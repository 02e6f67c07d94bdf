import type { CacheTtl } from './model-traits.js';

/** A cache point as Converse takes it: an element after what is to be cached, in `system`, `messages[].content` or `toolConfig.tools`. */
export interface CachePoint {
  cachePoint: { type: 'default'; ttl?: CacheTtl };
}

/**
 * A cache point for Converse. Everything before it, tools and system prompt included, is cached for `ttl` after its last
 * use: five minutes unless `'1h'` is asked for, which Claude 4.5 and later offer and which costs more to write.
 *
 * @example
 * ```ts
 * cachePoint(); // { cachePoint: { type: 'default' } }
 * cachePoint('1h'); // { cachePoint: { type: 'default', ttl: '1h' } }
 * ```
 */
export function cachePoint(ttl?: CacheTtl): CachePoint {
  return { cachePoint: { type: 'default', ...(ttl && { ttl }) } };
}
