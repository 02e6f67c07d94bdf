import { resolve } from 'node:path';
import { catalog } from '../catalog/index.js';
import type { Policy, WrittenOptions } from '../policy/index.js';
import { createOverlayReader, createPolicy, disk, findConfig, loadConfig, today } from '../policy/index.js';
import type { CommandLine } from './command-line.js';

/** The policy of a run: flags over the configuration file over defaults. */
export function projectPolicy(line: CommandLine, cwd: string, repairs: readonly string[] | null): Policy {
  const named = line.valueOf('config');
  const file = named === undefined ? findConfig(cwd, disk) : loadConfig(resolve(cwd, named), disk);
  return createPolicy(
    { flags: toOptions(line), file },
    { asOf: today(), catalog, overlay: createOverlayReader(cwd, disk), ...(repairs !== null && { repairs }) },
  );
}

/** Flags under the names that the configuration file uses. */
function toOptions(line: CommandLine): WrittenOptions {
  const options: Record<string, unknown> = {
    asOf: line.valueOf('as-of'),
    target: line.valueOf('target'),
    profile: line.valueOf('profile'),
    residency: line
      .valueOf('residency')
      ?.split(',')
      .map((scope) => scope.trim()),
    notes: line.has('notes') ? true : undefined,
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
