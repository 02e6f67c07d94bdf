import type { Document } from '../documents/document.js';
import type { Place } from '../documents/prompt.js';
import { lineIndex } from '../edits/line-index.js';
import type { Range } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import { collectFindings } from '../planner/collect-findings.js';
import type { Select } from '../planner/migration.js';
import type { FilePlan } from '../planner/plan-file.js';
import { planFile } from '../planner/plan-file.js';
import { modelsElsewhere, withoutAwaited } from '../planner/refusals.js';
import { settleRepairs } from '../planner/settle-repairs.js';
import type { Finding } from '../rules/finding.js';
import type { Policy } from '../policy/index.js';
import { refusedPlaces } from '../rules/request/refused-places.js';
import type { ClaudeRule } from '../rules/rule-meta.js';
import type { CheckedFile, EngineRun } from './engine.js';
import { toRuleSet } from './engine.js';
import { createGateMoves } from './gate-moves.js';
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
  /** Rules that only say which IDs must stay. */
  readonly watchers?: readonly ClaudeRule[];
  readonly select: Select;
}

/** A place whose repairs must wait, and why: in the file itself an ID that must stay, in another one a request that goes with it. */
interface Held {
  readonly model: Place;
  readonly why: string;
  /** What is said of the ID itself, where that is something else. */
  readonly whyModel?: string;
}

/**
 * Plans every file with findings. A plan that fails is an error and leaves its file as it is. An ID and the requests that
 * reach it from other files go together: where one of them can't change, none does.
 */
export function planProject(
  engine: EngineRun,
  request: PlanRequest,
): { readonly planned: readonly PlannedFile[]; readonly errors: readonly ReportedError[] } {
  const { watchers = [] } = request;
  const ruleSet = toRuleSet([...request.rules, ...watchers], request.policy);
  const plans = new Map<string, FilePlan>();
  const errors = new Map<string, ReportedError>();
  const held: Held[] = engine.bystanders().flatMap(holdFor);
  const gates = createGateMoves(engine, request.select);
  let wanted = engine.checked.filter(
    ({ document, findings }) => findings.length > 0 || (watchers.length > 0 && document.modelCalls.length > 0),
  );
  while (wanted.length > 0) {
    for (const file of wanted) planOne(file);
    const found = [...heldBy(plans, engine), ...gates.heldBy(plans)].filter(
      (one) => !held.some((other) => isSame(one, other)),
    );
    held.push(...found);
    const affected = new Set(found.map(({ model }) => model.path));
    wanted = engine.checked.filter(
      ({ document, findings }) => affected.has(document.path) || findings.some((each) => isHeld(each, found)),
    );
  }
  const planned = engine.checked.flatMap((file) => {
    const plan = plans.get(file.document.path);
    return plan ? [finished(file, plan, engine)] : [];
  });
  return { planned, errors: [...errors.values()] };

  function planOne({ document }: CheckedFile) {
    const { path } = document;
    try {
      const plan = planFile({
        document,
        reopen: (text) => engine.reopen(path, text),
        ruleSet,
        policy: request.policy,
        select: request.select,
        answer: gates.answerFor(path),
        hold: (finding, first) => reasonToHold(finding, path, held, first),
      });
      plans.set(path, plan);
    } catch (error) {
      plans.delete(path);
      fail(path, error);
    }
  }

  /** A request that nobody asked to change keeps the ID that it reaches. */
  function holdFor(document: Document): readonly Held[] {
    const { path } = document;
    try {
      return settleRepairs(collectFindings(document, ruleSet, request.policy), null)
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

/** IDs that must stay because a request elsewhere can't follow them, and requests whose ID elsewhere stays. */
function heldBy(plans: ReadonlyMap<string, FilePlan>, { documents }: EngineRun): readonly Held[] {
  return [...plans].flatMap(([path, { blocked, awaited }]) => [
    ...blocked,
    ...awaited
      .filter((model) => plans.get(model.path)?.edited.some((range) => rangesOverlap(range, model.range)) !== true)
      .map((model) => ({
        model,
        why: `it goes with its model, which stays as it is in ${model.path}`,
        whyModel:
          whyStays(model, plans.get(model.path), documents) ?? `a request in ${path} must change with the model`,
      })),
  ]);
}

/** What the plan of its own file says of an ID that it leaves alone. */
function whyStays({ path, range }: Place, plan: FilePlan | undefined, documents: EngineRun['documents']) {
  const document = documents.get(path);
  if (document === undefined || plan === undefined) return undefined;
  const line = lineIndex(document.text).lineOf(range[0]);
  return plan.leftAlone.find((place) => place.line === line)?.why;
}

/** A held place holds the ID that stands there, whatever finding names it, and each request that goes with it. */
function reasonToHold(
  finding: Finding,
  path: string,
  held: readonly Held[],
  first: (range: Range) => Range,
): string | null {
  const edits = finding.repairs.flatMap((repair) => repair.edits);
  const own = held.find(
    ({ model }) => model.path === path && edits.some(({ range }) => rangesOverlap(first(range), model.range)),
  );
  return own?.whyModel ?? own?.why ?? held.find(({ model }) => isAbout(finding, model))?.why ?? null;
}

function isHeld({ finding }: { readonly finding: Finding }, held: readonly Held[]) {
  return held.some(({ model }) => isAbout(finding, model));
}

function isAbout({ refusal }: Finding, model: Place) {
  const own = refusal ? refusedPlaces(refusal, 'moved') : [];
  return own.some(({ path, range }) => path === model.path && rangesOverlap(range, model.range));
}

function isSame(one: Held, other: Held) {
  return one.model.path === other.model.path && rangesOverlap(one.model.range, other.model.range);
}

function finished(file: CheckedFile, plan: FilePlan, engine: EngineRun): PlannedFile {
  const { document } = file;
  if (plan.text === document.text) return { document, plan, remaining: file };
  const changed = engine.reopen(document.path, plan.text);
  const findings = withoutAwaited(engine.judge(changed), plan.awaited);
  return { document, plan, remaining: { document: changed, findings } };
}
