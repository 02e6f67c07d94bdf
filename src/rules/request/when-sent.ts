import type { ModelCall } from '../../documents/facts.js';
import type { ModelCondition } from '../../documents/model-condition.js';
import { bothOf } from '../../documents/model-condition.js';
import type { RequestField } from '../../documents/request.js';

/** A call as far as it sends some properties of its request: the code may ask about the model before it does. */
export function whenSent(
  call: ModelCall,
  ...fields: readonly Pick<RequestField, 'onlyWhere'>[]
): ModelCall & { readonly onlyWhere?: ModelCondition } {
  const onlyWhere = fields.reduce<ModelCondition | undefined>((all, each) => bothOf(all, each.onlyWhere), undefined);
  return onlyWhere ? { ...call, onlyWhere } : call;
}
