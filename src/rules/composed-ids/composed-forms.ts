import type { ModelReference } from '../../documents/facts.js';

/** The IDs that code makes of a bare one, each as if it were written where that happens; those with a computed geography are none. */
export function composedForms(reference: ModelReference): readonly ModelReference[] {
  const { composed, ...bare } = reference;
  return (composed?.geographies ?? []).flatMap(({ scope, range }) =>
    scope === null ? [] : [{ ...bare, name: { ...bare.name, scope }, range, fixed: bare.fixed ?? 'built from parts' }],
  );
}

/** The form of a reference that has a geography: itself, or what code makes of it. */
export function formWith(reference: ModelReference, scope: string): ModelReference {
  return composedForms(reference).find(({ name }) => name.scope === scope) ?? reference;
}
