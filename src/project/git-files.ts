import { spawn } from 'node:child_process';
import { gitEnvironment } from './git-environment.js';

export interface GitListing {
  /** Tracked and untracked-but-not-ignored files, relative to the directory with `/`. */
  readonly files: readonly string[];
  /** Those that git itself reads from the work tree: tracked, no link, and with no promise that they are unchanged or absent. */
  readonly plain: ReadonlySet<string>;
}

/**
 * What git knows of the files below `directory`; `null` when it is in no work tree or git can't be run.
 * Submodules and repositories inside are not followed.
 */
export async function gitFiles(directory: string): Promise<GitListing | null> {
  // A repository's own settings must not start programs just because we list its files.
  const args = [
    '-c',
    'core.fsmonitor=false',
    'ls-files',
    '-z',
    '-v',
    '-s',
    '--cached',
    '--others',
    '--exclude-standard',
  ];
  const listed = await outputOf(args, directory);
  if (listed === null) return null;
  const files: string[] = [];
  const plain = new Set<string>();
  for (const entry of listed.split('\0')) {
    const path = pathOf(entry);
    // The sides of a conflict are entries of one file, one after the other.
    if (path === '' || path.endsWith('/') || path === files.at(-1)) continue;
    files.push(path);
    if (entry.startsWith(plainEntry)) plain.add(path);
  }
  return { files, plain };
}

/** An entry is `? <path>`, or for what is tracked `<tag> <mode> <object> <stage>\t<path>`: `H` is in step with the index, `100…` a regular file. */
const plainEntry = 'H 100';

function pathOf(entry: string) {
  return entry.startsWith('? ') ? entry.slice(2) : entry.slice(entry.indexOf('\t') + 1);
}

function outputOf(args: readonly string[], cwd: string) {
  return new Promise<string | null>((resolve) => {
    const child = spawn('git', args, {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: gitEnvironment(),
      windowsHide: true,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', () => {
      resolve(null);
    });
    child.on('close', (status) => {
      resolve(status === 0 ? output : null);
    });
  });
}
