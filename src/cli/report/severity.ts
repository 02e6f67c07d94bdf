import type { Level } from '../../documents/facts.js';
import type { Report, ReportedFinding } from './report.js';

/** What the rules in use are counted as: the severity of the presets, keyed by `bedrock-claude/<name>`. */
export type Severities = ReadonlyMap<string, 'error' | 'warn'>;

/** How a finding counts: its certainty, and never more than its rule's severity. */
export function severityOf({ level, rule }: ReportedFinding, severities: Severities): Level {
  return level === 'error' && severities.get(rule) === 'warn' ? 'warning' : level;
}

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function tally(findings: readonly ReportedFinding[], severities: Severities): Tally {
  const levels = findings.map((finding) => severityOf(finding, severities));
  const count = (level: Level) => levels.filter((each) => each === level).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}

/**
 * 0: no error and no more warnings than allowed. 1: more. 2: nothing could be read, or not all that a person counts on.
 * Notes never count.
 */
export function exitCode(
  report: Report,
  severities: Severities,
  maxWarnings: number | null,
  isCutShort: boolean,
): 0 | 1 | 2 {
  const { errors, warnings } = tally(report.findings, severities);
  if (errors > 0 || (maxWarnings !== null && warnings > maxWarnings)) return 1;
  const isUnread = report.errors.length > 0 && report.errors.length >= report.files;
  return isCutShort || isUnread ? 2 : 0;
}
