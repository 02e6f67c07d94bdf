import { join } from 'node:path';
import type { Policy } from '../../policy/index.js';
import { pinnedTargetProblem } from '../../policy/index.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import type { CommandLine } from '../command-line.js';
import type { Console, Search } from '../console.js';
import { unifiedDiff } from '../diff.js';
import { type EngineRun, runEngine } from '../engine.js';
import { followUps, newProfiles } from '../follow-ups.js';
import { dirtyTreeProblem } from '../git-state.js';
import type { PlannedFile } from '../plan-project.js';
import { planProject } from '../plan-project.js';
import { createProgress } from '../progress.js';
import { projectPolicy } from '../project-policy.js';
import type { MigrationReport, ReportedError } from '../report.js';
import { printReport } from '../reporters/index.js';
import { migrationText } from '../reporters/migration-text.js';
import { qualified, repairIds, selectMigrationRules, severitiesOf, toRuleOrRepair } from '../rule-set.js';
import { selectMigrations } from '../select-migrations.js';
import { selectRepairs } from '../select-repairs.js';
import { exitCode } from '../severity.js';
import { styleFor } from '../style.js';
import { toReport } from '../to-report.js';
import { UsageError } from '../usage-error.js';
import { replaceFile } from '../write-file.js';

/** Rewrites what can be rewritten, or shows how; says what it left alone and what only a person can do. */
export async function run(line: CommandLine, console: Console, search: Search): Promise<number> {
  const policy = projectPolicy(line, console.cwd, repairIds);
  const migrations = selectMigrations(line);
  const rules = selectMigrationRules(line, policy, migrations);
  const select = selectRepairs(migrations, policy, line.valuesOf('only').map(toRuleOrRepair));
  refuseIfUnwise(line, console, policy);
  const engine = await runEngine({
    root: console.cwd,
    paths: line.operands,
    policy,
    rules,
    progress: createProgress(console),
    search,
  });
  const { planned, errors } = planProject(engine, { policy, rules, select });
  const { done, failed } = line.has('dry-run') ? { done: planned, failed: [] } : writeAll(planned, console.cwd);
  const report = toMigrationReport({ policy, rules, engine, done, errors: [...engine.errors, ...errors, ...failed] });
  return finish(report, done, { line, console, rules, policy });
}

function refuseIfUnwise(line: CommandLine, { cwd }: Console, policy: Policy) {
  const pinned = pinnedTargetProblem(policy);
  if (pinned !== null) throw new UsageError(`${pinned} Name an active generation with --target.`);
  if (line.has('force') || line.has('dry-run')) return;
  const dirty = dirtyTreeProblem(cwd);
  if (dirty !== null)
    throw new UsageError(
      `${dirty}. Commit or stash them first, so that the migration can be reviewed and taken back, or add --force. --dry-run only looks.`,
    );
}

function writeAll(planned: readonly PlannedFile[], root: string) {
  const done: PlannedFile[] = [];
  const failed: ReportedError[] = [];
  for (const file of planned) {
    const { document, plan } = file;
    try {
      if (plan.text !== document.text) replaceFile(join(root, document.path), document.text, plan.text);
      done.push(file);
    } catch (error) {
      failed.push({
        file: document.path,
        message: `not written: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  return { done, failed };
}

interface Outcome {
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly engine: EngineRun;
  readonly done: readonly PlannedFile[];
  readonly errors: readonly ReportedError[];
}

/** The findings that remain, in the texts as they are now, with what was done. */
function toMigrationReport({ policy, rules, engine, done, errors }: Outcome): MigrationReport {
  const after = new Map(done.map((file) => [file.document.path, file]));
  const documents = new Map(engine.documents);
  for (const { remaining } of done) documents.set(remaining.document.path, remaining.document);
  const checked = engine.checked.map((file) => after.get(file.document.path)?.remaining ?? file);
  return {
    ...toReport({ policy, rules, files: engine.files, checked, documents, errors }),
    changes: done.filter(isChanged).map(({ document, plan }) => ({
      file: document.path,
      edits: plan.edits,
      applied: plan.applied
        .map((applied) => ({ ...applied, rule: qualified(applied.rule) }))
        .sort((a, b) => a.line - b.line),
    })),
    leftAlone: done.flatMap(({ document, plan }) =>
      plan.leftAlone.map(({ line, rule, why }) => ({ file: document.path, line, rule: qualified(rule), why })),
    ),
  };
}

function finish(
  report: MigrationReport,
  done: readonly PlannedFile[],
  {
    line,
    console,
    rules,
    policy,
  }: {
    readonly line: CommandLine;
    readonly console: Console;
    readonly rules: readonly ClaudeRule[];
    readonly policy: Policy;
  },
) {
  const severities = severitiesOf(rules);
  const dryRun = line.has('dry-run');
  if (line.format === 'text') printText(report, done, line, console);
  else printReport(report, { line, console, rules, severities, notes: policy.notes });
  const code = exitCode(report, severities, line.maxWarnings);
  return dryRun && report.changes.length > 0 ? 1 : code;
}

function printText(report: MigrationReport, done: readonly PlannedFile[], line: CommandLine, { stdout, env }: Console) {
  const dryRun = line.has('dry-run');
  const changed = done.filter(isChanged);
  if (dryRun || line.has('diff'))
    for (const { document, plan } of changed) stdout.write(unifiedDiff(document.path, document.text, plan.text));
  const uses = new Map(
    changed.map(({ document, remaining }) => [document.path, newProfiles(document, remaining.document)]),
  );
  const profiles = new Map(
    [...uses].map(([path, list]) => [path, list.map(({ scope, model }) => `${scope}.${model}`)]),
  );
  stdout.write(
    migrationText(report, {
      style: styleFor(stdout, env),
      dryRun,
      profiles,
      followUps: followUps(
        [...uses.values()].flat(),
        changed.flatMap(({ plan }) => plan.applied.map(({ rule }) => rule)),
      ),
    }),
  );
}

function isChanged({ document, plan }: PlannedFile) {
  return plan.text !== document.text;
}
