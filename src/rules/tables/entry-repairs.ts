import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Entry } from '../../documents/entry.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { modelNamed } from '../models/model-named.js';
import { type ScopeChoice, scopesFor } from '../models/scopes-for.js';
import { insertBeside } from './insert-beside.js';
import { successorEntry } from './successor-entry.js';
import { referencesWithin, rowsBeside } from './table-rows.js';

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
  if (holds(rowsBeside(entry, document), choice.model, reference.name.scope))
    return none('the table has its successor already');
  if (firstRows(entry, document, policy).get(destination(choice)) !== reference)
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
  return referencesWithin(entry.range, document).some((other) => other.name.scope !== null) ? null : scope;
}

const basesOf = new WeakMap<readonly ModelReference[], ReadonlySet<string>>();

/** Whether a table names a model already, in any geography where `scope` is `null`. */
function holds(rows: readonly ModelReference[], { id }: CatalogModel, scope: string | null) {
  const bases = basesOf.get(rows) ?? new Set(rows.map(({ name }) => name.base));
  basesOf.set(rows, bases);
  return bases.has(id) && rows.some(({ name }) => name.base === id && (scope ?? name.scope) === name.scope);
}

type FirstRows = ReadonlyMap<string, ModelReference>;
const firsts = new WeakMap<Document, WeakMap<Policy, Map<number, FirstRows>>>();

/** The first row for each successor that the rows of a table move to: those after it would add the same entry once more. */
function firstRows(entry: Entry, document: Document, policy: Policy): FirstRows {
  const [start] = entry.container;
  const byPolicy = firsts.get(document) ?? new WeakMap<Policy, Map<number, FirstRows>>();
  firsts.set(document, byPolicy);
  const tables = byPolicy.get(policy) ?? new Map<number, FirstRows>();
  byPolicy.set(policy, tables);
  const memo = tables.get(start);
  if (memo) return memo;
  const found = new Map<string, ModelReference>();
  for (const row of rowsBeside(entry, document)) {
    const choice = choiceOf(row, document, policy);
    if (choice && !found.has(destination(choice))) found.set(destination(choice), row);
  }
  tables.set(start, found);
  return found;
}

function choiceOf(row: ModelReference, document: Document, policy: Policy) {
  const model = row.fixed === null ? modelNamed(row.name, policy) : undefined;
  if (!model || isCompletion(model)) return undefined;
  if (policy.catalog.lifecycleOn(model, policy.asOf, row.region).state === 'active') return undefined;
  return scopesFor(row, model, document, policy)[0];
}

function destination({ model, scope }: ScopeChoice) {
  return `${scope ?? ''} ${model.id}`;
}

/** What a table says of such a model, code that writes and reads its requests, holds for no successor. */
function isCompletion({ invocation }: CatalogModel) {
  return invocation.body === 'textCompletions';
}
