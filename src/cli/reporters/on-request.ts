import { defaultMigrations, migrations } from '../../codemods/migrations.js';
import type { Migration } from '../../planner/migration.js';
import { plural } from '../report/plural.js';
import type { ReportedFinding } from '../report/report.js';
import { shortName } from './short-name.js';

/** Whether `migrate` may apply a repair of it where nobody names a migration. */
export function isRepairedUnasked(finding: ReportedFinding): boolean {
  return defaultMigrations.some((migration) => accepts(migration, finding));
}

/** A line for each migration that has to be named before it rewrites what is left; `ran` are those that were, `code` is how a command is written. */
export function onRequest(
  findings: readonly ReportedFinding[],
  ran: readonly string[] = [],
  code: (command: string) => string = String,
): readonly string[] {
  const waiting = findings.filter((finding) => finding.level !== 'note' && !isRepairedUnasked(finding));
  return migrations
    .filter((migration) => !defaultMigrations.includes(migration) && !ran.includes(migration.name))
    .flatMap((migration) => {
      const { length } = waiting.filter((finding) => accepts(migration, finding));
      if (length === 0) return [];
      const command = `bedrock-claude migrate --dry-run --migration default --migration ${migration.name}`;
      return [
        `On request: ${code(command)} shows ${plural(length, 'repair')} more, and what moves with ${length === 1 ? 'it' : 'them'}.`,
      ];
    });
}

function accepts({ rules, repairs: accepted }: Migration, { rule, repairs }: ReportedFinding) {
  return (
    rules.includes(shortName(rule)) && repairs.some(({ id, safety }) => safety === 'safe' || accepted.includes(id))
  );
}
