import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as runtime from '../../src/runtime/src/index.js';
import * as metrics from '../../src/runtime/src/metrics.js';

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
