// `node bench/runtime-load.mjs [--calls 50000 --concurrency 200 --throttled 0.2]`: `converse` under load on the loopback interface. Fails
// where a call is lost or the heap grows. Then the same calls without throttling, in turns with the bare client, to say what a call costs.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '50000' },
    concurrency: { type: 'string', default: '200' },
    throttled: { type: 'string', default: '0.2' },
  },
});
const [calls, concurrency] = [Number(values.calls), Number(values.concurrency)];
/** The last three of ten looks at the heap may be this many MB above the second to fourth; at the first, not all calls are under way. */
const growth = 10;

const root = path.join(import.meta.dirname, '..');
// Below node_modules, so that the bundles find the SDK.
const folder = path.join(root, `node_modules/.cache/bedrock-claude-load-${process.pid}`);
if (typeof globalThis.gc !== 'function') {
  const { status } = spawnSync(process.execPath, ['--expose-gc', ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

mkdirSync(folder, { recursive: true });
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['run-load', 'throttling-bedrock'].map((name) => `tests/runtime/load/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  // The service reads its models from beside itself.
  cpSync(path.join(root, 'tests/loopback/service/models.json'), path.join(folder, 'models.json'));
  const { runLoad } = await import(pathToFileURL(path.join(folder, 'run-load.mjs')).href);
  await withBedrock(values.throttled, async (url) =>
    judge(await runLoad({ url, calls, concurrency, mode: 'converse' })),
  );
  await withBedrock('0', (url) => compare(runLoad, url));
} finally {
  rmSync(folder, { recursive: true });
}

function judge({ answered, failed, exhausted, milliseconds, heap }) {
  const grown = mean(heap.slice(-3)) - mean(heap.slice(1, 4));
  console.log(`${calls} calls, ${concurrency} at a time, ${values.throttled} of the requests throttled`);
  console.log(`answered: ${answered}, failed: ${JSON.stringify(failed)}, fallbacks: ${exhausted}`);
  console.log(`time: ${(milliseconds / 1000).toFixed(1)} s`);
  console.log(`heap: ${heap.map((mb) => mb.toFixed(1)).join(' ')} MB`);
  if (answered !== calls || grown > growth) {
    console.log(answered === calls ? `the heap grew by ${grown.toFixed(1)} MB` : 'calls were LOST');
    process.exitCode = 1;
  }
}

/** Processor time, and in turns, so that a busy machine changes little and both alike. */
async function compare(runLoad, url) {
  const times = { bare: [], converse: [] };
  const batch = Math.min(400, calls);
  for (let round = 0; round < 9; round += 1) {
    for (const mode of Object.keys(times)) {
      const before = process.cpuUsage();
      await runLoad({ url, calls: batch, concurrency: Math.min(concurrency, 20), mode });
      // The first round warms up.
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times[mode].push((user + system) / batch);
    }
  }
  const differences = times.converse.map((time, at) => time - times.bare[at]);
  console.log(
    `processor time of a call, bare client: ${median(times.bare).toFixed(0)} µs; converse: ${median(times.converse).toFixed(0)} µs`,
  );
  console.log(
    `difference: ${median(differences).toFixed(0)} µs (${Math.min(...differences).toFixed(0)} to ${Math.max(...differences).toFixed(0)})`,
  );
}

async function withBedrock(share, use) {
  const server = spawn(process.execPath, [path.join(folder, 'throttling-bedrock.mjs'), share], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise((resolve, reject) => {
      server.stdout.once('data', (line) => resolve(String(line).trim()));
      server.once('exit', () => reject(new Error('The Bedrock on the loopback interface did not start.')));
    });
    await use(url);
  } finally {
    server.stdin.end();
    server.kill();
  }
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
