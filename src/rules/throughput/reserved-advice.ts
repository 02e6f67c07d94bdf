import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';

/** What takes the place of throughput that was bought: the Reserved tier, of the models that have it. `null` = any model. */
export function reservedAdvice(model: CatalogModel | null, { catalog, asOf }: Policy): string {
  if (model && constraintsOf(model).throughput.serviceTiers.reserved === true)
    return `What can be bought is the Reserved tier, which ${model.name} has`;
  const names = catalog.models
    .filter((each) => constraintsOf(each).throughput.serviceTiers.reserved === true)
    .filter((each) => catalog.lifecycleOn(each, asOf).state === 'active')
    .map(({ name }) => name);
  return names.length === 0
    ? 'Call the model on demand'
    : `What can be bought is the Reserved tier, of ${new Intl.ListFormat('en').format(names)}`;
}
