import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { refusalOf } from '../request/refusal-of.js';

/** Calls that leave a model that thinks by itself fewer tokens than a team wants. */
export function* shortAnswers(
  call: ModelCall,
  least: number,
  document: Document,
  policy: Policy,
): Iterable<FieldFinding<'tooFewTokens', never>> {
  const { request } = call;
  if (least === 0 || !request?.isComplete || request.settings.thinking) return;
  const [field, ...others] = request.settings.maxTokens ?? [];
  if (field?.value.kind !== 'number' || others.length > 0 || field.value.number >= least) return;
  // Not refused: cut short.
  const found = refusalOf(call, policy, ({ thinking }) => thinking.whenOmitted === 'on', false);
  if (!found) return;
  yield {
    field,
    finding: {
      ...fieldPlace(field, call, document),
      messageId: 'tooFewTokens',
      data: { name: found.model.name, tokens: String(field.value.number) },
      level: 'warning',
      repairs: [],
      unrepaired: 'a person chooses how many',
    },
  };
}
