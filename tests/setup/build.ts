import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = join(root, 'dist/cli/bin.js');

/**
 * Builds `dist` before tests that run the real binary, and only when a source is newer.
 * Sources that do not compile leave the last build in place: one unfinished file must not stop every other test.
 */
export default function build(): void {
  if (existsSync(binary) && statSync(binary).mtimeMs >= newestSource()) return;
  const { stdout, status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  if (!existsSync(binary))
    throw new Error(`The sources do not compile, and there is no earlier build to test.\n${stdout}`);
  process.stderr.write(`The sources do not compile: tests of the binary run the PREVIOUS build.\n${stdout}`);
}

function newestSource() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('runtime'),
  );
  return Math.max(...files.map((file) => statSync(join(root, 'src', file)).mtimeMs));
}
