import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import { refusalOf } from '../request/refusal-of.js';

/** Limits that were the most an older model could write, for a model that writes more. */
export function* copiedDefaults(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<FieldFinding<'copiedDefault', never>> {
  for (const field of call.request?.settings.maxTokens ?? []) {
    const { value } = field;
    const older = value.kind === 'number' ? endedWith(value.number, policy) : undefined;
    if (value.kind !== 'number' || !older) continue;
    const found = refusalOf(
      call,
      policy,
      ({ maxOutputTokens }) => maxOutputTokens !== null && maxOutputTokens > value.number,
    );
    if (!found) continue;
    yield {
      field,
      finding: {
        ...fieldPlace(field, call, document),
        messageId: 'copiedDefault',
        data: {
          name: found.model.name,
          older: older.name,
          tokens: String(value.number),
          limit: String(found.constraints.maxOutputTokens ?? ''),
        },
        level: 'warning',
        repairs: [],
        unrepaired: 'a person chooses how long the answer may be',
      },
    };
  }
}

/** A model that has ended and could write no more than this. */
function endedWith(tokens: number, { catalog, asOf }: Policy): CatalogModel | undefined {
  return catalog.models.find(
    (model) => model.limits.maxOutputTokens === tokens && catalog.lifecycleOn(model, asOf).state === 'endOfLife',
  );
}
