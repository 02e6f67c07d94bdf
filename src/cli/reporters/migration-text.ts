import { plural } from '../report/plural.js';
import type { FileChange, FollowUp, LeftAlone, MigrationReport } from '../report/report.js';
import type { Style } from '../report/style.js';
import { groupBy } from './group-by.js';
import { onRequest } from './on-request.js';
import { shortName } from './short-name.js';

export interface MigrationTextOptions {
  readonly style: Style;
  readonly dryRun: boolean;
}

/** The closing parts of a migration: what was done, what was not and why, what only a person can do. */
export function migrationText(
  { changes, leftAlone, files, errors, followUps, findings, plan }: MigrationReport,
  { style, dryRun }: MigrationTextOptions,
): string {
  const head = dryRun ? 'WOULD MIGRATE' : 'MIGRATED';
  const edits = changes.reduce((sum, change) => sum + change.edits, 0);
  const parts = [
    `${style.bold(head)}  ${plural(edits, 'edit')} in ${plural(changes.length, 'file')} of ${String(files)}\n${changes.map((change) => changeLines(change, style)).join('')}${legend(changes, style)}`,
  ];
  if (leftAlone.length > 0)
    parts.push(
      `${style.bold('LEFT ALONE')}  ${plural(leftAlone.length, 'place')}\n${leftAloneLines(leftAlone, style)}${onRequest(
        findings,
        plan.migrations,
      )
        .map((line) => `${line}\n`)
        .join('')}`,
    );
  if (errors.length > 0)
    parts.push(
      `${style.bold('NOT READ OR WRITTEN')}  ${plural(errors.length, 'file')}\n${errors.map(({ file, message }) => `  ${file}  ${message}\n`).join('')}`,
    );
  if (followUps.length > 0) parts.push(`${style.bold('FOR A PERSON')}\n${followUps.map(followUpLines).join('')}`);
  return `${parts.join('\n')}\n`;
}

function changeLines({ file, applied, profiles }: FileChange, style: Style) {
  const width = Math.max(...applied.map(({ line }) => String(line).length), 0);
  const lines = applied.map(
    ({ line, rule, repair, safety }) =>
      `  ${style.dim(String(line).padStart(width))}  ${repair}${safety === 'review' ? style.yellow(' (review)') : ''}  ${style.dim(shortName(rule))}\n`,
  );
  const now = profiles.length === 0 ? '' : `  ${style.dim('now calls')} ${profiles.join(', ')}\n`;
  return `${style.green(file)}\n${lines.join('')}${now}`;
}

/** The word that stands beside a repair is explained once, where it occurs. */
function legend(changes: readonly FileChange[], style: Style) {
  const isUsed = changes.some(({ applied }) => applied.some(({ safety }) => safety === 'review'));
  return isUsed
    ? style.dim('(review): correct, but a person should agree to what changes: model, profile, price or behaviour\n')
    : '';
}

/** One reason often holds for many places: it is said once. */
function leftAloneLines(leftAlone: readonly LeftAlone[], style: Style) {
  return groupBy(leftAlone, ({ why }) => why)
    .map(([why, places]) => {
      const lines = places.map(({ file, line, rule }) => `  ${file}:${String(line)}  ${style.dim(shortName(rule))}\n`);
      return `${style.yellow(why)}\n${lines.join('')}`;
    })
    .join('');
}

function followUpLines({ title, detail, code }: FollowUp, index: number) {
  const lines = [detail, ...(code === undefined ? [] : [code])].join('\n');
  return `${String(index + 1)}. ${title}\n${indent(lines)}\n`;
}

function indent(text: string) {
  return text
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n');
}
