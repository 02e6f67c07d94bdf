import { parseModelName, printModelName } from '../../catalog/model-id.js';
import type { ModelName } from '../../catalog/model-id.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';

/** The model a name stands for: by its ID, or by what the policy says of an application inference profile. */
export function modelNamed(name: ModelName, { catalog, profiles }: Policy): CatalogModel | undefined {
  const base =
    name.base === '' ? parseModelName(profiles[printModelName({ ...name, gateway: '' })] ?? '')?.base : name.base;
  return base === undefined ? undefined : catalog.findModel(base.toLowerCase());
}
