import { compareGenerations, isNumbered } from '../../catalog/generation.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';

/** The newest model of the family, where it is newer than this one; `null` where nothing supersedes it. */
export function supersededBy(model: CatalogModel, { catalog, asOf }: Policy): CatalogModel | null {
  const newest = catalog.newestInFamily(model, asOf);
  if (newest?.family !== model.family || !isNumbered(model.generation)) return null;
  return compareGenerations(newest.generation, model.generation) > 0 ? newest : null;
}

/** Whether the policy moves active models of this family to the newest one. */
export function movesSuperseded({ family }: CatalogModel, { superseded, target }: Policy): boolean {
  return superseded === 'move' && (typeof target === 'string' ? target : target[family]) === 'latest';
}
