import type { CatalogModel } from '../../catalog/schema.js';

/** The IDs by which a model is called: bare, and behind each geography. */
export function spellingsOf({ id, invocation }: CatalogModel): readonly string[] {
  return [id, ...invocation.profiles.map((scope) => `${scope}.${id}`)];
}
