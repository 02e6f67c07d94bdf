import { cachePoint } from './cache-point.js';
import type { CachePoint } from './cache-point.js';
import { isPerCall } from './per-call.js';

/**
 * A system prompt for Converse, cached up to the first part that `perCall` marks, or whole. A part that is no text, such
 * as `cachePoint('1h')`, is taken as it is; with a cache point of yours among them none is added. Empty parts are left out,
 * since Bedrock refuses them.
 *
 * A prefix below the model's minimum (512 to 4,096 tokens) is not cached, and nothing says so: `withPromptCaching` counts.
 *
 * @example
 * ```ts
 * cacheSystem('You are a patient tutor.', perCall('Today is Monday.'));
 * // [{ text: 'You are a patient tutor.' }, { cachePoint: { type: 'default' } }, { text: 'Today is Monday.' }]
 * ```
 */
export function cacheSystem<Parts extends readonly (string | object | false | null | undefined)[]>(
  ...parts: Parts
): (Extract<Parts[number], object> | CachePoint | { text: string })[];
export function cacheSystem(...parts: readonly (string | object | false | null | undefined)[]): object[] {
  const blocks = parts.flatMap((part) => (part ? [typeof part === 'string' ? { text: part } : part] : []));
  const marked = blocks.findIndex(isPerCall);
  const end = marked < 0 ? blocks.length : marked;
  if (!end || blocks.some((block) => 'cachePoint' in block)) return blocks;
  return blocks.toSpliced(end, 0, cachePoint());
}
