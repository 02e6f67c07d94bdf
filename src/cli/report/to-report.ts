import type { Document } from '../../documents/document.js';
import { lineIndex } from '../../edits/line-index.js';
import type { LineIndex } from '../../edits/line-index.js';
import type { Range } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/index.js';
import type { Location } from '../../rules/finding.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { JudgedFile } from '../../planner/judged-file.js';
import { interpolate } from './interpolate.js';
import type { RelatedPlace, Report, ReportedError, ReportedFinding, Span } from './report.js';
import { qualified } from '../arguments/rule-set.js';

export interface ReportInput {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly files: number;
  readonly checked: readonly JudgedFile[];
  readonly documents: ReadonlyMap<string, Document>;
  readonly errors: readonly ReportedError[];
}

/** A run in the words and coordinates of a report. */
export function toReport({ policy, rules, files, checked, documents, errors }: ReportInput): Report {
  const messages = new Map(rules.map(({ name, meta }) => [name, meta.messages]));
  const spanOf = createSpans(documents);
  return {
    schemaVersion: 1,
    asOf: policy.asOf,
    catalogVersion: policy.catalog.checkedOn,
    files,
    findings: checked.flatMap(({ document, findings }) => {
      const span = spanIn(document);
      return findings.map((finding) =>
        toReported(finding, document.path, messages.get(finding.rule) ?? {}, span, spanOf),
      );
    }),
    errors: withoutRepetition(errors),
  };
}

function toReported(
  found: JudgedFile['findings'][number],
  file: string,
  messages: Readonly<Record<string, string>>,
  span: (range: Range) => Span,
  spanOf: (location: Location) => Span,
): ReportedFinding {
  const { rule } = found;
  const { messageId, data = {}, level, position, related = [], repairs, range } = found.finding;
  return {
    file,
    rule: qualified(rule),
    messageId,
    message: interpolate(messages[messageId] ?? messageId, data),
    level,
    ...(position !== undefined && { position }),
    ...span(range),
    data,
    ...(related.length > 0 && {
      related: related.map((location): RelatedPlace => ({
        file: location.path,
        message: location.message,
        ...spanOf(location),
      })),
    }),
    repairs: repairs.map(({ id, safety }) => ({ id, safety })),
  };
}

/** A rule that fails on a file fails on its changed text too. */
function withoutRepetition(errors: readonly ReportedError[]) {
  return [...new Map(errors.map((error) => [`${error.file}\0${error.message}`, error])).values()];
}

/** Spans in any document of the run; a file outside it is named by its first character. */
function createSpans(documents: ReadonlyMap<string, Document>) {
  const known = new Map<string, (range: Range) => Span>();
  return ({ path, range }: Location): Span => {
    const document = documents.get(path);
    if (document === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const span = known.get(path) ?? spanIn(document);
    known.set(path, span);
    return span(range);
  };
}

function spanIn({ text }: Document) {
  let lines: LineIndex | undefined;
  // Editors and ESLint don't count a byte order mark as a column.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return ([start, end]: Range): Span => {
    lines ??= lineIndex(text);
    const [line, endLine] = [lines.lineOf(start), lines.lineOf(end)];
    return {
      line,
      column: lines.columnOf(start) - (line === 1 ? mark : 0),
      endLine,
      endColumn: lines.columnOf(end) - (endLine === 1 ? mark : 0),
    };
  };
}
