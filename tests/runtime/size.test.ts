import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as runtime from '../../src/runtime/src/index.js';
import * as metrics from '../../src/runtime/src/metrics.js';
import * as streams from '../../src/runtime/src/streams.js';

/** Bytes after Brotli that a bundle of these exports may cost a user. */
const budgets: Readonly<Record<string, number>> = {
  // Helpers without the catalog.
  assertComplete: 1000,
  cachePoint: 1000,
  cacheSystem: 1000,
  cacheUsage: 1000,
  DeadlineError: 1000,
  englishSignals: 1000,
  IncompleteResponseError: 1000,
  InferenceProfileError: 1000,
  matchStop: 1000,
  perCall: 1000,
  stopOutcome: 1000,
  textOf: 1000,
  ThinkingError: 1000,
  trimToolInput: 1000,
  // Helpers with data: the catalog, or models and signal words.
  inferenceProfile: 1210,
  modelTraits: 1020,
  selectModel: 1270,
  supports: 1145,
  withCacheControl: 1335,
  withPromptCaching: 1380,
  withThinking: 1355,
  // What is made of several of them.
  CacheMonitor: 1225,
  collectStream: 2000,
  createRouter: 1855,
  converse: 3540,
  converseStream: 3900,
};
/** All of it: half of the minified text is data, messages, and names that are not ours to shorten, of fields and stop reasons. */
const mainEntry = 7000;
const allEntries = 8860;

const names = {
  './index.js': Object.keys(runtime),
  './metrics.js': Object.keys(metrics),
  './streams.js': Object.keys(streams),
};
const exported = Object.entries(names).flatMap(([module, list]) => list.map((name) => [name, module] as const));

describe('a bundle of', () => {
  it.each(exported)('%s stays within its budget', async (name, module) => {
    expect(await bundledSize(`export { ${name} } from '${module}';`)).toBeLessThanOrEqual(budgets[name] ?? 0);
  });

  it('everything stays within its budget', async () => {
    expect(await bundledSize(`export * from './index.js';`)).toBeLessThanOrEqual(mainEntry);
    const all = Object.keys(names).map((module) => `export * from '${module}';`);
    expect(await bundledSize(all.join('\n'))).toBeLessThanOrEqual(allEntries);
  });

  it('nothing holds nothing', async () => {
    const all = Object.keys(names).map((module) => `import '${module}';`);
    expect(await bundledSize(all.join('\n'))).toBeLessThanOrEqual(10);
  });
});

/** As browsers and edge runtimes load it. */
async function bundledSize(code: string) {
  const resolveDir = fileURLToPath(new URL('../../src/runtime/src', import.meta.url));
  const stdin = { contents: code, resolveDir, loader: 'ts' } as const;
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}
