import type { CatalogModel, Scope } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Entry } from '../../documents/entry.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { modelNamed } from '../models/model-named.js';
import { scopesFor } from '../models/scopes-for.js';
import { insertBeside } from '../tables/insert-beside.js';
import { accountBeside } from './account-beside.js';
import { arnAround } from './arn-around.js';
import { profileResources } from './profile-resources.js';

/** What can be done about a policy that names a model, or why nothing can. */
export interface GrantRepairs {
  readonly repairs: readonly Repair<'addProfileResources'>[];
  readonly unrepaired: string;
}

const unrepaired = 'IAM: the policy must name the profile and its models';

/**
 * The repairs that grant a model's successor beside it: the profile and the models it routes to, in the list that the old
 * ARN stands in. The old entry stays: what still calls the old model is for the team to say.
 */
export function grantRepairs(
  reference: ModelReference,
  model: CatalogModel,
  document: Document,
  policy: Policy,
): GrantRepairs {
  const { entry, fixed } = reference;
  const obstacle = fixed ?? (entry ? entry.obstacle : 'the ARN is not written as an entry of a list');
  if (!entry || obstacle !== null) return { repairs: [], unrepaired: `${unrepaired} (${obstacle ?? ''})` };
  if (isDestination(reference, document))
    return { repairs: [], unrepaired: `${unrepaired}, which goes with the profile beside it` };
  const grants = document.modelReferences.filter(
    (other) => other.position === 'policy' && other.entry?.container[0] === entry.container[0],
  );
  const choices = scopesFor(reference, model, document, policy);
  const isGranted = grants.some(({ name }) =>
    choices.some((choice) => name.scope === choice.scope && name.base === choice.model.id),
  );
  if (isGranted) return { repairs: [], unrepaired: `${unrepaired}, and an entry beside it does` };
  const found = choices.flatMap(({ scope, model: to }) => {
    if (scope === null) return [];
    const isMoved = (grant: ModelReference) => grant === reference || movesTo(grant, to, scope, document, policy);
    // The whole list is completed where its first entry stands.
    if (grants.find(isMoved) !== reference) return [];
    const moved = grants.filter(isMoved);
    return repairOf(moved, lastOf(moved, entry), to, scope, document);
  });
  const added = found.length > 0 ? '' : ', which another entry of the list adds';
  return { repairs: found, unrepaired: `${unrepaired}${added}` };
}

/** A model in one of the regions that a profile routes to: the profile of the same policy says where the model goes next. */
function isDestination({ name }: ModelReference, document: Document) {
  return name.scope === null && profiledModels(document).has(name.base);
}

const known = new WeakMap<Document, ReadonlySet<string>>();

/** The models whose profiles the policies of a document name: a policy may list thousands of ARNs. */
function profiledModels(document: Document) {
  const memo = known.get(document);
  if (memo) return memo;
  const profiles = document.modelReferences.filter(
    ({ position, name }) => position === 'policy' && name.scope !== null,
  );
  const found = new Set(profiles.map(({ name }) => name.base));
  known.set(document, found);
  return found;
}

function movesTo(grant: ModelReference, to: CatalogModel, scope: Scope, document: Document, policy: Policy) {
  const model = grant.fixed === null ? modelNamed(grant.name, policy) : undefined;
  if (!model || isDestination(grant, document)) return false;
  if (policy.catalog.lifecycleOn(model, policy.asOf, grant.region).state === 'active') return false;
  return scopesFor(grant, model, document, policy).some(
    (choice) => choice.scope === scope && choice.model.id === to.id,
  );
}

function lastOf(references: readonly ModelReference[], entry: Entry): Entry {
  return references.at(-1)?.entry ?? entry;
}

function repairOf(
  from: readonly ModelReference[],
  last: Entry,
  to: CatalogModel,
  scope: Scope,
  document: Document,
): readonly Repair<'addProfileResources'>[] {
  const added = from.flatMap((grant) => entriesFor(grant, to.id, scope, document.text));
  const distinct = [...new Set(added)];
  const edits = distinct.length === 0 ? null : insertBeside(document, last, distinct);
  if (!edits) return [];
  const conditions = scope === 'global' ? ", without the conditions that AWS's example puts on each" : '';
  return [
    {
      id: 'addProfileResources',
      data: { toName: to.name, scope, count: String(distinct.length), conditions },
      safety: 'review',
      edits,
    },
  ];
}

/** The entry that `grant` stands in, written once for each ARN that the profile needs. */
function entriesFor({ entry, range }: ModelReference, model: string, scope: Scope, text: string): readonly string[] {
  if (!entry) return [];
  const source = text.slice(...entry.range);
  const idStart = range[0] - entry.range[0];
  const arn = arnAround(source, idStart);
  const behind = source.slice(range[1] - entry.range[0]).replace(/^\*/, '');
  if (!arn || !/^(?:$|["'`])/.test(behind)) return [];
  const { partition } = arn;
  const region = arn.region === '' ? '*' : arn.region;
  const account = arn.account === '' ? accountBeside(region, text) : arn.account;
  const { profile, models } = profileResources(scope, model, { partition, region, account });
  return [profile, ...models].map((one) => `${source.slice(0, arn.start)}${one}${behind}`);
}
