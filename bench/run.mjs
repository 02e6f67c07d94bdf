// `npm run bench [-- --runs 7 --files 5000 --hits 50]`: times `bedrock-claude check` beside three ways to search code,
// in one run, each in turn, so that a busy machine slows all of them alike.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';

/** Goals: `check` takes at most this share of ast-grep's time, and this much memory. */
const goal = { ratioToAstGrep: 0.4, peakMb: 150 };
const idsPerHit = 2;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    files: { type: 'string', default: '5000' },
    hits: { type: 'string', default: '50' },
  },
});
const [runs, count, hits] = [values.runs, values.files, values.hits].map(Number);

const root = path.join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const check = 'bedrock-claude check';
const astGrep = 'ast-grep scan';
const contenders = {
  [check]: [process.execPath, path.join(root, 'dist/cli/bin.js'), 'check', '--format', 'json'],
  'git grep -l': ['git', 'grep', '-lIF', 'anthropic.claude-3'],
  [astGrep]: [astGrepBinary(), 'scan', '-r', path.join(import.meta.dirname, 'ast-grep-rule.yml'), '--json=stream'],
  'jscodeshift, early return': [
    process.execPath,
    require.resolve('jscodeshift/bin/jscodeshift.js'),
    ...['-t', path.join(import.meta.dirname, 'jscodeshift-transform.mjs')],
    ...['--no-babel', '--parser=tsx', '--extensions=ts', '--dry', '--silent', 'src'],
  ],
};

const corpus = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-bench-'));
try {
  const { bytes, lines } = writeCorpus(corpus, { count, hits });
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
  ])
    spawnSync('git', args, { cwd: corpus, stdio: 'inherit' });
  console.log(
    `${count} files, ${lines} lines, ${(bytes / 1e6).toFixed(1)} MB, ${hits} with hits; ${runs} runs each, in turn`,
  );
  const results = await race();
  print(results);
  judge(results);
} finally {
  rmSync(corpus, { recursive: true, force: true });
}

async function race() {
  const results = {};
  // The first run warms the page cache and is the one whose memory is watched: watching would slow the timed ones.
  for (const [name, command] of Object.entries(contenders)) {
    const { peakKb, stdout, status } = await measure(command, corpus, { watchMemory: true });
    if (name === check) confirmFindings(stdout, status);
    results[name] = { peakMb: peakKb === null ? null : peakKb / 1024, times: [] };
  }
  for (let run = 0; run < runs; run += 1) {
    for (const [name, command] of Object.entries(contenders)) {
      const { ms } = await measure(command, corpus, { watchMemory: false });
      results[name].times.push(ms);
    }
  }
  return results;
}

/** A fast answer that is wrong is worth nothing. */
function confirmFindings(stdout, status) {
  const { findings, files } = status === 1 ? JSON.parse(stdout) : { findings: [], files: 0 };
  if (findings.length < hits * idsPerHit) {
    throw new Error(
      `check found ${findings.length} of ${hits * idsPerHit} IDs in ${files} files (exit code ${status})`,
    );
  }
}

function print(results) {
  const columns = ['', 'min', 'median', 'max', 'peak memory'];
  const rows = Object.entries(results).map(([name, { times, peakMb }]) => [
    name,
    ...[Math.min(...times), median(times), Math.max(...times)].map((ms) => `${(ms / 1000).toFixed(3)} s`),
    peakMb === null ? 'unknown' : `${peakMb.toFixed(0)} MB`,
  ]);
  const widths = columns.map((_, column) => Math.max(...[columns, ...rows].map((row) => row[column].length)));
  for (const row of [columns, ...rows]) {
    const [name, ...figures] = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log([name, ...figures].join('  '));
  }
}

function judge(results) {
  const ratio = median(results[check].times) / median(results[astGrep].times);
  const { peakMb } = results[check];
  const met = ratio <= goal.ratioToAstGrep && (peakMb === null || peakMb <= goal.peakMb);
  console.log(`check / ast-grep: ${ratio.toFixed(2)} (goal: at most ${goal.ratioToAstGrep})`);
  console.log(`peak memory: ${peakMb?.toFixed(0) ?? 'unknown'} MB (goal: at most ${goal.peakMb} MB)`);
  console.log(met ? 'goals met' : 'goals MISSED');
  process.exitCode = met ? 0 : 1;
}

function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The native program itself: npm's launcher would add Node's own start-up to ast-grep's time. */
function astGrepBinary() {
  const folder = path.dirname(require.resolve('@ast-grep/cli/package.json'));
  const binary = path.join(folder, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run \`npm rebuild @ast-grep/cli\``);
  return binary;
}
