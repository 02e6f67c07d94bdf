import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';
import { targetModels } from '../request/target-models.js';

/** The cheapest of the models that a policy moves code to, where it costs less than a model and is served in the same geography. */
export function cheaperModel(model: CatalogModel, scope: string, policy: Policy): CatalogModel | null {
  const now = priceOf(model, scope);
  if (now === null) return null;
  const cheaper = targetModels(policy)
    .filter((each) => each.invocation.profiles.some((offered) => offered === scope))
    .flatMap((each) => ({ each, price: priceOf(each, scope) ?? now }))
    .filter(({ price }) => price < now)
    .toSorted((one, other) => one.price - other.price);
  return cheaper[0]?.each ?? null;
}

/** Output is what a short answer to a short question is paid for. */
function priceOf({ price }: CatalogModel, scope: string) {
  const { global, regional } = price;
  return (scope === 'global' ? (global ?? regional) : (regional ?? global))?.output ?? null;
}
