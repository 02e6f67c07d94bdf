import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, pid, version } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { CommandRunner } from '../console.js';
import type { Command } from '../arguments/flags.js';

export interface LoadedCommands {
  readonly commands: Readonly<Record<Command, CommandRunner>>;
  /** Keeps what V8 compiled for the next run. Call it at the end: only what ran has been compiled. */
  keep(): void;
}

/**
 * Loads the bundle of the commands with the code that V8 compiled in an earlier run, where it was kept: compiling takes longer than most checks.
 * It is kept beside the bundle, where whoever may write could change the bundle as well. Where that can't be written, every run compiles.
 *
 * @param bundle a function of `module`, `require` and its own address that exports a function for each command, in ASCII; its name changes with its text.
 */
export function loadCommands(bundle: URL): LoadedCommands {
  const file = fileURLToPath(bundle);
  const kept = `${file}.${version}-${arch}.code`;
  const cachedData = readIfThere(kept);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData !== undefined && { cachedData }),
  });
  const module: { exports: unknown } = { exports: {} };
  // The build makes it so.
  const run = script.runInThisContext() as (holder: object, require: NodeJS.Require, bundleUrl: string) => void;
  run(module, createRequire(file), pathToFileURL(file).href);
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    // What `commands.ts` exports.
    commands: module.exports as LoadedCommands['commands'],
    keep: () => {
      if (!isKept) replace(kept, script.createCachedData());
    },
  };
}

function readIfThere(file: string) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** In one step: another run may be reading. */
function replace(file: string, data: Uint8Array) {
  const written = `${file}.${String(pid)}`;
  try {
    writeFileSync(written, data);
    renameSync(written, file);
  } catch {
    // A read-only installation; the next run compiles again.
    rmSync(written, { force: true });
  }
}
