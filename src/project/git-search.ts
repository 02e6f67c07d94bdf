import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { gitEnvironment } from './git-environment.js';
import { needleWords } from './needles.js';

/** A search of the tracked scripts of a directory that is under way. */
export interface GitSearch {
  /**
   * Hands over the scripts that may mention Claude as git finds them, those found so far at once. For one taker.
   *
   * @param take gets paths relative to the directory.
   * @returns whether git could search them all.
   */
  each(take: (paths: readonly string[]) => void): Promise<boolean>;
}

/** Scripts are most of a project and small; whatever else there is, is read anyway. */
const scripts = ['c', 'm', ''].flatMap((kind) => ['js', 'jsx', 'ts', 'tsx'].map((ending) => `*.${kind}${ending}`));

/** What `git grep -f` looks for: a needle, or the mark of a text in UTF-16, where needles look different. */
const patterns = Buffer.concat([
  Buffer.from(`${needleWords.join('\n')}\n`),
  Buffer.from([0xff, 0xfe, 0x0a, 0xfe, 0xff, 0x0a]),
]);

/**
 * Starts to search the tracked scripts below `directory` with git, which reads them on all processors while this process is still loading,
 * and goes on while it reads what was found.
 */
export function searchWithGit(directory: string): GitSearch {
  const child = spawn('git', [...settings, 'grep', ...options, '-f', '-', '--', ...scripts], {
    cwd: directory,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...gitEnvironment(), LC_ALL: 'C' },
    windowsHide: true,
  });
  const waiting: string[] = [];
  let take = (paths: readonly string[]): void => void waiting.push(...paths);
  let begun = '';
  // Read whether or not anybody asks: git must not wait for us when we stop early.
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const paths = `${begun}${chunk}`.split('\0');
    begun = paths.pop() ?? '';
    take(paths);
  });
  const isDone = new Promise<boolean>((resolve) => {
    // A file that git can't read is one we have to name.
    let isWhole = true;
    child.stderr.on('data', () => (isWhole = false));
    child.on('error', () => {
      resolve(false);
    });
    child.on('close', (status) => {
      resolve(isWhole && (status === 0 || status === nothingFound));
    });
  });
  // git that isn't there or stops at once closes the pipe: the exit code says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(patterns);
  return {
    each: (taker) => {
      taker(waiting.splice(0));
      take = taker;
      return isDone;
    },
  };
}

const nothingFound = 1;
// A repository's own settings must neither start programs nor change what is printed.
const settings = ['-c', 'core.fsmonitor=false', '-c', 'grep.fullName=false', '-c', 'grep.lineNumber=false'];
const options = ['-l', '-z', '-a', '-F', '--no-color', '--no-textconv', '--no-recurse-submodules'];
