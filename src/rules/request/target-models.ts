import type { CatalogModel, Family } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';

const known = new WeakMap<Policy, readonly CatalogModel[]>();

/** The models a policy moves code to, one for each family that everybody may use: what a call may mean that does not say which Claude it calls. */
export function targetModels(policy: Policy): readonly CatalogModel[] {
  const memo = known.get(policy);
  if (memo) return memo;
  const { catalog, asOf, target, minRunwayDays } = policy;
  const models = new Map<Family, CatalogModel>();
  for (const model of catalog.models) {
    if (catalog.lifecycleOn(model, asOf).state !== 'endOfLife') continue;
    const successor = catalog.successorOf(model, { target, day: asOf, minRunwayDays });
    if (successor?.invocation.access === 'open') models.set(successor.family, successor);
  }
  const found = [...models.values()];
  known.set(policy, found);
  return found;
}
