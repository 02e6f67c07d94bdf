import type { Place } from '../documents/prompt.js';
import type { Finding, ProjectClaim, Repair } from '../rules/finding.js';
import { needsProject } from '../rules/needs-project.js';
import type { RuleFinding } from './collect-findings.js';

/** Answers a claim for the file at hand; `null` where a door knows no project. */
export type Answer = ((claim: ProjectClaim) => ClaimAnswer) | null;

export interface ClaimAnswer {
  readonly holds: boolean;
  readonly why?: string;
  /** The tests that are in the way, where repairing them may clear it. */
  readonly gates?: readonly Place[];
}

/** A repair that the project forbids. */
export interface WithheldRepair {
  readonly id: string;
  readonly why: string;
}

/** A finding whose repairs carry the safety that holds in this project. */
export interface SettledFinding extends RuleFinding {
  readonly withheld: readonly WithheldRepair[];
}

/**
 * Weighs each repair's claims: all true, it is as safe as written; one false, it is withheld; nobody to ask, it is `review`.
 *
 * @param hold why the repairs of a finding must wait for a change in another file; `null` where they need not
 */
export function settleRepairs(
  findings: readonly RuleFinding[],
  answer: Answer,
  hold: (finding: Finding) => string | null = () => null,
): readonly SettledFinding[] {
  return findings.map((found) => {
    const repairs: Repair[] = [];
    const withheld: WithheldRepair[] = [];
    const why = hold(found.finding);
    for (const repair of found.finding.repairs) {
      const settled = why === null ? settle(repair, answer) : { id: repair.id, why };
      if ('why' in settled) withheld.push(settled);
      else repairs.push(settled);
    }
    const finding: Finding = { ...found.finding, repairs };
    return { ...found, finding, withheld };
  });
}

function settle(repair: Repair, answer: Answer): Repair | WithheldRepair {
  const needs = repair.needs ?? [];
  if (needs.length === 0) return repair;
  if (answer === null)
    return needsProject(repair)
      ? {
          id: repair.id,
          why:
            needs.find((claim) => claim.kind === 'sentAlong')?.why ??
            'the calls that take it are not seen, and their requests may have to be rewritten with it',
        }
      : { ...repair, safety: 'review' };
  for (const claim of needs) {
    const { holds, why = 'something in the project depends on it' } = answer(claim);
    if (!holds) return { id: repair.id, why };
  }
  return repair;
}
