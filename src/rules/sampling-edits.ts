import type { CatalogModel } from '../catalog/schema.js';
import type { PropertyFact, Sampling } from '../documents/facts.js';
import type { TextEdit } from '../edits/text-edit.js';
import { joinRemovals } from './request/join-removals.js';

/** The edits that take out the sampling parameters a model refuses and no rule on requests has to judge; `null` when one of them can't be taken out. */
export function samplingEdits(
  sampling: Sampling | undefined,
  model: CatalogModel,
  text: string,
): readonly TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const { removal, isLeft } of refusedBy(model, sampling)) {
    if (isLeft) continue;
    if (removal === null) return null;
    edits.push(removal);
  }
  return joinRemovals(edits, text);
}

/** Whether more may have to change in the request than these edits do. */
export function isSamplingLeft(sampling: Sampling | undefined, model: CatalogModel): boolean {
  return refusedBy(model, sampling).some(({ isLeft }) => isLeft);
}

interface RefusedParameter extends Pick<PropertyFact, 'removal'> {
  /** Other requests may be made of it, or what it is refused with may be absent: a rule on requests sees more. */
  readonly isLeft: boolean;
}

/** The parameters of a call that a model answers with a validation error. */
function refusedBy(model: CatalogModel, sampling: Sampling | undefined): readonly RefusedParameter[] {
  if (!sampling) return [];
  const { temperature, topP, topK } = sampling;
  const rules = model.request.sampling;
  const refused: RefusedParameter[] = [];
  const add = ({ removal, isShared }: PropertyFact, isLeft = false) =>
    refused.push({ removal, isLeft: isShared === true || isLeft });
  if (temperature && rules.temperature === false) add(temperature);
  if (topP && rules.topP === false) add(topP);
  // A temperature that a caller may leave away proves nothing.
  else if (topP && temperature && rules.temperatureWithTopP === false) add(topP, temperature.value.kind === 'unknown');
  if (topK && rules.topK === false) add(topK);
  return refused;
}
