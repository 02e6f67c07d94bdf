import { isRecord } from './json.js';
import type { Json } from './json.js';
import type { Ttl } from './model-facts.js';
import type { CachePoint, PromptBlock } from './model-request.js';
import { ModelRefusal } from './service-error.js';

/** Collects blocks and points in the order of the cache. */
export class PromptBuilder {
  readonly blocks: PromptBlock[] = [];
  readonly points: CachePoint[] = [];

  /** `block` goes into the prefix as written, `text` is what counts of it. */
  add(section: PromptBlock['section'], role: string, block: Json, text: string | null): void {
    const { cache_control: _mark, ...rest } = block;
    this.blocks.push({ section, role, canonical: JSON.stringify(rest), text });
  }

  addPoint(ttl: Ttl): void {
    this.points.push({ after: this.blocks.length - 1, ttl });
  }
}

/** Reads `{ type, ttl? }` of a cache mark; anything else in it is an error. */
export function readMark(mark: unknown, type: 'default' | 'ephemeral', path: string): Ttl {
  if (!isRecord(mark)) throw new ModelRefusal(`${path}: Input should be a valid object`);
  const extra = Object.keys(mark).find((key) => key !== 'type' && key !== 'ttl');
  if (extra !== undefined) throw new ModelRefusal(`${path}.${extra}: Extra inputs are not permitted`);
  if (mark['type'] !== type) throw new ModelRefusal(`${path}.type: Input should be '${type}'`);
  const ttl = mark['ttl'] ?? '5m';
  if (ttl !== '5m' && ttl !== '1h') throw new ModelRefusal(`${path}.ttl: Input should be '5m' or '1h'`);
  return ttl;
}
