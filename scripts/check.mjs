// `npm run check`: everything that must hold before a change goes in, the same locally and in CI.
// Every step runs even when an earlier one failed; `npm run check -- lint types` runs only those named.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTestCounts } from './test-counts.mjs';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-check-'));
const testReport = path.join(scratch, 'tests.json');

/** @type {readonly { name: string, command: readonly string[] }[]} */
const steps = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'generated', command: ['node', 'scripts/generate.mjs', '--check'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint', '--', '--max-warnings', '0'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'knip', command: ['knip'] },
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`],
  },
  { name: 'packages', command: ['node', 'scripts/pack-test.mjs'] },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

spawnSync('node', ['scripts/clean.mjs'], { cwd: root });
const failedSteps = steps.filter(isWanted).filter((step) => !run(step));
const tests = readTestCounts(testReport);
rmSync(scratch, { recursive: true, force: true });

// Failing tests are counted one by one; of a step that fails for another reason, the step counts.
const failed = tests.failed + failedSteps.filter((step) => step.name !== 'tests' || tests.failed === 0).length;
if (failedSteps.length > 0) console.log(`\nfailed: ${failedSteps.map((step) => step.name).join(', ')}`);
console.log(`\n${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function isWanted(step) {
  return wanted.length === 0 || wanted.includes(step.name);
}

function run({ name, command: [program, ...args] }) {
  console.log(`\n> ${name}`);
  const started = performance.now();
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // On Windows the programs are `.cmd` files, which only a shell starts.
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter) },
  });
  if (error) console.error(error.message);
  console.log(`${status === 0 ? 'ok' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}
