import type { Report, ReportedFinding } from '../report/report.js';
import type { Severities } from '../report/severity.js';
import { severityOf } from '../report/severity.js';

/**
 * Workflow commands that GitHub Actions turns into annotations.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport(report: Report, severities: Severities, notes: boolean): string {
  const findings = report.findings
    .filter(({ level }) => notes || level !== 'note')
    .map((finding) => annotation(finding, severities));
  const errors = report.errors.map(
    ({ file, message }) => `::warning file=${property(file)},title=not fully checked::${escape(message)}`,
  );
  return [...findings, ...errors].map((line) => `${line}\n`).join('');
}

function annotation(finding: ReportedFinding, severities: Severities) {
  const { file, line, column, endLine, endColumn, rule, message } = finding;
  const command = { error: 'error', warning: 'warning', note: 'notice' }[severityOf(finding, severities)];
  // GitHub shows columns only on annotations of one line.
  const columns = line === endLine ? `,col=${String(column)},endColumn=${String(endColumn)}` : '';
  return `::${command} file=${property(file)},line=${String(line)},endLine=${String(endLine)}${columns},title=${property(rule)}::${escape(message)}`;
}

function escape(text: string) {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string) {
  return escape(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
