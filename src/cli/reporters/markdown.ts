import { plural } from '../report/plural.js';
import type { Report, ReportedError, ReportedFinding } from '../report/report.js';
import type { Severities } from '../report/severity.js';
import { severityOf, tally } from '../report/severity.js';
import { groupBy } from './group-by.js';
import { shortName } from './short-name.js';

/** Findings as Markdown, for a pull request or the summary of a workflow. */
export function markdownReport(report: Report, severities: Severities, notes: boolean): string {
  const shown = report.findings.filter(({ level }) => notes || level !== 'note');
  const { errors, warnings } = tally(report.findings, severities);
  const parts = [
    `## Claude on Amazon Bedrock: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`,
    `Judged on ${report.asOf}, ${plural(report.files, 'file')}.`,
    ...groupBy(shown, ({ file }) => file).map(
      ([file, findings]) =>
        `### ${inlineCode(file)}\n\n${findings.map((each) => findingLine(each, severities)).join('\n')}`,
    ),
    ...errorPart(report.errors),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Files that could not be read, parsed or written. */
export function errorPart(errors: readonly ReportedError[]): readonly string[] {
  if (errors.length === 0) return [];
  const lines = errors.map(({ file, message }) => `- ${inlineCode(file)}: ${escapeMarkdown(message)}`);
  return [`### Not read or written\n\n${lines.join('\n')}`];
}

/** Text as code, whatever back-ticks it holds. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + space + text + space + fence;
}

/** Words of ours with code in back-ticks: what would open a tag, emphasis or a table cell outside of them is escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[\\*<>|[\]]|(?<!\w)_|_(?!\w)/g, '\\$&') : part))
    .join('`');
}

function findingLine(finding: ReportedFinding, severities: Severities) {
  const rule = shortName(finding.rule);
  return `- **${severityOf(finding, severities)}** line ${String(finding.line)}: ${escapeMarkdown(finding.message)} (${inlineCode(rule)})`;
}
