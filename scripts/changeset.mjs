// `npm run changeset -- <arguments>`: runs changesets on both packages.
// changesets takes the packages of a repository from `workspaces`, where the root cannot name itself: npm 10 fails to
// install a workspace called ".". So the root is named there only while changesets runs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const manifest = 'package.json';
const { workspaces } = read();
write({ ...read(), workspaces: ['.', ...workspaces] });
try {
  const bin = createRequire(import.meta.url).resolve('@changesets/cli/bin.js');
  const { status } = spawnSync(process.execPath, [bin, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  // `changeset version` has changed other fields meanwhile.
  write({ ...read(), workspaces });
}

function read() {
  return JSON.parse(readFileSync(manifest, 'utf8'));
}

function write(content) {
  writeFileSync(manifest, `${JSON.stringify(content, null, 2)}\n`);
}
