import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Bytes that a bundle of one import costs a user, as browsers and edge runtimes load it. */
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

// The budget of a helper that brings the catalog along.
it('inferenceProfile stays within 1.6 kB', async () => {
  expect(await bundledSize(`export { inferenceProfile } from './index.js';`)).toBeLessThanOrEqual(1600);
});

it('nothing is loaded that is not imported', async () => {
  expect(await bundledSize(`import './index.js';`)).toBeLessThanOrEqual(10);
});
