import type { Document } from '../../documents/document.js';
import { collectFindings } from '../../planner/collect-findings.js';
import type { Held } from '../../planner/held-places.js';
import type { Select } from '../../planner/migration.js';
import type { FilePlan } from '../../planner/plan-file.js';
import { planFiles } from '../../planner/plan-files.js';
import { modelsElsewhere, withoutAwaited } from '../../planner/refusals.js';
import { settleRepairs } from '../../planner/settle-repairs.js';
import type { Policy } from '../../policy/index.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { JudgedFile } from '../../planner/judged-file.js';
import type { EngineRun } from './engine.js';
import { toRuleSet } from './engine.js';
import type { ReportedError } from '../report/report.js';

/** A file with findings, what is to become of its text, and what stays to be found in it. */
export interface PlannedFile {
  readonly document: Document;
  readonly plan: FilePlan;
  readonly remaining: JudgedFile;
}

export interface PlanRequest {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  /** Rules that only say which IDs must stay. */
  readonly watchers?: readonly ClaudeRule[];
  readonly select: Select;
}

/** Plans every file with findings, all together. A plan that fails is an error and leaves its file as it is. */
export function planProject(
  engine: EngineRun,
  { policy, rules, watchers = [], select }: PlanRequest,
): { readonly planned: readonly PlannedFile[]; readonly errors: readonly ReportedError[] } {
  const ruleSet = toRuleSet([...rules, ...watchers], policy);
  const errors = new Map<string, ReportedError>();
  const { plans, failures } = planFiles({
    files: engine.checked.filter(
      ({ document, findings }) => findings.length > 0 || (watchers.length > 0 && document.modelCalls.length > 0),
    ),
    reopen: engine.reopen,
    ruleSet,
    policy,
    select,
    answerFor: engine.answerFor,
    held: engine.bystanders().flatMap(holdFor),
  });
  for (const [path, error] of failures) fail(path, error);
  const planned = engine.checked.flatMap((file) => {
    const plan = plans.get(file.document.path);
    return plan ? [finished(file, plan, engine)] : [];
  });
  return { planned, errors: [...errors.values()] };

  /** A request that nobody asked to change keeps the ID that it reaches. */
  function holdFor(document: Document): readonly Held[] {
    const { path } = document;
    try {
      return settleRepairs(collectFindings(document, ruleSet, policy), null)
        .filter(({ finding }) => finding.level !== 'note')
        .flatMap((found) => modelsElsewhere(found, path))
        .map((model) => ({
          model,
          why: `a request in ${path}, which this run leaves out, must change with the model`,
        }));
    } catch (error) {
      fail(path, error);
      return [];
    }
  }

  function fail(path: string, error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    errors.set(path, { file: path, message: `left alone, internal error, please report it: ${message}` });
  }
}

function finished(file: JudgedFile, plan: FilePlan, engine: EngineRun): PlannedFile {
  const { document } = file;
  if (plan.text === document.text) return { document, plan, remaining: file };
  const changed = engine.reopen(document.path, plan.text);
  const findings = withoutAwaited(engine.judge(changed), plan.awaited);
  return { document, plan, remaining: { document: changed, findings } };
}
