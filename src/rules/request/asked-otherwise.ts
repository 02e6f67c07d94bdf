import { printModelId } from '../../catalog/model-id.js';
import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference, StaticValue } from '../../documents/facts.js';
import type { ModelCondition } from '../../documents/model-condition.js';
import { answerFor } from '../../documents/model-condition.js';
import type { RequestField } from '../../documents/request.js';
import { rangesOverlap } from '../../edits/text-edit.js';
import { requestsOf } from './requests-of.js';

/** Whether a call asks which model it has before it sends some property, and asks in a way that tells an ID from the one it is moved to. */
export function isAskedOtherwise(reference: ModelReference, to: string, document: Document): boolean {
  const from = printModelId(reference.name);
  return requestsOf(document).some(
    ({ model, request }) =>
      isNamedIn(model, reference, document) &&
      Object.values(request?.settings ?? {}).some((fields) => fields.some((field) => tellsApart(field, from, to))),
  );
}

/** Whether a call asks about its model, in a way nobody can answer, before it sends what the model refuses that its ID is moved to. */
export function mayBeRefused(reference: ModelReference, to: CatalogModel, document: Document): boolean {
  const { sampling, thinking } = constraintsOf(to);
  const isUnanswered = ({ onlyWhere }: RequestField) =>
    onlyWhere !== undefined && answerFor(onlyWhere, to.id) === 'unknown';
  return requestsOf(document).some(({ model, request }) => {
    if (!request || !isNamedIn(model, reference, document)) return false;
    const refused = samplingSettings.flatMap((name) =>
      sampling[name] === false ? (request.settings[name] ?? []) : [],
    );
    const thinks = thinking.types.some((type) => type === 'enabled') ? [] : (request.settings.thinking ?? []);
    return [...refused, ...thinks].some(isUnanswered);
  });
}

const samplingSettings = ['temperature', 'topP', 'topK'] as const;

/** Whether the value of a model is, or may be, the ID of a reference. */
export function isNamedIn(value: StaticValue, reference: ModelReference, document: Document): boolean {
  if (value.kind === 'oneOf') return value.values.some((each) => isNamedIn(each, reference, document));
  return value.kind === 'text' && value.path === document.path && rangesOverlap(value.range, reference.range);
}

function tellsApart({ onlyWhere, object }: RequestField, from: string, to: string): boolean {
  if (onlyWhere && !isKnownGate(onlyWhere) && isSent(onlyWhere, from) !== isSent(onlyWhere, to)) return true;
  return object?.fields.some((field) => tellsApart(field, from, to)) === true;
}

function isSent(condition: ModelCondition, id: string) {
  return answerFor(condition, id) !== 'no';
}

/** Tests that name Claude are looked at across the project, and may be repaired together with the move. */
function isKnownGate(condition: ModelCondition): boolean {
  switch (condition.kind) {
    case 'gate':
      return condition.gate.patterns.some((pattern) => /claude|anthropic/i.test(pattern));
    case 'not':
      return isKnownGate(condition.of);
    case 'all':
    case 'any':
      return condition.of.some(isKnownGate);
    default:
      return false;
  }
}
