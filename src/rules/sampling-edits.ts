import type { CatalogModel } from '../catalog/schema.js';
import type { PropertyFact, Sampling } from '../documents/facts.js';
import { editsOverlap } from '../edits/apply-edits.js';
import type { TextEdit } from '../edits/text-edit.js';

/** The edits that take out the sampling parameters a model refuses; `null` when one of them can't be taken out. */
export function samplingEdits(sampling: Sampling | undefined, model: CatalogModel): readonly TextEdit[] | null {
  let edits: readonly TextEdit[] = [];
  for (const { removal } of refusedBy(model, sampling)) {
    if (removal === null) return null;
    edits = withRemoval(edits, removal);
  }
  return edits;
}

/** Whether a call sends the temperature for which its top_p is taken out: one that a caller may leave away proves nothing. */
export function isPairCertain(sampling: Sampling | undefined): boolean {
  return !sampling?.temperature || !sampling.topP || sampling.temperature.value.kind !== 'unknown';
}

/** Neighbours both claim the comma between them: together they go in one piece. */
function withRemoval(edits: readonly TextEdit[], removal: TextEdit): readonly TextEdit[] {
  const neighbours = edits.filter((edit) => editsOverlap(edit, removal));
  const pieces = [...neighbours, removal];
  const range = [
    Math.min(...pieces.map((edit) => edit.range[0])),
    Math.max(...pieces.map((edit) => edit.range[1])),
  ] as const;
  return [
    ...edits.filter((edit) => !neighbours.includes(edit)),
    { range, text: pieces.map((edit) => edit.text).join('') },
  ];
}

/** The parameters of a call that a model answers with a validation error. */
function refusedBy(model: CatalogModel, sampling: Sampling | undefined): readonly PropertyFact[] {
  if (!sampling) return [];
  const { temperature, topP, topK } = sampling;
  const rules = model.request.sampling;
  const refused: PropertyFact[] = [];
  if (temperature && rules.temperature === false) refused.push(temperature);
  if (topP && (rules.topP === false || (temperature && rules.temperatureWithTopP === false))) refused.push(topP);
  if (topK && rules.topK === false) refused.push(topK);
  return refused;
}
