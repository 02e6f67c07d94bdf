import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { PlannedFile } from '../run/plan-project.js';
import type { AppliedRepair } from '../report/report.js';
import { qualified } from '../arguments/rule-set.js';

/** A file that gets another text, and the repairs that made it. */
export interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly edits: number;
  /** In the order of the text. */
  readonly applied: readonly ChangeCause[];
}

export interface ChangeCause extends AppliedRepair {
  /** The repair may have brought an import along. */
  readonly imports: boolean;
}

/** The changes of a plan, without the files that stay as they are. */
export function toChanges(planned: readonly PlannedFile[], rules: readonly ClaudeRule[]): readonly Change[] {
  const importing = new Set(
    rules.flatMap(({ name, meta }) =>
      Object.entries(meta.repairs).flatMap(([id, { imports }]) => (imports === true ? [`${name}/${id}`] : [])),
    ),
  );
  return planned
    .filter(({ document, plan }) => plan.text !== document.text)
    .map(({ document, plan }) => ({
      file: document.path,
      before: document.text,
      after: plan.text,
      edits: plan.edits,
      applied: plan.applied
        .map((applied) => ({
          ...applied,
          rule: qualified(applied.rule),
          imports: importing.has(`${applied.rule}/${applied.repair}`),
        }))
        .sort((one, other) => one.line - other.line),
    }));
}
