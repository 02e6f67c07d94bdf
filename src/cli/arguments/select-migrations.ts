import { defaultMigrations, migrations, profileMigrations } from '../../codemods/migrations.js';
import type { Migration } from '../../planner/migration.js';
import { didYouMean } from '../../policy/config-error.js';
import { nearest } from '../../policy/index.js';
import type { CommandLine } from './command-line.js';
import { UsageError } from './usage-error.js';

/**
 * The migrations of a run: those named by `--migration`, or the usual ones. A profile that somebody takes the trouble to name is
 * consent to move to it, so its migration runs as well.
 *
 * @throws UsageError naming what is unknown and what is close to it.
 */
export function selectMigrations(line: CommandLine): readonly Migration[] {
  const named = line.valuesOf('migration').flatMap(toMigrations);
  if (named.length > 0) return migrations.filter((migration) => named.includes(migration));
  const ofProfile = profileMigrations[line.valueOf('profile') ?? ''];
  return ofProfile === undefined ? defaultMigrations : [...defaultMigrations, ofProfile];
}

/** The name of those that run where none is named: what stands beside them comes on top. */
const USUAL = 'default';

function toMigrations(written: string): readonly Migration[] {
  if (written === USUAL) return defaultMigrations;
  const found = migrations.find(({ name }) => name === written);
  if (found !== undefined) return [found];
  const known = [USUAL, ...migrations.map(({ name }) => name)];
  throw new UsageError(
    `Unknown migration ${JSON.stringify(written)}.${didYouMean(nearest(written, known)) || ` Migrations: ${known.join(', ')}.`}`,
  );
}
