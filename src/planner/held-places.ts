import type { Document } from '../documents/document.js';
import type { Place } from '../documents/prompt.js';
import { lineIndex } from '../edits/line-index.js';
import type { Range } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import type { Finding } from '../rules/finding.js';
import { refusedPlaces } from '../rules/request/refused-places.js';
import type { FilePlan } from './plan-file.js';

/** A place whose repairs must wait, and why: in the file itself an ID that must stay, in another one a request that goes with it. */
export interface Held {
  readonly model: Place;
  readonly why: string;
  /** What is said of the ID itself, where that is something else. */
  readonly whyModel?: string;
}

/** IDs that must stay because a request elsewhere can't follow them, and requests whose ID elsewhere stays. */
export function heldBy(
  plans: ReadonlyMap<string, FilePlan>,
  documents: ReadonlyMap<string, Document>,
): readonly Held[] {
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
function whyStays({ path, range }: Place, plan: FilePlan | undefined, documents: ReadonlyMap<string, Document>) {
  const document = documents.get(path);
  if (document === undefined || plan === undefined) return undefined;
  const line = lineIndex(document.text).lineOf(range[0]);
  return plan.leftAlone.find((place) => place.line === line)?.why;
}

/** A held place holds the ID that stands there, whatever finding names it, and each request that goes with it. */
export function reasonToHold(
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

/** Whether a finding is about a request that goes with one of these places. */
export function isHeld({ finding }: { readonly finding: Finding }, held: readonly Held[]): boolean {
  return held.some(({ model }) => isAbout(finding, model));
}

function isAbout({ refusal }: Finding, model: Place) {
  const own = refusal ? refusedPlaces(refusal, 'moved') : [];
  return own.some(({ path, range }) => path === model.path && rangesOverlap(range, model.range));
}

/** Whether two of them hold the same place. */
export function isSame(one: Held, other: Held): boolean {
  return one.model.path === other.model.path && rangesOverlap(one.model.range, other.model.range);
}
