import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './run.js';
import { createFolder } from './temp-folder.js';

const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;

/** What a published tag of this repository holds for pre-commit, without the tools that only build it. */
function createHookRepository() {
  const isTool = (key: string) => ['devDependencies', 'workspaces'].includes(key);
  // The build is done, but pre-commit must bear what a build prints: it takes the output of `npm pack` for a file name.
  const scripts = { prepare: 'echo built' };
  const withoutTools = (key: string, value: unknown) => (isTool(key) ? undefined : key === 'scripts' ? scripts : value);
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'), withoutTools);
  const folder = createFolder({ 'package.json': JSON.stringify(manifest) });
  for (const name of ['.npmrc', '.pre-commit-hooks.yaml', 'dist', 'schema'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  commit(folder);
  run('git', ['tag', 'v1.0.0'], folder);
  return folder;
}

function createProject(hooks: string, files: Readonly<Record<string, string>>) {
  const config = `repos:\n  - repo: ${hooks}\n    rev: v1.0.0\n    hooks:\n      - id: bedrock-claude-check\n`;
  const folder = createFolder({ '.pre-commit-config.yaml': config, ...files });
  commit(folder);
  return folder;
}

function commit(folder: string) {
  run('git', ['init', '--quiet'], folder);
  run('git', ['add', '--all', '--force'], folder);
  run(
    'git',
    ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', 'commit', '--quiet', '--message', 'all'],
    folder,
  );
}

describe.skipIf(!isInstalled)(
  'the hook under the real pre-commit (skipped: pre-commit is not installed; on Debian `apt-get install pre-commit`)',
  () => {
    it('stops a commit that calls a dead model, and lets a sound one pass', { timeout: 180_000 }, () => {
      const hooks = createHookRepository();
      const env = { PRE_COMMIT_HOME: createFolder({}) };
      const dead = createProject(hooks, {
        '.env': 'MODEL_ID=anthropic.claude-v2\n',
        'package-lock.json': '{ "name": "anthropic.claude-v2" }',
      });
      const stopped = run('pre-commit', ['run', '--all-files'], dead, env);
      expect(stopped.output).toContain('.env');
      expect(stopped.output).toContain('no-end-of-life-model');
      expect(stopped.output).not.toContain('package-lock.json');
      expect(stopped.status).toBe(1);

      const sound = createProject(hooks, { '.env': 'MODEL_ID=global.anthropic.claude-sonnet-4-5-20250929-v1:0\n' });
      const passed = run('pre-commit', ['run', '--all-files'], sound, env);
      expect(passed.output).toContain('Passed');
      expect(passed.status).toBe(0);
    });
  },
);
