import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = join(root, 'dist/cli/bin.js');

/**
 * Builds `dist` before tests that run the real binary, and only when a source is newer.
 * Type errors are the type check's business: what could be compiled is tested.
 */
export default function build(): void {
  if (existsSync(binary) && statSync(binary).mtimeMs >= newestSource()) return;
  const { stdout, status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) process.stderr.write(stdout);
  if (!existsSync(binary)) throw new Error('The build left no dist/cli/bin.js.');
}

function newestSource() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('runtime'),
  );
  return Math.max(...files.map((file) => statSync(join(root, 'src', file)).mtimeMs));
}
