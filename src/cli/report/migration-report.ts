import type { Policy } from '../../policy/index.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { Change } from '../changes/change.js';
import type { EngineRun } from '../run/engine.js';
import { newProfiles, toProfileId } from '../follow-ups/model-uses.js';
import type { PlannedFile } from '../run/plan-project.js';
import type { FollowUp, MigrationPlan, MigrationReport, ReportedError } from './report.js';
import { qualified } from '../arguments/rule-set.js';
import { toReport } from './to-report.js';

/** A run of `migrate`, once it has written, or would have. */
export interface Outcome {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly engine: EngineRun;
  readonly plan: MigrationPlan;
  readonly planned: readonly PlannedFile[];
  /** What was written, or would be. */
  readonly changes: readonly Change[];
  readonly followUps: readonly FollowUp[];
  readonly errors: readonly ReportedError[];
}

/** What was done, with the findings that remain in the texts as they are now. */
export function toMigrationReport({
  policy,
  rules,
  engine,
  plan,
  planned,
  changes,
  followUps,
  errors,
}: Outcome): MigrationReport {
  const texts = new Map(changes.map(({ file, after }) => [file, after]));
  const plans = new Map(planned.map((file) => [file.document.path, file]));
  const documents = new Map(engine.documents);
  const checked = engine.checked.map((file) => {
    const { path } = file.document;
    const text = texts.get(path);
    if (text === undefined) return file;
    const remaining = plans.get(path)?.remaining;
    // A package.json may have got a dependency on top of its own repairs.
    const document = remaining?.document.text === text ? remaining.document : engine.reopen(path, text);
    documents.set(path, document);
    return document === remaining?.document ? remaining : { document, findings: engine.judge(document) };
  });
  return {
    ...toReport({ policy, rules, files: engine.files, checked, documents, errors }),
    plan,
    changes: changes.map(({ file, edits, applied }) => ({
      file,
      edits,
      profiles: profilesOf(plans.get(file)),
      applied: applied.map(({ rule, repair, safety, line }) => ({ rule, repair, safety, line })),
    })),
    leftAlone: planned
      .filter(({ document, plan: { text } }) => text === document.text || texts.has(document.path))
      .flatMap(({ document, plan: { leftAlone } }) =>
        leftAlone
          .filter(({ rule }) => rules.some(({ name }) => name === rule))
          .map(({ line, rule, why }) => ({ file: document.path, line, rule: qualified(rule), why })),
      ),
    followUps,
  };
}

function profilesOf(file: PlannedFile | undefined) {
  return file === undefined ? [] : newProfiles(file.document, file.remaining.document).map(toProfileId);
}
