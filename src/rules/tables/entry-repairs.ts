import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { modelNamed } from '../model-named.js';
import { type ScopeChoice, scopesFor } from '../scopes-for.js';
import { insertBeside } from './insert-beside.js';
import { successorEntry } from './successor-entry.js';

/** What can be done about an entry for a model whose successor the table does not have, or why nothing can. */
export interface EntryRepairs {
  readonly repairs: readonly Repair<'addEntry'>[];
  readonly unrepaired: string | null;
}

/**
 * The repair that adds an entry for a model's successor behind its own. The old entry stays, and with it what users have
 * stored under it.
 */
export function entryRepairs(
  reference: ModelReference,
  model: CatalogModel,
  choice: ScopeChoice,
  document: Document,
  policy: Policy,
): EntryRepairs {
  const { entry } = reference;
  if (!entry || reference.fixed !== null) return none(null);
  if (entry.obstacle !== null) return none(entry.obstacle);
  if (isCompletion(model)) return none('its requests are text completions');
  const move = { from: model, to: choice.model, scope: scopeIn(reference, choice, document) };
  const rows = document.modelReferences.filter(({ entry: other }) => other?.container[0] === entry.container[0]);
  if (rows.some(({ name }) => name.base === move.to.id && (reference.name.scope ?? name.scope) === name.scope))
    return none('the table has its successor already');
  if (rows.find((row) => movesTo(row, choice, document, policy)) !== reference)
    return none('another entry of the table has the same successor');
  const written = successorEntry(reference, entry, move, document, policy);
  if (written.text === undefined) return none(written.obstacle);
  const edits = insertBeside(document, entry, [written.text]);
  if (!edits) return none(null);
  return {
    repairs: [{ id: 'addEntry', data: { toName: move.to.name }, safety: 'review', edits }],
    unrepaired: null,
  };
}

function none(unrepaired: string | null): EntryRepairs {
  return { repairs: [], unrepaired };
}

/** A key in front of a profile ID of its own stays bare. */
function scopeIn({ entry, name, position }: ModelReference, { scope }: ScopeChoice, document: Document) {
  if (name.scope !== null || position !== 'key' || !entry) return scope;
  const holdsProfile = document.modelReferences.some(
    (other) => other.name.scope !== null && entry.range[0] <= other.range[0] && other.range[1] <= entry.range[1],
  );
  return holdsProfile ? null : scope;
}

/** Whether a row is the first of its kind: those after it would add the same entry once more. */
function movesTo(row: ModelReference, { model: to, scope }: ScopeChoice, document: Document, policy: Policy) {
  const model = row.fixed === null ? modelNamed(row.name, policy) : undefined;
  if (!model || isCompletion(model)) return false;
  if (policy.catalog.lifecycleOn(model, policy.asOf, row.region).state === 'active') return false;
  const [choice] = scopesFor(row, model, document, policy);
  return choice?.model.id === to.id && choice.scope === scope;
}

/** What a table says of such a model, code that writes and reads its requests, holds for no successor. */
function isCompletion({ invocation }: CatalogModel) {
  return invocation.body === 'textCompletions';
}
