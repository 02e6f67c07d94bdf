import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CacheMonitor } from '../../src/runtime/src/metrics.js';
import type { CacheReport } from '../../src/runtime/src/metrics.js';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22);
const model = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';
const other = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const hit = { inputTokens: 10, cacheReadInputTokens: 90 };
const miss = { inputTokens: 10, cacheWriteInputTokens: 90 };

describe('the window', () => {
  it('adds up the calls of each model', () => {
    const monitor = new CacheMonitor();
    monitor.record(model, miss, start);
    monitor.record(model, hit, start + minute);
    monitor.record(other, hit, start + minute);
    expect(monitor.report(model)).toEqual({
      modelId: model,
      calls: 2,
      hitRate: 0.45,
      readTokens: 90,
      writeTokens: 90,
      uncachedTokens: 20,
      lowSince: start,
    });
    expect(monitor.reports().map(({ modelId, hitRate }) => [modelId, hitRate])).toEqual([
      [model, 0.45],
      [other, 0.9],
    ]);
  });

  it('slides with the calls', () => {
    const monitor = new CacheMonitor({ windowMs: 10 * minute });
    monitor.record(model, miss, start);
    monitor.record(model, hit, start + 9 * minute);
    expect(monitor.report(model).calls).toBe(2);
    monitor.record(model, hit, start + 10 * minute);
    expect(monitor.report(model)).toMatchObject({ calls: 2, hitRate: 0.9 });
  });

  it('ends when it is asked for', () => {
    const monitor = new CacheMonitor({ windowMs: 10 * minute });
    monitor.record(model, hit, start);
    expect(monitor.report(model, start + 9 * minute).calls).toBe(1);
    expect(monitor.report(model, start + 10 * minute)).toMatchObject({ calls: 0, hitRate: null });
    expect(monitor.report('never called')).toMatchObject({ calls: 0, hitRate: null, lowSince: undefined });
  });

  it('passes over calls without usage', () => {
    const monitor = new CacheMonitor();
    monitor.record(model, undefined, start);
    monitor.record(model, { inputTokens: 0 }, start);
    expect(monitor.reports()).toEqual([]);
    expect(monitor.flush()).toEqual([]);
  });

  it('takes the time of the clock where none is given', () => {
    const monitor = new CacheMonitor();
    const before = Date.now();
    monitor.record(model, miss);
    const { lowSince = 0 } = monitor.report(model);
    expect(lowSince).toBeGreaterThanOrEqual(before);
    expect(lowSince).toBeLessThanOrEqual(Date.now());
  });
});

describe('a low hit rate', () => {
  function watch(options = {}) {
    const reports: CacheReport[] = [];
    const monitor = new CacheMonitor({
      windowMs: 10 * minute,
      onLowHitRate: (report) => reports.push(report),
      ...options,
    });
    const record = (usage: object, minutes: number) => monitor.record(model, usage, start + minutes * minute);
    return { reports, record };
  }

  it('is told after it has lasted, and once', () => {
    const { reports, record } = watch();
    record(miss, 0);
    record(miss, 4);
    expect(reports).toEqual([]);
    record(miss, 5);
    record(miss, 30);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ modelId: model, calls: 3, hitRate: 0, lowSince: start });
  });

  it('is told again after it had recovered', () => {
    const { reports, record } = watch();
    record(miss, 0);
    record(miss, 5);
    record(hit, 30);
    record(miss, 60);
    expect(reports).toHaveLength(1);
    record(miss, 65);
    expect(reports).toHaveLength(2);
  });

  it('begins anew when it recovered in between', () => {
    const { reports, record } = watch();
    record(miss, 0);
    record(hit, 12);
    record(miss, 24);
    record(miss, 28);
    expect(reports).toEqual([]);
    record(miss, 29);
    expect(reports).toHaveLength(1);
  });

  it('has the threshold and the patience that were asked for', () => {
    const { reports, record } = watch({ threshold: 0.95, patienceMs: 0 });
    record(hit, 0);
    expect(reports).toHaveLength(1);
    const strict = watch({ threshold: 0, patienceMs: 0 });
    strict.record(miss, 0);
    expect(strict.reports).toEqual([]);
  });

  it('an error of the callback reaches the caller, and what was recorded stays', () => {
    const monitor = new CacheMonitor({
      patienceMs: 0,
      onLowHitRate: () => {
        throw new Error('pager');
      },
    });
    expect(() => monitor.record(model, miss, start)).toThrow('pager');
    expect(monitor.report(model).calls).toBe(1);
  });
});

