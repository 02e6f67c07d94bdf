import type { Report, ReportedFinding, Span } from '../report/report.js';
import type { Severities } from '../report/severity.js';
import { severityOf } from '../report/severity.js';

/** What SARIF says about a rule itself. */
export interface SarifRule {
  readonly name: string;
  readonly meta: {
    readonly docs: { readonly description: string; readonly url: string; readonly severity: 'error' | 'warn' };
  };
}

/** The report as SARIF 2.1.0, for code scanning. */
export function sarifReport(
  report: Report,
  rules: readonly SarifRule[],
  severities: Severities,
  version: string,
): string {
  const ids = rules.map(({ name }) => `bedrock-claude/${name}`);
  const driver = {
    name: 'bedrock-claude',
    version,
    informationUri: 'https://github.com/bedrock-claude/eslint-plugin-bedrock-claude',
    rules: rules.map(toDescriptor),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((finding) => toResult(finding, ids, severities)),
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: report.errors.map(({ file, message }) => ({
          level: 'warning',
          message: { text: message },
          locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
        })),
      },
    ],
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function toDescriptor({ name, meta }: SarifRule) {
  const level = meta.docs.severity === 'warn' ? 'warning' : 'error';
  return {
    id: `bedrock-claude/${name}`,
    shortDescription: { text: meta.docs.description },
    helpUri: meta.docs.url,
    defaultConfiguration: { level },
  };
}

function toResult(finding: ReportedFinding, ids: readonly string[], severities: Severities) {
  const { file, rule, message, related = [] } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severityOf(finding, severities),
    message: { text: message },
    locations: [{ physicalLocation: toLocation(file, finding) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: toLocation(place.file, place),
      })),
    }),
  };
}

function toLocation(file: string, { line, column, endLine, endColumn }: Span) {
  return { artifactLocation: artifact(file), region: { startLine: line, startColumn: column, endLine, endColumn } };
}

/** Paths are URIs here: relative to the checkout, each part escaped. */
function artifact(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
