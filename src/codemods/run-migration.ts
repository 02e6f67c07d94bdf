import { isAbsolute, relative, sep } from 'node:path';
import { openDocument } from '../documents/open.js';
import type { FilePort } from '../documents/document.js';
import { collectFindings } from '../planner/collect-findings.js';
import { selectFor } from '../planner/migration.js';
import type { Migration } from '../planner/migration.js';
import type { FilePlan } from '../planner/plan-file.js';
import { planFiles } from '../planner/plan-files.js';
import type { RuleSet } from '../planner/rule-set.js';
import { settleRepairs } from '../planner/settle-repairs.js';
import type { Answer } from '../planner/settle-repairs.js';
import type { Policy } from '../policy/index.js';
import { rules } from '../rules/index.generated.js';
import { refusedPlaces } from '../rules/request/refused-places.js';
import type { Finding } from '../rules/finding.js';
import type { ClaudeRule } from '../rules/rule-meta.js';
import { ruleOptions } from '../rules/rule-options.js';

/** Where a file stands and what its team wants. */
export interface MigrationContext {
  readonly directory: string;
  readonly policy: Policy;
  readonly files: FilePort;
  /** Answers claims about other files; absent where nobody can: what depends on them is left alone. */
  readonly answer?: Exclude<Answer, null>;
}

/** Plans a migration of one file, as the command line plans those of a project. */
export function runMigration(
  path: string,
  source: string,
  migration: Migration,
  { directory, policy, files, answer = unseen }: MigrationContext,
): FilePlan {
  const name = nameFrom(directory, path);
  const reopen = (_: string, text: string) => openDocument({ path: name, text, files, settings: policy });
  const ruleSet = ruleSetOf(migration, policy);
  const document = reopen(name, source);
  const findings = settleRepairs(collectFindings(document, ruleSet, policy), answer);
  const { plans, failures } = planFiles({
    files: [{ document, findings }],
    reopen,
    ruleSet,
    policy,
    select: selectFor(migration),
    answerFor: () => answer,
    hold: isElsewhere,
  });
  const plan = plans.get(name);
  if (plan === undefined) throw failures.get(name);
  return plan;
}

/** A request goes with its model, and that of another file can't be moved from here. */
function isElsewhere({ refusal }: Finding, path: string) {
  if (refusal?.when !== 'moved') return null;
  const elsewhere = refusedPlaces(refusal, 'moved').find((each) => each.path !== path);
  return elsewhere ? `its model is named in ${elsewhere.path}: only \`bedrock-claude migrate\` moves both` : null;
}

function nameFrom(directory: string, path: string) {
  const name = relative(directory, path);
  return (name.startsWith('..') || isAbsolute(name) ? path : name).replaceAll(sep, '/');
}

function ruleSetOf({ name, rules: wanted }: Migration, policy: Policy): RuleSet {
  const known: Readonly<Record<string, ClaudeRule>> = rules;
  return wanted.map((wantedRule) => {
    const rule = known[wantedRule];
    if (rule === undefined)
      throw new Error(`The migration ${name} names the rule ${wantedRule}, which does not exist.`);
    return { rule, options: ruleOptions(rule, policy) };
  });
}

/**
 * No single file can say what the others look up or compare. A migration accepts doubtful repairs, but not for want of an
 * answer: the command line, which sees the project, might have learnt that other code forbids them.
 */
function unseen() {
  return { holds: false, why: 'other files may depend on this text, which only `bedrock-claude migrate` can see' };
}
