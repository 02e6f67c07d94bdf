import type { Document } from '../documents/document.js';
import type { Policy } from '../policy/policy.js';
import type { Finding } from '../rules/finding.js';
import { createGateMoves } from './gate-moves.js';
import type { Held } from './held-places.js';
import { heldBy, isHeld, isSame, reasonToHold } from './held-places.js';
import type { JudgedFile } from './judged-file.js';
import type { Select } from './migration.js';
import type { FilePlan } from './plan-file.js';
import { planFile } from './plan-file.js';
import type { RuleSet } from './rule-set.js';
import type { Answer } from './settle-repairs.js';

export interface PlanFilesInput {
  /** The files that may change. */
  readonly files: readonly JudgedFile[];
  /** Reads a changed text as the file at a path. */
  readonly reopen: (path: string, text: string) => Document;
  readonly ruleSet: RuleSet;
  readonly policy: Policy;
  readonly select: Select;
  /** Answers claims for the file at a path. */
  readonly answerFor: (path: string) => Exclude<Answer, null>;
  /** Places that must stay, whatever the plans come to. */
  readonly held?: readonly Held[];
  /** Why a finding must wait for a file that is not among these; `null` where it need not. */
  readonly hold?: (finding: Finding, path: string) => string | null;
}

/** Plans by path, and what was thrown where there is none. */
export interface FilePlans {
  readonly plans: ReadonlyMap<string, FilePlan>;
  readonly failures: ReadonlyMap<string, unknown>;
}

/**
 * Plans files that depend on each other. What goes together changes together or stays: an ID and the requests that reach it
 * from other files, a test of an ID and the IDs that it tells apart. A plan that fails leaves its file as it is.
 */
export function planFiles(input: PlanFilesInput): FilePlans {
  const { files } = input;
  const documents = new Map(files.map(({ document }) => [document.path, document]));
  const plans = new Map<string, FilePlan>();
  const failures = new Map<string, unknown>();
  const held: Held[] = [...(input.held ?? [])];
  const gates = createGateMoves(input);
  let wanted = files;
  while (wanted.length > 0) {
    for (const { document } of wanted) planOne(document);
    const found = [...heldBy(plans, documents), ...gates.heldBy(plans)].filter(
      (one) => !held.some((other) => isSame(one, other)),
    );
    held.push(...found);
    const affected = new Set(found.map(({ model }) => model.path));
    wanted = files.filter(
      ({ document, findings }) => affected.has(document.path) || findings.some((each) => isHeld(each, found)),
    );
  }
  return { plans, failures };

  function planOne(document: Document) {
    const { path } = document;
    const { ruleSet, policy, select } = input;
    try {
      const plan = planFile({
        document,
        reopen: (text) => input.reopen(path, text),
        ruleSet,
        policy,
        select,
        answer: gates.answerFor(path),
        hold: (finding, first) => input.hold?.(finding, path) ?? reasonToHold(finding, path, held, first),
      });
      plans.set(path, plan);
    } catch (error) {
      plans.delete(path);
      failures.set(path, error);
    }
  }
}
