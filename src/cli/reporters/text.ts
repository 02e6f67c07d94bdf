import { defaultMigrations } from '../../codemods/migrations.js';
import type { Level } from '../../documents/facts.js';
import { plural } from '../report/plural.js';
import type { Report, ReportedFinding } from '../report/report.js';
import type { Severities } from '../report/severity.js';
import { severityOf, tally } from '../report/severity.js';
import { breakdown } from './breakdown.js';
import { groupBy } from './group-by.js';
import { isRepairedUnasked, onRequest } from './on-request.js';
import type { Style } from '../report/style.js';
import { shortName } from './short-name.js';

export interface TextOptions {
  readonly severities: Severities;
  readonly style: Style;
  /** Print notes one by one instead of counting them. */
  readonly notes: boolean;
}

/** Findings and errors grouped by file, aligned, for people. */
export function textFindings(report: Report, { severities, style, notes }: TextOptions): string {
  const shown = report.findings.filter((finding) => notes || finding.level !== 'note');
  const blocks = new Map(
    groupBy(shown, ({ file }) => file).map(([file, findings]) => [file, lines(findings, severities, style)]),
  );
  for (const [file, errors] of groupBy(report.errors, ({ file }) => file))
    blocks.set(file, [
      ...(blocks.get(file) ?? []),
      ...errors.map(({ message }) => `  ${style.yellow('problem')}  ${message}`),
    ]);
  return [...blocks].map(([file, block]) => `${style.bold(file)}\n${block.join('\n')}\n`).join('\n');
}

/** The closing lines of `check`: what was found and what to do next. */
export function textSummary(report: Report, options: TextOptions): string {
  const { errors, warnings, notes } = tally(report.findings, options.severities);
  const { style } = options;
  const files = new Set(report.findings.filter(({ level }) => level !== 'note').map(({ file }) => file)).size;
  const lines = [...breakdown(report, style)];
  if (report.files === 0) lines.push(style.yellow('No file was found to check.'));
  else if (errors + warnings === 0)
    lines.push(
      style.green(
        `No Claude model reference needs work in ${plural(report.files, 'file')} (judged on ${report.asOf}).`,
      ),
    );
  else
    lines.push(
      style[errors > 0 ? 'red' : 'yellow'](
        `${plural(errors, 'error')} and ${plural(warnings, 'warning')} in ${plural(files, 'file')} of ${String(report.files)} (judged on ${report.asOf}).`,
      ),
    );
  if (report.errors.length > 0)
    lines.push(style.yellow(`${plural(report.errors.length, 'file')} could not be checked, or only in part.`));
  if (notes > 0 && !options.notes)
    lines.push(`${plural(notes, 'note')} in prose, tests and histories: --notes prints them.`);
  lines.push(...nextStep(report), ...onRequest(report.findings));
  return `${lines.join('\n')}\n`;
}

function lines(findings: readonly ReportedFinding[], severities: Severities, style: Style) {
  const places = findings.map(({ line, column }) => `${String(line)}:${String(column)}`);
  const width = Math.max(...places.map((place) => place.length));
  return findings.map((finding, index) => {
    const level = severityOf(finding, severities);
    return `  ${style.dim((places[index] ?? '').padStart(width))}  ${colour(level, style)(level.padEnd(7))}  ${finding.message}  ${style.dim(shortName(finding.rule))}`;
  });
}

function colour(level: Level, style: Style) {
  return { error: style.red, warning: style.yellow, note: style.dim }[level];
}

function nextStep({ findings }: Report) {
  const open = findings.filter(({ level }) => level !== 'note');
  const repairable = open.filter(isRepairedUnasked).length;
  if (open.length === 0) return [];
  if (repairable === 0) {
    const isExplained = open.some(({ rule }) => defaultMigrations.some(({ rules }) => rules.includes(shortName(rule))));
    return [
      isExplained
        ? 'None of them is rewritten without a person: bedrock-claude migrate --dry-run says why.'
        : 'None of them can be rewritten without a person: each message says what to do.',
    ];
  }
  const others = open.length - repairable;
  return [
    `Next: bedrock-claude migrate --dry-run shows the repairs of ${String(repairable)}${others > 0 ? `; ${String(others)} ${others === 1 ? 'needs' : 'need'} a person` : ''}.`,
  ];
}
