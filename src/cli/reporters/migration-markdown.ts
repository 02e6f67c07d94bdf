import type { Day } from '../../catalog/schema.js';
import { plural } from '../report/plural.js';
import type { FileChange, FollowUp, LeftAlone, MigrationReport } from '../report/report.js';
import type { TargetChoice, TargetModel } from '../follow-ups/target-choices.js';
import { describeLife, describePrices } from './describe-model.js';
import { groupBy } from './group-by.js';
import { errorPart, escapeMarkdown, inlineCode } from './markdown.js';
import { onRequest } from './on-request.js';
import { shortName } from './short-name.js';

/** The report of a migration as Markdown, for the description of a pull request. */
export function migrationMarkdown(
  { asOf, plan, changes, leftAlone, files, errors, followUps, findings }: MigrationReport,
  { dryRun }: { readonly dryRun: boolean },
): string {
  const edits = changes.reduce((sum, change) => sum + change.edits, 0);
  const parts = [
    `## Claude on Amazon Bedrock: ${dryRun ? 'what a migration would change' : 'migrated'}`,
    `${plural(edits, 'edit')} in ${plural(changes.length, 'file')} of ${String(files)}, judged on ${asOf} (${plan.migrations.map(inlineCode).join(', ')}).`,
    ...targetPart(plan.families, asOf),
    ...changePart(changes, dryRun),
    ...leftAlonePart(leftAlone, onRequest(findings, plan.migrations, inlineCode)),
    ...errorPart(errors),
    ...followUpPart(followUps),
  ];
  return `${parts.join('\n\n')}\n`;
}

function targetPart(families: readonly TargetChoice[], asOf: Day) {
  if (families.length === 0) return [];
  const rows = families.flatMap(({ from, target, newest }) => [
    `| ${from.join(', ')} | ${target === null ? 'no active model fits the policy | | |' : modelCells(target, asOf)}`,
    ...(newest === null || newest.id === target?.id
      ? []
      : [`| newest, with \`--target latest\` | ${modelCells(newest, asOf)}`]),
  ]);
  return [
    `### Models\n\n| From | To | Price and life | Requests change |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
  ];
}

function modelCells({ name, price, requestChanges, ...life }: TargetModel, asOf: Day) {
  const cells = [name, `${describePrices(price)}; ${describeLife(life, asOf)}`, requestChanges.join('; ')];
  return `${cells.map(escapeMarkdown).join(' | ')} |`;
}

function changePart(changes: readonly FileChange[], dryRun: boolean) {
  if (changes.length === 0) return [];
  const blocks = changes.map(({ file, applied, profiles }) => {
    const lines = applied.map(
      ({ line, rule, repair, safety }) =>
        `  - line ${String(line)}: ${inlineCode(repair)}${safety === 'review' ? ' (review)' : ''}, ${shortName(rule)}`,
    );
    const now = profiles.length === 0 ? '' : ` now calls ${profiles.map(inlineCode).join(', ')}`;
    return [`- ${inlineCode(file)}${now}`, ...lines].join('\n');
  });
  return [`### ${dryRun ? 'Would be migrated' : 'Migrated'}\n\n${blocks.join('\n')}`];
}

function leftAlonePart(leftAlone: readonly LeftAlone[], hints: readonly string[]) {
  if (leftAlone.length === 0) return [];
  const blocks = groupBy(leftAlone, ({ why }) => why).map(([why, places]) => {
    const lines = places.map(
      ({ file, line, rule }) => `  - ${inlineCode(`${file}:${String(line)}`)}, ${shortName(rule)}`,
    );
    return [`- ${escapeMarkdown(why)}`, ...lines].join('\n');
  });
  return [`### Left alone\n\n${blocks.join('\n')}`, ...hints];
}

/** Boxes to tick: a pull request shows what is still open. */
function followUpPart(followUps: readonly FollowUp[]) {
  if (followUps.length === 0) return [];
  const blocks = followUps.map(({ title, detail, code }) =>
    [
      `- [ ] **${escapeMarkdown(title)}.** ${escapeMarkdown(detail)}`,
      ...(code === undefined ? [] : [fenced(code)]),
    ].join('\n'),
  );
  return [`### For a person\n\n${blocks.join('\n')}`];
}

function fenced(code: string) {
  const lines = ['```json', ...code.split('\n'), '```'].map((line) => `  ${line}`);
  return `\n${lines.join('\n')}\n`;
}
