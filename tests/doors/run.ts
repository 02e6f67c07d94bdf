import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The root of this repository. */
export const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command to its end and returns what it said on either stream. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  return { status, output: stdout + stderr };
}

/** Runs the script of an installed package under the Node that runs the tests. */
export function runScript(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Ran {
  return run(process.execPath, [join(root, script), ...args], cwd, env);
}
