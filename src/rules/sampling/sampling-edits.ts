import type { CatalogModel } from '../../catalog/schema.js';
import type { PropertyFact, Sampling } from '../../documents/facts.js';
import type { TextEdit } from '../../edits/text-edit.js';
import { joinRemovals } from '../request/join-removals.js';

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

/** The comment because of which one of them can't be taken out; empty where it is something else. */
export function commentAt(sampling: Sampling | undefined, model: CatalogModel): string {
  const comments = refusedBy(model, sampling).flatMap(({ keptBy = [] }) => keptBy);
  return comments[0] === undefined ? '' : `: ${comments[0]}`;
}

/** Whether more may have to change in the request than these edits do. */
export function isSamplingLeft(sampling: Sampling | undefined, model: CatalogModel): boolean {
  return refusedBy(model, sampling).some(({ isLeft }) => isLeft);
}

interface RefusedParameter extends Pick<PropertyFact, 'removal' | 'keptBy'> {
  /** Other requests may be made of it, or what it is refused with may be absent: a rule on requests sees more. */
  readonly isLeft: boolean;
}

/** The parameters of a call that a model answers with a validation error. */
function refusedBy(model: CatalogModel, sampling: Sampling | undefined): readonly RefusedParameter[] {
  if (!sampling) return [];
  const { temperature, topP, topK } = sampling;
  const rules = model.request.sampling;
  const refused: RefusedParameter[] = [];
  const add = ({ removal, isShared, keptBy }: PropertyFact, isLeft = false) =>
    refused.push({ removal, isLeft: isShared === true || isLeft, ...(keptBy !== undefined && { keptBy }) });
  if (temperature && rules.temperature === false) add(temperature);
  if (topP && rules.topP === false) add(topP);
  // A temperature that a caller may leave away proves nothing.
  else if (topP && temperature && rules.temperatureWithTopP === false) add(topP, temperature.value.kind === 'unknown');
  if (topK && rules.topK === false) add(topK);
  return refused;
}
