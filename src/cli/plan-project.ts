import type { Document } from '../documents/document.js';
import type { Select } from '../planner/migration.js';
import type { FilePlan } from '../planner/plan-file.js';
import { planFile } from '../planner/plan-file.js';
import type { Policy } from '../policy/index.js';
import type { ClaudeRule } from '../rules/rule-meta.js';
import type { CheckedFile, EngineRun } from './engine.js';
import { toRuleSet } from './engine.js';
import type { ReportedError } from './report.js';

/** A file with findings, what is to become of its text, and what stays to be found in it. */
export interface PlannedFile {
  readonly document: Document;
  readonly plan: FilePlan;
  readonly remaining: CheckedFile;
}

export interface PlanRequest {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly select: Select;
}

/** Plans every file with findings. A plan that fails is an error and leaves its file as it is. */
export function planProject(
  engine: EngineRun,
  { policy, rules, select }: PlanRequest,
): { readonly planned: readonly PlannedFile[]; readonly errors: readonly ReportedError[] } {
  const planned: PlannedFile[] = [];
  const errors: ReportedError[] = [];
  const ruleSet = toRuleSet(rules);
  for (const file of engine.checked) {
    const { document, findings } = file;
    if (findings.length === 0) continue;
    try {
      const reopen = (text: string) => engine.reopen(document.path, text);
      const plan = planFile({ document, reopen, ruleSet, policy, select, answer: engine.answerFor(document.path) });
      planned.push({
        document,
        plan,
        remaining: plan.text === document.text ? file : check(reopen(plan.text), engine),
      });
    } catch (error) {
      errors.push({
        file: document.path,
        message: `left alone, internal error, please report it: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return { planned, errors };
}

function check(document: Document, engine: EngineRun): CheckedFile {
  return { document, findings: engine.judge(document) };
}
