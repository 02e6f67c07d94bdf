import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';
import { isRetiring } from './is-retiring.js';
import { movesSuperseded, supersededBy } from './superseded-by.js';

/** The model that an ID of this one is moved to under a policy; `null` where it stays, or nothing takes over. */
export function movedTo(model: CatalogModel, region: string | null, policy: Policy): CatalogModel | null {
  const { catalog, asOf: day, target, minRunwayDays } = policy;
  const lifecycle = catalog.lifecycleOn(model, day, region);
  if (lifecycle.state === 'unknown') return null;
  if (lifecycle.state === 'active' && !isRetiring(lifecycle, policy))
    return movesSuperseded(model, policy) ? supersededBy(model, policy) : null;
  return catalog.successorOf(model, { target, day, minRunwayDays }) ?? null;
}
