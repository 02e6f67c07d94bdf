// `npm run demo`: checks and migrates a copy of the example and shows what changed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const bedrockClaude = [process.execPath, path.join(root, 'dist/cli/bin.js')];
const tsc = [process.execPath, path.join(root, 'node_modules/typescript/bin/tsc')];
const git = ['git', '-c', 'user.name=demo', '-c', 'user.email=demo@example.invalid', '-c', 'commit.gpgsign=false'];
const npm = process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];

if (!existsSync(path.join(root, 'node_modules/typescript'))) need(root, ...npm, 'ci', '--no-audit', '--no-fund');
need(root, ...npm, 'run', '--silent', 'build');

const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-demo-'));
const service = path.join(scratch, 'claude-3-service');
try {
  cpSync(path.join(root, 'examples/claude-3-service'), service, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(service, 'node_modules'), 'junction');
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '-m', 'A service on Claude 3'],
  ]) {
    need(service, ...git, ...args);
  }

  show('bedrock-claude check', ...bedrockClaude, 'check');
  const everything = ['--migration', 'default', '--migration', 'text-completions'];
  show(`bedrock-claude migrate ${everything.join(' ')}`, ...bedrockClaude, 'migrate', ...everything);
  show('git diff', ...git, '--no-pager', 'diff', '--unified=1');
  show('bedrock-claude check', ...bedrockClaude, 'check');
  show('tsc --noEmit', ...tsc, '--noEmit', '-p', '.');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Shows a command and what it says. `check` fails on purpose: it reports errors. */
function show(title, program, ...args) {
  console.log(`\n$ ${title}`);
  const { status, error } = spawnSync(program, args, { cwd: service, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error ?? status > 1) throw new Error(`${title} could not run (exit code ${status})`, { cause: error });
}

function need(cwd, program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} failed`, { cause: error });
}
