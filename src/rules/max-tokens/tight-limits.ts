import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall, ModelReference } from '../../documents/facts.js';
import { mayThink } from '../answers/may-think.js';
import { isNamedIn } from '../request/asked-otherwise.js';
import { requestsOf } from '../request/requests-of.js';

/** The least that a request lets a model write, in tokens, thinking included; `Infinity` where it sets no limit that is known. */
export function limitOf({ request }: Pick<ModelCall, 'request'>): number {
  const limits = request?.settings.maxTokens ?? [];
  return Math.min(...limits.map(({ value }) => (value.kind === 'number' ? value.number : Infinity)));
}

/** Whether a request of an ID was given room for an answer alone, and the model it is moved to would think in it first. */
export function isCutShort(
  reference: ModelReference,
  from: CatalogModel,
  to: CatalogModel,
  document: Document,
): boolean {
  const constraints = constraintsOf(to);
  const { whenOmitted, minBudgetTokens } = constraints.thinking;
  if (whenOmitted !== 'on' || constraintsOf(from).thinking.whenOmitted === 'on') return false;
  return requestsOf(document).some(
    (call) =>
      limitOf(call) < minBudgetTokens &&
      mayThink(constraints, call.request) &&
      isNamedIn(call.model, reference, document),
  );
}
