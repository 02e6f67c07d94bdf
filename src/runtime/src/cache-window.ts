import { toCacheUsage } from './cache-usage.js';
import type { CacheUsage } from './cache-usage.js';

/** Calls, and the tokens of their prompts. */
export interface CacheTotals extends CacheUsage {
  readonly calls: number;
}

/** Slices that a window is counted in: it slides by one of them at a time. */
const sliceCount = 60;

/** All of them together. */
export function totalOf(...all: readonly (CacheTotals | undefined)[]): CacheTotals {
  const sum = (name: 'readTokens' | 'writeTokens' | 'uncachedTokens' | 'calls') =>
    all.reduce((total, totals) => total + (totals?.[name] ?? 0), 0);
  const counts = {
    readTokens: sum('readTokens'),
    writeTokens: sum('writeTokens'),
    uncachedTokens: sum('uncachedTokens'),
  };
  return { ...toCacheUsage(counts), calls: sum('calls') };
}

/** Totals of the recent past. */
export class CacheWindow {
  readonly #slices = new Map<number, CacheTotals>();
  readonly #sliceMs: number;

  constructor(windowMs: number) {
    this.#sliceMs = windowMs / sliceCount;
  }

  /** Adds to the slice of a time, and forgets what lies before the window that ends at `latest`. */
  add(totals: CacheTotals, at: number, latest: number): void {
    const slice = Math.floor(at / this.#sliceMs);
    this.#slices.set(slice, totalOf(totals, this.#slices.get(slice)));
    const last = Math.floor(latest / this.#sliceMs);
    for (const old of this.#slices.keys()) if (old <= last - sliceCount) this.#slices.delete(old);
  }

  /** What came in the window that ends at a time. */
  totals(at: number): CacheTotals {
    const last = Math.floor(at / this.#sliceMs);
    const recent = [...this.#slices].filter(([slice]) => slice <= last && slice > last - sliceCount);
    return totalOf(...recent.map(([, totals]) => totals));
  }
}
