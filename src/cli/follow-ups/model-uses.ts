import type { Document } from '../../documents/document.js';
import type { ModelReference, Position } from '../../documents/facts.js';
import { composedForms } from '../../rules/composed-ids/composed-forms.js';
import type { ProfileUse } from './iam-statements.js';

/** Where a profile that is named may be called. */
const CALLED: readonly Position[] = ['request', 'constant', 'default', 'table'];

/** The profiles that code may call after and did not name before, in the order of their first use. */
export function newProfiles(before: Document, after: Document): readonly ProfileUse[] {
  return newAt(CALLED, before, after);
}

/** The profiles that policies of this file name after and did not before. */
export function newGrants(before: Document, after: Document): readonly ProfileUse[] {
  return newAt(['policy'], before, after);
}

export function toProfileId({ scope, model }: ProfileUse): string {
  return `${scope}.${model}`;
}

function newAt(positions: readonly Position[], before: Document, after: Document) {
  const known = new Set(profilesOf(before.modelReferences, positions).map(toProfileId));
  return profilesOf(after.modelReferences, positions).filter((use) => !known.has(toProfileId(use)));
}

function profilesOf(references: readonly ModelReference[], positions: readonly Position[]): readonly ProfileUse[] {
  const uses = new Map<string, ProfileUse>();
  // An ID that code puts a geography before names the profile that comes of it.
  for (const { name, position } of references.flatMap((each) => [each, ...composedForms(each)])) {
    if (!positions.includes(position) || name.scope === null || name.base === '' || name.wildcard) continue;
    const use = { scope: name.scope.toLowerCase(), model: name.base.toLowerCase() };
    uses.set(toProfileId(use), use);
  }
  return [...uses.values()];
}
