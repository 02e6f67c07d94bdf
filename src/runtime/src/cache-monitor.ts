import { cacheUsage } from './cache-usage.js';
import type { CacheUsage } from './cache-usage.js';
import { CacheWindow, totalOf } from './cache-window.js';
import type { CacheTotals } from './cache-window.js';
import { embeddedMetric } from './embedded-metric.js';

/** How a {@link CacheMonitor} watches. Durations are in milliseconds. */
export interface CacheMonitorOptions {
  /** How far back the hit rate looks. It slides in 60 steps, so memory does not grow with traffic. Default: 15 minutes. */
  readonly windowMs?: number | undefined;
  /** A hit rate below this is low. Default: 0.7, a convention: neither AWS nor Anthropic names a target. */
  readonly threshold?: number | undefined;
  /** How long the rate must stay low before `onLowHitRate` is called. Default: 5 minutes. */
  readonly patienceMs?: number | undefined;
  /**
   * Called when a model's hit rate has stayed low for long enough, and again only after it had recovered. An error it
   * throws reaches the caller of `record`.
   */
  readonly onLowHitRate?: ((report: CacheReport) => void) | undefined;
}

/** What the window holds of one model. */
export interface CacheReport extends CacheUsage {
  readonly modelId: string;
  /** Calls that had a prompt. */
  readonly calls: number;
  /** Since when the hit rate is low, in milliseconds since 1970; `undefined` while it is not. */
  readonly lowSince: number | undefined;
}

/** Where {@link CacheMonitor.flush} puts its metrics. */
export interface FlushOptions {
  /** Time of the metrics, in milliseconds since 1970. Default: that of the model's latest call. */
  readonly at?: number | undefined;
  /** Default: `BedrockClaude`. */
  readonly namespace?: string | undefined;
}

interface Watch {
  readonly window: CacheWindow;
  latest: number;
  lowSince: number | undefined;
  warned: boolean;
  unflushed: CacheTotals | undefined;
}

const minute = 60_000;

/**
 * Watches how much of the prompts comes from the cache, model by model. Time is that of the calls: it starts no timer and
 * reads the clock only where `record` is not told when the call was.
 *
 * Record only calls that are meant to be cached, or prompts below the model's minimum lower the rate.
 *
 * @example
 * ```ts
 * const monitor = new CacheMonitor({ onLowHitRate: ({ modelId, hitRate }) => console.warn(modelId, hitRate) });
 * const modelId = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
 * monitor.record(modelId, { inputTokens: 100, cacheReadInputTokens: 900 });
 * monitor.report(modelId).hitRate; // 0.9
 * for (const line of monitor.flush()) console.log(line); // metrics of CloudWatch, where standard output goes there
 * ```
 */
export class CacheMonitor {
  readonly #windowMs: number;
  readonly #threshold: number;
  readonly #patienceMs: number;
  readonly #onLowHitRate: CacheMonitorOptions['onLowHitRate'];
  readonly #watches = new Map<string, Watch>();

  /** @throws `RangeError` for a duration or a threshold that can't be meant. */
  constructor({ windowMs, threshold, patienceMs, onLowHitRate }: CacheMonitorOptions = {}) {
    this.#windowMs = inRange('windowMs', windowMs ?? 15 * minute, 1, Number.MAX_SAFE_INTEGER);
    this.#threshold = inRange('threshold', threshold ?? 0.7, 0, 1);
    this.#patienceMs = inRange('patienceMs', patienceMs ?? 5 * minute, 0, Number.MAX_SAFE_INTEGER);
    this.#onLowHitRate = onLowHitRate;
  }

  /**
   * Takes in a call: the model it went to, its usage or its response, and when it was, in milliseconds since 1970. Without
   * a time it was now. A call without usage or without a prompt is passed over.
   *
   * @throws `RangeError` for a time that is none.
   */
  record(modelId: string, usage: unknown, at: number = Date.now()): void {
    const call = { ...cacheUsage(usage), calls: 1 };
    inRange('at', at, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    if (call.hitRate === null) return;
    const watch = this.#watches.get(modelId) ?? createWatch(this.#windowMs, at);
    this.#watches.set(modelId, watch);
    watch.latest = Math.max(watch.latest, at);
    watch.window.add(call, at, watch.latest);
    watch.unflushed = totalOf(watch.unflushed, call);
    this.#judge(modelId, watch);
  }

  /** What the window holds of a model; it ends at `at`, which is the model's latest call where not given. */
  report(modelId: string, at?: number): CacheReport {
    const watch = this.#watches.get(modelId);
    const totals = watch?.window.totals(at ?? watch.latest) ?? totalOf();
    return { modelId, ...totals, lowSince: watch?.lowSince };
  }

  /** What the window holds of every model that was called. */
  reports(at?: number): readonly CacheReport[] {
    return [...this.#watches.keys()].map((modelId) => this.report(modelId, at));
  }

  /**
   * What came since the last flush, in CloudWatch's embedded metric format: a line for each model, with the dimension
   * `ModelId` and the metrics `CacheReadInputTokens`, `CacheWriteInputTokens`, `UncachedInputTokens`, `Calls` and
   * `CacheHitRate`. For the rate over a longer time, divide sums: an average of rates is not weighted by tokens.
   */
  flush({ at, namespace = 'BedrockClaude' }: FlushOptions = {}): readonly string[] {
    return [...this.#watches].flatMap(([modelId, watch]) => {
      const { unflushed, latest } = watch;
      watch.unflushed = undefined;
      return unflushed ? [embeddedMetric(namespace, at ?? latest, modelId, unflushed)] : [];
    });
  }

  #judge(modelId: string, watch: Watch): void {
    const { hitRate } = watch.window.totals(watch.latest);
    if (hitRate === null || hitRate >= this.#threshold) {
      watch.lowSince = undefined;
      watch.warned = false;
      return;
    }
    watch.lowSince ??= watch.latest;
    if (watch.warned || watch.latest - watch.lowSince < this.#patienceMs) return;
    watch.warned = true;
    this.#onLowHitRate?.(this.report(modelId));
  }
}

function createWatch(windowMs: number, latest: number): Watch {
  return { window: new CacheWindow(windowMs), latest, lowSince: undefined, warned: false, unflushed: undefined };
}

function inRange(name: string, value: number, least: number, most: number) {
  if (value >= least && value <= most) return value;
  throw new RangeError(`${name} must be from ${least} to ${most}; received ${value}.`);
}
