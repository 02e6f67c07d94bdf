import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Manifest {
  readonly version: string;
  readonly workspaces?: readonly string[];
}

function manifestOf(folder: string): Manifest {
  // npm reads the same file and holds it to its own schema.
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

describe('npm run changeset', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-changeset-'));

  beforeAll(() => {
    mkdirSync(path.join(project, 'src/runtime'), { recursive: true });
    for (const entry of ['package.json', '.changeset', 'scripts', 'src/runtime/package.json']) {
      cpSync(path.join(root, entry), path.join(project, entry), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction');
    execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: project });
  });
  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('versions both packages and leaves the workspaces as they were', () => {
    const pending = readdirSync(path.join(project, '.changeset')).filter((file) => file.endsWith('.md'));
    execFileSync(process.execPath, ['scripts/changeset.mjs', 'version'], { cwd: project, stdio: 'pipe' });
    expect(manifestOf(project).workspaces).toEqual(manifestOf(root).workspaces);
    // Without a pending changeset there is nothing to version.
    const changelogs = [project, path.join(project, 'src/runtime')].map((folder) =>
      existsSync(path.join(folder, 'CHANGELOG.md')),
    );
    expect(changelogs.includes(true)).toBe(pending.length > 0);
    if (pending.length > 0) expect(manifestOf(project).version).not.toBe(manifestOf(root).version);
  });
});
