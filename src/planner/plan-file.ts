import type { Document } from '../documents/document.js';
import { applyEdits } from '../edits/apply-edits.js';
import { lineIndex } from '../edits/line-index.js';
import { createOriginOf } from '../edits/origin-of.js';
import type { Range, TextEdit } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import type { Place } from '../documents/prompt.js';
import type { Policy } from '../policy/policy.js';
import type { Finding } from '../rules/finding.js';
import { collectFindings } from './collect-findings.js';
import type { Select } from './migration.js';
import { canImport, planPass } from './plan-pass.js';
import { modelsElsewhere, newRefusal, withoutAwaited } from './refusals.js';
import type { ModelDependencies } from './refusals.js';
import type { RuleSet } from './rule-set.js';
import { settleRepairs } from './settle-repairs.js';
import type { Answer, SettledFinding } from './settle-repairs.js';

export interface PlanInput {
  readonly document: Document;
  /** Reads a changed text as the same file. */
  readonly reopen: (text: string) => Document;
  readonly ruleSet: RuleSet;
  readonly policy: Policy;
  /** Which settled repairs go in; of each finding the first that does. */
  readonly select: Select;
  readonly answer: Answer;
  /** Why a finding must wait for another file; `first` says where a range of the text at hand stood in the first one. */
  readonly hold?: (finding: Finding, first: (range: Range) => Range) => string | null;
}

/** Lines are those of the text the plan started from. */
export interface FilePlan extends ModelDependencies {
  /** The text to write; the original one when nothing is to change. */
  readonly text: string;
  /** Text edits made, over all passes. */
  readonly edits: number;
  readonly applied: readonly {
    readonly rule: string;
    readonly repair: string;
    readonly safety: 'safe' | 'review';
    readonly line: number;
  }[];
  /** Errors and warnings that stay. */
  readonly leftAlone: readonly { readonly line: number; readonly rule: string; readonly why: string }[];
  readonly passes: number;
}

const maxPasses = 10;

/**
 * Applies selected repairs pass by pass until none is left, each pass to one frozen text. A file that comes round in a circle or no longer parses is left
 * alone, and so is one whose requests the models it would name refuse.
 */
export function planFile(input: PlanInput): FilePlan {
  const { document, reopen, select } = input;
  const origin = createOrigin(document.text);
  const seen = new Set([document.text]);
  const applied: FilePlan['applied'][number][] = [];
  const awaited: Place[] = [];
  const edited: Range[] = [];
  const before = findingsOf(input, document, origin.rangeOf);
  let findings = before;
  let current = document;
  let edits = 0;
  // Another choice than the one that was just made is nothing that was left alone.
  const isNotMade = ({ finding: { position, range, repairs } }: SettledFinding) =>
    position === undefined ||
    repairs.length === 0 ||
    !edited.some((each) => rangesOverlap(origin.rangeOf(range), each));
  for (let passes = 0; ; passes += 1) {
    const pass = planPass(current, findings, select);
    if (pass.edits.length === 0) {
      const refused = newRefusal(before, findings, ({ path, range }) => {
        const first = origin.rangeOf(range);
        return path === document.path && edited.some((each) => rangesOverlap(first, each));
      });
      if (refused !== undefined && edits > 0)
        return untouched(input, passes, `its request must change with the model: ${reasonOf(refused)}`);
      return {
        text: current.text,
        edits,
        applied,
        leftAlone: leftAlone(findings.filter(isNotMade), current.text, select, origin.lineOf),
        passes,
        blocked: blockedBy(findings, document.path),
        awaited,
        edited,
      };
    }
    const text = applyEdits(current.text, pass.edits);
    if (seen.has(text)) return untouched(input, passes, 'conflict: the repairs of this file undo each other');
    if (passes === maxPasses)
      return untouched(
        input,
        passes,
        `conflict: the repairs of this file have not come to an end after ${maxPasses} passes`,
      );
    for (const { found, repair } of pass.chosen)
      applied.push({
        rule: found.rule,
        repair: repair.id,
        safety: repair.safety,
        line: origin.lineOf(found.finding.range[0]),
      });
    awaited.push(...pass.chosen.flatMap(({ found }) => awaitedBy(found, document.path)));
    edited.push(...pass.edits.map(({ range }) => origin.rangeOf(range)));
    edits += pass.edits.length;
    origin.push(pass.edits);
    seen.add(text);
    current = reopen(text);
    if (document.parseError === null && current.parseError !== null)
      return untouched(input, passes + 1, `the repaired text would not parse: ${current.parseError}`);
    findings = withoutAwaited(findingsOf(input, current, origin.rangeOf), awaited);
  }
}