describe('flush', () => {
  it('gives the metrics of each model since the last one', () => {
    const monitor = new CacheMonitor();
    monitor.record(model, miss, start);
    monitor.record(model, hit, start + minute);
    const [line = ''] = monitor.flush({ namespace: 'Tutor' });
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      _aws: {
        Timestamp: start + minute,
        CloudWatchMetrics: [
          {
            Namespace: 'Tutor',
            Dimensions: [['ModelId']],
            Metrics: [
              { Name: 'CacheReadInputTokens', Unit: 'Count' },
              { Name: 'CacheWriteInputTokens', Unit: 'Count' },
              { Name: 'UncachedInputTokens', Unit: 'Count' },
              { Name: 'Calls', Unit: 'Count' },
              { Name: 'CacheHitRate', Unit: 'None' },
            ],
          },
        ],
      },
      ModelId: model,
      CacheReadInputTokens: 90,
      CacheWriteInputTokens: 90,
      UncachedInputTokens: 20,
      Calls: 2,
      CacheHitRate: 0.45,
    });
    expect(monitor.flush()).toEqual([]);
    monitor.record(other, hit, start);
    expect(monitor.flush({ at: 7 }).map((text): unknown => JSON.parse(text))).toMatchObject([
      { _aws: { Timestamp: 7, CloudWatchMetrics: [{ Namespace: 'BedrockClaude' }] }, ModelId: other, Calls: 1 },
    ]);
  });
});

describe('what cannot be meant', () => {
  it.each([{ threshold: 70 }, { threshold: -0.1 }, { windowMs: 0 }, { windowMs: NaN }, { patienceMs: -1 }])(
    '%j is refused by name',
    (options) => {
      expect(() => new CacheMonitor(options)).toThrow(Object.keys(options)[0]);
    },
  );

  it('a time that is none is refused', () => {
    expect(() => new CacheMonitor().record(model, hit, NaN)).toThrow(RangeError);
  });
});

function readTokensIn(line: string) {
  const metrics: unknown = JSON.parse(line);
  return Number(Object(metrics) === metrics ? Reflect.get(Object(metrics), 'CacheReadInputTokens') : NaN);
}

describe('for every sequence of calls', () => {
  const calls = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 40 }),
      uncached: fc.nat({ max: 1000 }),
      read: fc.nat({ max: 1000 }),
      written: fc.nat({ max: 1000 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it('the window holds what came in it, in whatever order it came', () => {
    fc.assert(
      fc.property(calls, (sequence) => {
        const monitor = new CacheMonitor({ windowMs: 15 * minute });
        for (const { minutes, uncached, read, written } of sequence) {
          const usage = { inputTokens: uncached, cacheReadInputTokens: read, cacheWriteInputTokens: written };
          monitor.record(model, usage, start + minutes * minute);
        }
        const counted = sequence.filter(({ uncached, read, written }) => uncached + read + written > 0);
        const latest = Math.max(...counted.map(({ minutes }) => minutes));
        const recent = counted.filter(({ minutes }) => minutes > latest - 15);
        const sum = (key: 'uncached' | 'read' | 'written') => recent.reduce((total, call) => total + call[key], 0);
        const all = sum('uncached') + sum('read') + sum('written');
        expect(monitor.report(model)).toMatchObject({
          calls: recent.length,
          readTokens: sum('read'),
          writeTokens: sum('written'),
          uncachedTokens: sum('uncached'),
          hitRate: all === 0 ? null : sum('read') / all,
        });
      }),
    );
  });

  it('flushes add up to everything that was recorded', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 10 }), (sequence, every) => {
        const monitor = new CacheMonitor();
        const lines: string[] = [];
        sequence.forEach(({ minutes, uncached, read }, at) => {
          monitor.record(model, { inputTokens: uncached, cacheReadInputTokens: read }, start + minutes * minute);
          if (at % every === 0) lines.push(...monitor.flush());
        });
        lines.push(...monitor.flush());
        const flushed = lines.reduce((total, line) => total + readTokensIn(line), 0);
        expect(flushed).toBe(sequence.reduce((total, { read }) => total + read, 0));
      }),
    );
  });
});
