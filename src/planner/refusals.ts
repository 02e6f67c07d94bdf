import type { Range } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import type { Place } from '../documents/prompt.js';
import type { Finding } from '../rules/finding.js';
import { refusedPlaces } from '../rules/request/refused-places.js';
import type { SettledFinding } from './settle-repairs.js';

/** What the plan of one file means for the files that name the models of its calls. */
export interface ModelDependencies {
  /** Places in other files whose IDs must stay, because a request of this file would be refused by what takes their place; with the reason. */
  readonly blocked: readonly { readonly model: Place; readonly why: string }[];
  /** Places in other files whose IDs must move, because a request of this file was made ready for it. */
  readonly awaited: readonly Place[];
  /** Places of this file, in its first text, that were edited. */
  readonly edited: readonly Range[];
}

/**
 * A request that a model named in the text refuses after an edit of its ID, or that none refused before: an ID is moved to a model
 * that takes the request, or not at all.
 *
 * @param isEdited whether a range of the text at hand comes from an edit
 */
export function newRefusal(
  before: readonly SettledFinding[],
  after: readonly SettledFinding[],
  isEdited: (model: Place) => boolean,
): SettledFinding | undefined {
  const moved = after
    .filter(isRefusedNow)
    .find(({ finding: { refusal } }) => refusal && refusedPlaces(refusal, 'now').some(isEdited));
  return moved ?? addedRefusal(before, after);
}

function addedRefusal(before: readonly SettledFinding[], after: readonly SettledFinding[]): SettledFinding | undefined {
  const known = new Map<string, number>();
  for (const { rule } of before.filter(isRefusedNow)) known.set(rule, (known.get(rule) ?? 0) + 1);
  return after.filter(isRefusedNow).find(({ rule }) => {
    const left = known.get(rule) ?? 0;
    known.set(rule, left - 1);
    return left <= 0;
  });
}

/** Where in other files the IDs stand that a request must be made ready for before they are moved. */
export function modelsElsewhere({ finding: { refusal } }: SettledFinding, path: string): readonly Place[] {
  return refusal ? refusedPlaces(refusal, 'moved').filter((model) => model.path !== path) : [];
}

/** Findings that stay; a request that was made ready for its next model is refused by the present one only until that is moved. */
export function withoutAwaited<Found extends { readonly finding: Finding }>(
  findings: readonly Found[],
  awaited: readonly Place[],
): readonly Found[] {
  if (awaited.length === 0) return findings;
  const isAwaited = ({ path, range }: Place) =>
    awaited.some((each) => each.path === path && rangesOverlap(each.range, range));
  return findings.filter(
    ({ finding: { refusal } }) => !(refusal?.untilMoved && refusedPlaces(refusal, 'now').every(isAwaited)),
  );
}

function isRefusedNow({ finding }: SettledFinding) {
  return finding.refusal?.when === 'now' && (finding.level !== 'note' || finding.refusal.isDoubted === true);
}
