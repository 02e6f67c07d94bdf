// Puts texts of 600, 3,000 and 6,000 tokens into calls of every shape, checks them with the built command line and prints how many were found:
// all that stay the same and that their model caches should be, and nothing else.
//   npm run build && node scripts/cache-recall.mjs [--list]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cases, dynamicOrigins, prose, sourceOf, staticOrigins, surfaces } from '../tests/rules/cache-shapes.mjs';

const bin = path.join(import.meta.dirname, '../dist/cli/bin.js');
const folder = mkdtempSync(path.join(tmpdir(), 'cache-recall-'));
try {
  const written = [...writeCases()];
  const reported = check();
  const missed = written.filter(({ file, isExpected }) => isExpected && !reported.has(file));
  const wrong = written.filter(({ file, isExpected }) => !isExpected && reported.has(file));
  for (const surface of Object.keys(surfaces)) console.log(rowOf(surface, written, reported));
  console.log(`\nmissed ${missed.length}, reported wrongly ${wrong.length}, of ${written.length} files`);
  if (process.argv.includes('--list')) for (const { file } of [...missed, ...wrong]) console.log(file);
  process.exitCode = missed.length + wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** One folder a case, with what the case imports beside it. */
function* writeCases() {
  for (const [surface, shape] of Object.entries(surfaces)) {
    for (const [kind, origins] of Object.entries({ static: staticOrigins, dynamic: dynamicOrigins })) {
      for (const [name, origin] of Object.entries(origins)) {
        for (const { tokens, model, isCached } of cases) {
          const { files = {}, ...rest } = origin(prose(tokens));
          const place = `${surface} ${kind} ${name} ${tokens} ${model}`.replaceAll(/[^\w.]+/g, '-');
          mkdirSync(path.join(folder, place));
          for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, place, file), text);
          writeFileSync(path.join(folder, place, 'ask.ts'), sourceOf(shape, rest, model));
          yield { file: `${place}/ask.ts`, surface, kind, isExpected: kind === 'static' && isCached };
        }
      }
    }
  }
}

/** The files that the rule reports. */
function check() {
  const options = ['check', '.', '--rule', 'require-cache-point', '--format', 'json', '--as-of', '2026-11-22'];
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...options], { cwd: folder, maxBuffer: 2 ** 28 });
  if (stdout.length === 0) throw new Error(String(stderr));
  return new Set(JSON.parse(String(stdout)).findings.map(({ file }) => file));
}

function rowOf(surface, written, reported) {
  const own = written.filter((each) => each.surface === surface);
  const expected = own.filter(({ isExpected }) => isExpected);
  const found = expected.filter(({ file }) => reported.has(file)).length;
  const others = own.filter(({ file, isExpected }) => !isExpected && reported.has(file)).length;
  return `${surface.padEnd(42)} found ${found} of ${expected.length}, others reported ${others} of ${own.length - expected.length}`;
}
