import type { Document } from '../documents/document.js';
import type { ModelReference, Position } from '../documents/facts.js';
import type { ProfileUse } from './iam-statements.js';

/** Where a profile that is named may be called. */
const CALLED: readonly Position[] = ['request', 'constant', 'default', 'table'];

/** The profiles that code may call after and did not name before, in the order of their first use. */
export function newProfiles(before: Document, after: Document): readonly ProfileUse[] {
  const known = new Set(profilesOf(before.modelReferences).map(toProfileId));
  return profilesOf(after.modelReferences).filter((use) => !known.has(toProfileId(use)));
}

export function toProfileId({ scope, model }: ProfileUse): string {
  return `${scope}.${model}`;
}

function profilesOf(references: readonly ModelReference[]): readonly ProfileUse[] {
  const uses = new Map<string, ProfileUse>();
  for (const { name, position } of references) {
    if (!CALLED.includes(position) || name.scope === null || name.base === '' || name.wildcard) continue;
    const use = { scope: name.scope.toLowerCase(), model: name.base.toLowerCase() };
    uses.set(toProfileId(use), use);
  }
  return [...uses.values()];
}
