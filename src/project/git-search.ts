import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { gitEnvironment } from './git-environment.js';
import { needleWords } from './needles.js';

/** Scripts are most of a project; whatever else there is, is read anyway. */
const scripts = ['c', 'm', ''].flatMap((kind) => ['js', 'jsx', 'ts', 'tsx'].map((ending) => `*.${kind}${ending}`));

/** What `git grep -f` looks for: a needle, or the mark of a text in UTF-16, where needles look different. */
const patterns = Buffer.concat([
  Buffer.from(`${needleWords.join('\n')}\n`),
  Buffer.from([0xff, 0xfe, 0x0a, 0xfe, 0xff, 0x0a]),
]);

/**
 * Starts to search the tracked scripts below `directory` with git, which reads them on all processors while this process is still loading.
 *
 * @returns paths of the scripts that may mention Claude, relative to the directory; `null` when git can't say.
 */
export function searchWithGit(directory: string): Promise<ReadonlySet<string> | null> {
  return new Promise((resolve) => {
    const child = spawn('git', [...settings, 'grep', ...options, '-f', '-', '--', ...scripts], {
      cwd: directory,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...gitEnvironment(), LC_ALL: 'C' },
      windowsHide: true,
    });
    const output: Buffer[] = [];
    // A file that git can't read is one we have to name.
    let isWhole = true;
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', () => (isWhole = false));
    child.on('error', () => {
      resolve(null);
    });
    child.on('close', (status) => {
      const isDone = isWhole && (status === 0 || status === nothingFound);
      resolve(isDone ? new Set(Buffer.concat(output).toString('utf8').split('\0')) : null);
    });
    // git that isn't there or stops at once closes the pipe: the exit code says so.
    child.stdin.on('error', () => undefined);
    child.stdin.end(patterns);
  });
}

const nothingFound = 1;
// A repository's own settings must neither start programs nor change what is printed.
const settings = ['-c', 'core.fsmonitor=false', '-c', 'grep.fullName=false', '-c', 'grep.lineNumber=false'];
const options = ['-l', '-z', '-a', '-F', '--no-color', '--no-textconv', '--no-recurse-submodules'];
