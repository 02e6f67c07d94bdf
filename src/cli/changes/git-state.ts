import { spawnSync } from 'node:child_process';
import { plural } from '../report/plural.js';

const SHOWN_FILES = 5;

/** Why changes in `directory` could not be told apart or taken back, in words; `null` when they could, or git has no say there. */
export function dirtyTreeProblem(directory: string): string | null {
  const { status, stdout, stderr, error } = spawnSync('git', ['status', '--porcelain', '-z', '--no-renames'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error !== undefined || stderr.includes('not a git repository')) return null;
  if (status !== 0)
    return `git could not tell whether the work tree is clean: ${stderr.trim().split('\n')[0] ?? 'no reason given'}`;
  // Two letters of state and a space stand before each name.
  const files = stdout.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]));
  if (files.length === 0) return null;
  const others = files.length - SHOWN_FILES;
  return `the git work tree has uncommitted changes in ${plural(files.length, 'file')}: ${files.slice(0, SHOWN_FILES).join(', ')}${others > 0 ? ` and ${String(others)} more` : ''}`;
}
