import type { ComposedId } from '../../documents/composed-id.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/policy.js';
import { type ScopeChoice, scopesFor } from '../models/scopes-for.js';
import { composedForms } from './composed-forms.js';

/** The profiles to offer for the successor of `model`, best first; for an ID that code puts geographies before, the bare ID that fits all of them, or why none does. */
export function choicesFor(
  reference: ModelReference,
  model: CatalogModel,
  document: Document,
  policy: Policy,
): readonly ScopeChoice[] | string {
  if (!reference.composed) return scopesFor(reference, model, document, policy);
  const choice = composedChoice(reference, reference.composed, model, document, policy);
  return typeof choice === 'string' ? choice : [choice];
}

function composedChoice(
  reference: ModelReference,
  composed: ComposedId,
  model: CatalogModel,
  document: Document,
  policy: Policy,
): ScopeChoice | string {
  const scopes = composed.geographies.map(({ scope }) => scope);
  if (scopes.includes(null)) return 'its geography is computed where the code runs';
  const spelled = [...new Set(scopes)].map((scope) => `\`${scope ?? ''}.\``).join(', ');
  if (!composed.isAlways) return `the code puts ${spelled} before it, and other code may take it as it stands`;
  const models = new Set<CatalogModel>();
  for (const form of composedForms(reference)) {
    const { scope } = form.name;
    const choices = scopesFor(form, model, document, policy);
    const kept = choices.find((choice) => choice.scope === scope);
    if (!kept && choices.some(({ chosen }) => chosen === 'byPolicy'))
      return `the policy asks for another profile, and \`${scope ?? ''}.\` stands where the code puts it before the ID`;
    if (!kept)
      return `no generation this policy allows offers the \`${scope ?? ''}\` profile, which the code makes of it`;
    models.add(kept.model);
  }
  const [successor, other] = models;
  if (!successor || other) return `the geographies that the code puts before it, ${spelled}, have different successors`;
  return { scope: null, model: successor, chosen: 'kept' };
}
