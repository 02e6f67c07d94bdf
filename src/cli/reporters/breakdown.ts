import type { Report, ReportedFinding } from '../report/report.js';
import type { Style } from '../report/style.js';
import { shortName } from './short-name.js';

/** From here on a reader has lost count. */
const MANY = 20;

/** What a long report comes down to: findings per rule, and the models they name, most frequent first. */
export function breakdown({ findings }: Report, style: Style): readonly string[] {
  const open = findings.filter(({ level }) => level !== 'note');
  if (open.length < MANY) return [];
  const rules = countBy(open, ({ rule }) => rule);
  const names = rules.map(([rule]) => shortName(rule));
  const width = Math.max(...names.map((name) => name.length));
  const digits = String(open.length).length;
  const lines = rules.map(([rule, count], index) => {
    const models = countBy(
      open.filter((finding) => finding.rule === rule),
      ({ data }) => data['name'],
    );
    const list = models.map(([name, times]) => `${name} ${String(times)}`).join(', ');
    return `${(names[index] ?? '').padEnd(width)}  ${String(count).padStart(digits)}  ${style.dim(list)}`.trimEnd();
  });
  return [...lines, ''];
}

function countBy(findings: readonly ReportedFinding[], keyOf: (finding: ReportedFinding) => string | undefined) {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}
