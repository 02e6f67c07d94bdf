import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** A listing of a million files fits. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Tracked and untracked-but-not-ignored files below `directory`, relative to it with `/`; `null` when it is in no work tree or git can't be run.
 * Submodules and repositories inside are not followed.
 */
export function gitFiles(directory: string): readonly string[] | null {
  // A repository's own settings must not start programs just because we list its files.
  const args = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: maxBytes,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environment(),
    windowsHide: true,
  });
  if (status !== 0) return null;
  const files = new Set<string>();
  for (const path of stdout.split('\0')) if (path !== '' && !path.endsWith('/')) files.add(path);
  return [...files];
}

/** Inside a git hook these name the hook's repository, not that of `directory`. */
function environment() {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = process.env;
  return { ...rest, GIT_OPTIONAL_LOCKS: '0' };
}
