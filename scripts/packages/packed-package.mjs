import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Downloads a package's newest version, hands its folder and version to `use`, and removes it again. Nothing is installed or run. */
export function withPackedPackage(name, use) {
  const folder = mkdtempSync(join(tmpdir(), 'bedrock-claude-pack-'));
  try {
    // Without a version npm prefers one that runs on this Node; with the tag it takes the newest.
    const wanted = name.lastIndexOf('@') > 0 ? name : `${name}@latest`;
    run('npm', ['pack', wanted, '--silent', '--ignore-scripts', '--pack-destination', folder], folder);
    const [archive] = readdirSync(folder);
    run('tar', ['xzf', archive], folder);
    const root = join(folder, 'package');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return use({ name, version, root });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file below `root` whose path `accepts` takes, relative to it. */
export function filesBelow(root, accepts) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(accepts)
    .sort();
}

function run(command, args, cwd) {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr || error?.message}`);
}
