import type { CatalogModel } from '../catalog/schema.js';
import type { PropertyFact, Sampling } from '../documents/facts.js';
import type { TextEdit } from '../edits/text-edit.js';
import { joinRemovals } from './request/join-removals.js';

/** The edits that take out the sampling parameters a model refuses; `null` when one of them can't be taken out. */
export function samplingEdits(sampling: Sampling | undefined, model: CatalogModel): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const { removal } of refusedBy(model, sampling)) {
    if (removal === null) return null;
    edits.push(removal);
  }
  return joinRemovals(edits);
}

/** Whether a call sends the temperature for which its top_p is taken out: one that a caller may leave away proves nothing. */
export function isPairCertain(sampling: Sampling | undefined): boolean {
  return !sampling?.temperature || !sampling.topP || sampling.temperature.value.kind !== 'unknown';
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