function findingsOf(
  { ruleSet, policy, answer, hold }: PlanInput,
  document: Document,
  first: (range: Range) => Range = (range) => range,
) {
  const held = hold && ((finding: Finding) => hold(finding, first));
  return settleRepairs(collectFindings(document, ruleSet, policy), answer, held);
}

/** The IDs of other files that must stay: a request of this file is not ready for their successors. */
function blockedBy(findings: readonly SettledFinding[], path: string) {
  return findings
    .filter(({ finding }) => finding.level !== 'note')
    .flatMap((found) =>
      modelsElsewhere(found, path).map((model) => ({
        model,
        why: `a request in ${path} must change with the model: ${reasonOf(found)}`,
      })),
    );
}

/** A request that is refused as it is waits for nothing. */
function awaitedBy(found: SettledFinding, path: string) {
  return found.finding.refusal?.when === 'moved' ? modelsElsewhere(found, path) : [];
}

/** All or nothing: with one repair taken back, all are. */
function untouched(input: PlanInput, passes: number, why: string): FilePlan {
  const { document, select } = input;
  const { lineOf } = lineIndex(document.text);
  const findings = findingsOf(input, document);
  return {
    text: document.text,
    edits: 0,
    applied: [],
    leftAlone: leftAlone(findings, document.text, select, lineOf, why),
    passes,
    blocked: findings.flatMap((found) =>
      modelsElsewhere(found, document.path).map((model) => ({ model, why: `${document.path} is left alone: ${why}` })),
    ),
    awaited: [],
    edited: [],
  };
}

function leftAlone(
  findings: readonly SettledFinding[],
  text: string,
  select: Select,
  lineOf: (offset: number) => number,
  taken?: string,
) {
  return findings
    .filter(({ finding }) => finding.level !== 'note')
    .map((found) => ({
      line: lineOf(found.finding.range[0]),
      rule: found.rule,
      why: whyLeft(found, text, select, taken),
    }));
}

function whyLeft(found: SettledFinding, text: string, select: Select, taken: string | undefined) {
  const chosen = chosenRepair(found, select);
  if (chosen !== undefined)
    return taken ?? (canImport(text, chosen) ? waitsFor(found) : 'a name it imports is taken in this file');
  return reasonOf(found);
}

function waitsFor({ finding: { refusal } }: SettledFinding) {
  return refusal?.when === 'moved' ? 'it goes with the move of its model, which is left alone' : 'its edits overlap';
}

function reasonOf({ finding, withheld }: SettledFinding) {
  const [repair] = finding.repairs;
  const undecided = repair ? `a person decides on its repair ${repair.id}` : `needs a person's decision`;
  return finding.unrepaired ?? withheld[0]?.why ?? undecided;
}

function chosenRepair({ rule, finding }: SettledFinding, select: Select) {
  return finding.repairs.find((repair) => select(rule, finding, repair));
}

/** Follows places back through the passes to the first text. */
function createOrigin(text: string) {
  const { lineOf } = lineIndex(text);
  const passes: ((offset: number) => number)[] = [];
  const originOf = (offset: number) => passes.reduceRight((place, before) => before(place), offset);
  return {
    push: (edits: readonly TextEdit[]) => passes.push(createOriginOf(edits)),
    lineOf: (offset: number) => lineOf(originOf(offset)),
    // What stands in a replacement comes from the start of what it replaced.
    rangeOf: ([start, end]: Range): Range => [originOf(start), Math.max(originOf(end), originOf(start) + 1)],
  };
}
