import type { Console } from '../console.js';
import type { CommandLine } from '../arguments/command-line.js';
import { fromRepositoryRoot } from '../report/from-repository-root.js';
import type { Report } from '../report/report.js';
import type { Severities } from '../report/severity.js';
import { styleFor } from '../report/style.js';
import { version } from '../version.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { markdownReport } from './markdown.js';
import type { SarifRule } from './sarif.js';
import { sarifReport } from './sarif.js';
import { textFindings, textSummary } from './text.js';

export interface Printing {
  readonly line: CommandLine;
  readonly console: Console;
  readonly rules: readonly SarifRule[];
  readonly severities: Severities;
  /** Print notes one by one; machine formats that have a level for them hold them anyway. */
  readonly notes: boolean;
}

/** The report in the format asked for. `closing` ends the text format in place of the summary. */
export function printReport(
  report: Report,
  { line, console, rules, severities, notes }: Printing,
  closing?: string,
): void {
  const { stdout, env } = console;
  if (line.format === 'json') stdout.write(jsonReport(report));
  else if (line.format === 'sarif')
    stdout.write(sarifReport(fromRepositoryRoot(report, console), rules, severities, version()));
  else if (line.format === 'github') stdout.write(githubReport(fromRepositoryRoot(report, console), severities, notes));
  else if (line.format === 'markdown') stdout.write(markdownReport(report, severities, notes));
  else {
    const options = { severities, notes, style: styleFor(stdout, env) };
    const findings = textFindings(report, options);
    stdout.write(`${findings}${findings === '' ? '' : '\n'}${closing ?? textSummary(report, options)}`);
  }
}
