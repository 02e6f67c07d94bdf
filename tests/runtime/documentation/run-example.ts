import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Example } from './examples.js';

/** What became of a claim. */
export interface Outcome {
  readonly claim: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

const root = path.join(import.meta.dirname, '../../..');
const runtime = path.join(root, 'src/runtime/src');
// Below node_modules, so that the samples find the SDK as a user's program does.
const folder = path.join(root, 'node_modules/.cache/bedrock-claude-examples');

const helper = `
export const outcomes = [];
async function claimed(claim, run, expected) {
  const thrown = [];
  const actual = await Promise.resolve().then(run).catch((error) => 'throws ' + (thrown.push(error), error.code));
  // Marks of this package are symbols, which a reader does not see and a clone does not have.
  outcomes.push({ claim, actual: structuredClone(actual), expected });
  if (thrown.length > 0) throw thrown[0];
}
`;

/** Runs a sample as a module of its own and tells what it claims and what is so. */
export async function runExample({ source, claims }: Example, name: string): Promise<readonly Outcome[]> {
  const contents = [...claims].reverse().reduce((text, { start, end, result }) => {
    const expression = source.slice(start, end);
    const throws = result.startsWith('throws ');
    const expected = throws ? JSON.stringify(result) : `(${result})`;
    const call = `await claimed(${JSON.stringify(expression)}, async () => (${expression}), ${expected})`;
    return text.slice(0, start) + (throws ? `${call}.catch(() => undefined)` : call) + text.slice(end);
  }, source);
  const { outputFiles } = await build({
    stdin: { contents: helper + contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: {
      'bedrock-claude-runtime/metrics': path.join(runtime, 'metrics.ts'),
      'bedrock-claude-runtime/streams': path.join(runtime, 'streams.ts'),
      'bedrock-claude-runtime': path.join(runtime, 'index.ts'),
    },
    write: false,
    logLevel: 'silent',
  });
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}-${process.pid}.mjs`);
  writeFileSync(file, outputFiles[0]?.text ?? '');
  try {
    // The helper that was added above exports them.
    const { outcomes } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { outcomes: Outcome[] };
    return outcomes;
  } finally {
    rmSync(file);
  }
}
