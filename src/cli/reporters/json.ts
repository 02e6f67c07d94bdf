import type { Report } from '../report/report.js';

/** The whole report, notes included, as one JSON document. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
