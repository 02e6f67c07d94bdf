import { pinnedTargetProblem } from '../../policy/index.js';
import type { Policy } from '../../policy/index.js';
import type { Select } from '../../planner/migration.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import { asWatchers } from '../questions/as-watchers.js';
import { askForChanges } from '../questions/ask-for-changes.js';
import { openQuestions } from '../questions/ask.js';
import type { Questions } from '../questions/ask.js';
import type { Change } from '../changes/change.js';
import { toChanges } from '../changes/change.js';
import type { CommandLine } from '../arguments/command-line.js';
import type { Console } from '../console.js';
import { declinedOrUnseen, withoutDeclined } from '../questions/declined.js';
import { unifiedDiff } from '../changes/diff.js';
import type { EngineRun } from '../run/engine.js';
import { runEngine } from '../run/engine.js';
import { followUps } from '../follow-ups/follow-ups.js';
import { dirtyTreeProblem } from '../changes/git-state.js';
import { toMigrationReport } from '../report/migration-report.js';
import { planProject } from '../run/plan-project.js';
import type { HeadStart } from '../run/head-start.js';
import { createProgress } from '../run/progress.js';
import { projectPolicy } from '../arguments/project-policy.js';
import type { MigrationReport } from '../report/report.js';
import { printReport } from '../reporters/index.js';
import { migrationText } from '../reporters/migration-text.js';
import { migrationMarkdown } from '../reporters/migration-markdown.js';
import { targetText } from '../reporters/target-text.js';
import { knownNames, rulesLeftOut, selectMigrationRules, severitiesOf, toRuleOrRepair } from '../arguments/rule-set.js';
import { runtimeDependencies } from '../changes/runtime-dependency.js';
import { selectMigrations } from '../arguments/select-migrations.js';
import { selectRepairs } from '../arguments/select-repairs.js';
import { exitCode } from '../report/severity.js';
import { styleFor } from '../report/style.js';
import { targetChoices } from '../follow-ups/target-choices.js';
import { UsageError } from '../arguments/usage-error.js';
import { writeChanges } from '../changes/write-changes.js';

/** Rewrites what can be rewritten, or shows how; says what it left alone and what only a person can do. */
export async function run(line: CommandLine, console: Console, start: HeadStart): Promise<number> {
  const migrations = selectMigrations(line);
  const policy = projectPolicy(line, console.cwd, knownNames, migrations);
  const rules = selectMigrationRules(line, policy, migrations);
  const select = selectRepairs(migrations, policy, line.valuesOf('only').map(toRuleOrRepair));
  refuseIfUnwise(line, console, policy);
  using questions = line.has('interactive') ? openQuestions(console) : null;
  const engine = await runEngine({
    root: console.cwd,
    paths: line.operands,
    policy,
    rules,
    progress: createProgress(console),
    start,
  });
  const documents = engine.checked.map(({ document }) => document);
  const plan = { migrations: migrations.map(({ name }) => name), families: targetChoices(documents, policy) };
  if (line.format === 'text')
    console.stderr.write(targetText(plan.families, policy.asOf, styleFor(console.stderr, console.env)));
  const watchers = asWatchers(rulesLeftOut(line, rules));
  const { planned, errors } = await planWith(questions, engine, { policy, rules, watchers, select }, console);
  const outcome = carryOut(toChanges(planned, rules), line.has('dry-run'), console.cwd);
  const afterwards = new Map(
    planned.map(({ document, remaining }) => [document.path, { before: document, after: remaining.document }]),
  );
  const report = toMigrationReport({
    policy,
    rules,
    engine,
    plan,
    planned,
    changes: outcome.changes,
    followUps: followUps({
      ...outcome,
      documents: outcome.changes.flatMap(({ file }) => afterwards.get(file) ?? []),
      policy,
      root: console.cwd,
    }),
    errors: [...engine.errors, ...errors, ...outcome.failed],
  });
  const isCutShort = engine.isCutShort() || outcome.failed.length > 0;
  return finish(report, outcome.changes, { line, console, rules, policy, isCutShort });
}

function refuseIfUnwise(line: CommandLine, { cwd }: Console, policy: Policy) {
  const pinned = pinnedTargetProblem(policy);
  if (pinned !== null) throw new UsageError(`${pinned} Name an active generation with --target.`);
  if (line.has('interactive') && line.has('dry-run'))
    throw new UsageError(
      '--interactive writes what you agree to, and --dry-run writes nothing: leave out one of them.',
    );
  if (line.has('force') || line.has('dry-run')) return;
  const dirty = dirtyTreeProblem(cwd);
  if (dirty !== null)
    throw new UsageError(
      `${dirty}. Commit or stash them first, so that the migration can be reviewed and taken back, or add --force. --dry-run only looks.`,
    );
}

interface PlanRequest {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly watchers: readonly ClaudeRule[];
  readonly select: Select;
}

/** The plan; where a person is asked, the plan that they agreed to. */
async function planWith(questions: Questions | null, engine: EngineRun, request: PlanRequest, console: Console) {
  const first = planProject(engine, request);
  if (questions === null) return first;
  const isDeclined = declinedOrUnseen(first.planned, await askForChanges(first.planned, questions, console));
  return planProject(engine, { ...request, rules: withoutDeclined(request.rules, request.select, isDeclined) });
}

/** Adds what the changes need of package.json files, and writes. */
function carryOut(changes: readonly Change[], dryRun: boolean, root: string) {
  const dependencies = runtimeDependencies(changes, root);
  const manifests = dependencies.flatMap(({ change }) => change ?? []);
  const others = changes.filter((change) => !manifests.some(({ file }) => file === change.file));
  const all = [...others, ...manifests];
  if (dryRun) return { changes: all, dependencies, failed: [] };
  const { done, failed } = writeChanges(all, root);
  return { changes: done, dependencies, failed };
}

interface Printing {
  readonly line: CommandLine;
  readonly console: Console;
  readonly rules: readonly ClaudeRule[];
  readonly policy: Policy;
  readonly isCutShort: boolean;
}

function finish(
  report: MigrationReport,
  changes: readonly Change[],
  { line, console, rules, policy, isCutShort }: Printing,
) {
  const { stdout, env } = console;
  const severities = severitiesOf(rules);
  const dryRun = line.has('dry-run');
  if (line.format === 'text') {
    if (dryRun || line.has('diff'))
      for (const { file, before, after } of changes) stdout.write(unifiedDiff(file, before, after));
    stdout.write(migrationText(report, { style: styleFor(stdout, env), dryRun }));
  } else if (line.format === 'markdown') stdout.write(migrationMarkdown(report, { dryRun }));
  else printReport(report, { line, console, rules, severities, notes: policy.notes });
  const code = exitCode(report, severities, line.maxWarnings, isCutShort);
  return dryRun && report.changes.length > 0 ? 1 : code;
}
