import { resolve } from 'node:path';
import { catalog } from '../../catalog/index.js';
import type { Policy, PolicyDefaults, WrittenOptions } from '../../policy/index.js';
import { createOverlayReader, createPolicy, disk, findConfig, loadConfig, today } from '../../policy/index.js';
import { migrationPolicy } from '../../codemods/migration-policy.js';
import type { Migration } from '../../planner/migration.js';
import type { CommandLine } from './command-line.js';

/** The policy of a run: flags over the configuration file over defaults. Migrations may set options of their own. */
export function projectPolicy(
  line: CommandLine,
  cwd: string,
  known: Pick<PolicyDefaults, 'repairs' | 'rules'>,
  migrations: readonly Migration[] = [],
): Policy {
  const named = line.valueOf('config');
  const file = named === undefined ? findConfig(cwd, disk) : loadConfig(resolve(cwd, named), disk);
  const defaults = { asOf: today(), catalog, overlay: createOverlayReader(cwd, disk), ...known };
  return migrationPolicy(migrations, toOptions(line), (flags) => createPolicy({ flags, file }, defaults));
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
