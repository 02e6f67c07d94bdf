import { printModelId, withModel } from '../../catalog/model-id.js';
import type { CatalogModel, Scope } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import { contextObstacle } from '../betas/context-obstacle.js';
import { choicesFor } from '../composed-ids/composed-choice.js';
import { composedForms } from '../composed-ids/composed-forms.js';
import { constantRepairs } from '../constants/constant-repairs.js';
import { nameRepairs } from '../constants/name-repairs.js';
import { obstacleTo } from './obstacle-to.js';
import { describePrice } from './describe-price.js';
import type { ProjectClaim, Repair } from '../finding.js';
import { grantRepairs } from '../iam/grant-repairs.js';
import { isCalled } from './is-called.js';
import { isCutShort } from '../max-tokens/tight-limits.js';
import { isAskedOtherwise, mayBeRefused } from '../request/asked-otherwise.js';
import { besideClaim, besideObstacle, refusedBeside } from '../request/refused-beside.js';
import { isRefusedAfterMove } from '../request/refused-moves.js';
import { sendsMessages } from '../request/sends-messages.js';
import { commentAt, isSamplingLeft, samplingEdits } from '../sampling/sampling-edits.js';
import { scopesFor } from './scopes-for.js';
import { allowedChoices } from '../tables/allowed-choices.js';
import { entryRepairs } from '../tables/entry-repairs.js';
import { labelEdits } from '../tables/successor-entry.js';
import { isWrittenElsewhere } from '../tables/table-rows.js';
import { messagesClaim } from '../text-completions/messages-claim.js';

/** Repair ids of the rules that move a reference to another model. */
export type SuccessorRepair =
  | 'useSuccessor'
  | 'useSuccessorProfile'
  | 'chooseProfile'
  | 'addEntry'
  | 'replaceEntry'
  | 'addProfileResources'
  | 'replaceConstant';

export const successorRepairs = {
  useSuccessor: { message: 'Use {{toName}}: `{{to}}`{{price}}.', safeties: ['safe', 'review'] },
  useSuccessorProfile: {
    message: 'Use {{toName}} through the `{{scope}}` profile: `{{to}}`{{price}}.',
    safeties: ['safe', 'review'],
  },
  chooseProfile: {
    message: 'Use {{toName}} through the `{{scope}}` profile: `{{to}}`{{price}}.',
    safeties: ['review'],
  },
  replaceConstant: { message: 'Use {{toName}} through the `{{scope}}` profile: `{{code}}`.', safeties: ['review'] },
  addEntry: { message: 'Add an entry for {{toName}} behind this one.', safeties: ['review'] },
  addProfileResources: {
    message:
      'Grant {{toName}} through the `{{scope}}` profile as well: {{count}} resources behind this one{{conditions}}.',
    safeties: ['review'],
  },
  replaceEntry: { message: 'Replace this entry by {{toName}}: `{{to}}`{{price}}.', safeties: ['review'] },
} as const;

export interface SuccessorRepairs {
  /** The model that takes over, whether or not this place can be repaired. */
  readonly successor: CatalogModel | null;
  readonly repairs: readonly Repair<SuccessorRepair>[];
  /** Why there is no repair. */
  readonly unrepaired?: string;
}

/**
 * The repairs that move a reference from a model to its successor under the policy.
 *
 * @param isDead the present text fails on every call, so an edit that changes nothing else is safe
 * @param isRewritten the repair goes in together with what the successor asks of request and response
 */
export function repairsTowardsSuccessor(
  reference: ModelReference,
  model: CatalogModel,
  isDead: boolean,
  document: Document,
  policy: Policy,
  isRewritten = false,
): SuccessorRepairs {
  const { target, asOf, minRunwayDays, catalog } = policy;
  const successor = catalog.successorOf(model, { target, day: asOf, minRunwayDays }) ?? null;
  if (!successor)
    return { successor, repairs: [], unrepaired: "the policy's target names no active model of this family" };
  if (reference.position === 'policy') return { successor, ...grantRepairs(reference, model, document, policy) };
  if (reference.position === 'key' || reference.position === 'type')
    return { successor, ...addBeside(reference, model, document, policy) };
  const use = reference.symbol?.use;
  if (use?.kind === 'name' && isCalled(reference))
    return {
      successor,
      ...nameRepairs(reference, use, scopesFor(reference, model, document, policy), ({ model: to, scope }) =>
        repairData(reference, to, scope, policy),
      ),
    };
  if ((reference.form === 'symbol' || reference.profiledBy !== undefined) && isCalled(reference))
    return { successor, ...constantRepairs(reference, model, document, policy) };
  const obstacle = obstacleTo(reference, model, isRewritten || sendsMessages(reference, document));
  if (obstacle !== null) return { successor, repairs: [], unrepaired: obstacle };
  if (reference.granted !== undefined && !isDead) return { successor, repairs: [], unrepaired: reference.granted };
  if (reference.position === 'table') return replaceEntry(reference, model, document, policy, successor);
  const possible = choicesFor(reference, model, document, policy);
  const choices = typeof possible === 'string' ? possible : allowedChoices(possible, reference);
  if (typeof choices === 'string') return { successor, repairs: [], unrepaired: choices };
  const isHeld = choices.some(({ model: to, scope }) =>
    isAskedOtherwise(reference, newId(reference, to, scope), document),
  );
  if (isHeld)
    return {
      successor,
      repairs: [],
      unrepaired: 'its call asks which model it has, and sends another request to the successor',
    };
  const narrowed = contextObstacle(reference.range, document, policy);
  if (narrowed !== null) return { successor, repairs: [], unrepaired: narrowed };
  const refused = choices.map(({ model: to }) => besideObstacle(reference, to, document)).find((why) => why !== null);
  if (refused !== undefined) return { successor, repairs: [], unrepaired: refused };
  const repairs = choices.flatMap(({ scope, model: to, chosen }) => {
    const sampling = samplingEdits(reference.sampling, to, document.text);
    if (!sampling) return [];
    const keeps = reference.name.scope === scope;
    // Who reads an object that no known call takes may ask for what is taken out of it.
    const isComplete = !isSamplingLeft(reference.sampling, to) && (sampling.length === 0 || reference.surface !== null);
    const mayBeSafe =
      isDead &&
      isComplete &&
      refusedBeside(reference, to) === null &&
      reference.granted === undefined &&
      (keeps || (chosen === 'byPolicy' && reference.name.scope === null));
    const safe =
      mayBeSafe &&
      !isRefusedAfterMove(reference.range, document, policy) &&
      !mayBeRefused(reference, to, document) &&
      !isCutShort(reference, model, to, document);
    return [
      {
        id: keeps
          ? ('useSuccessor' as const)
          : chosen === 'byPerson'
            ? ('chooseProfile' as const)
            : ('useSuccessorProfile' as const),
        data: repairData(reference, to, scope, policy),
        safety: safe ? ('safe' as const) : ('review' as const),
        ...claims(reference, to, scope, [
          ...besideClaim(reference, to, document),
          ...(isRewritten ? [] : messagesClaim(reference, model)),
        ]),
        edits: [{ range: reference.range, text: newId(reference, to, scope) }, ...sampling],
      },
    ];
  });
  if (repairs.length > 0) return { successor: choices[0]?.model ?? successor, repairs };
  const unrepaired =
    choices.length > 0
      ? `it refuses sampling parameters of the request, which no edit can take out here${commentAt(reference.sampling, choices[0]?.model ?? successor)}`
      : `no generation this policy allows offers ${wantedProfile(reference, policy)}`;
  return { successor, repairs, unrepaired };
}

/** The text that names `model` where `reference` stands. */
export function newId(reference: ModelReference, model: CatalogModel, scope: Scope | null): string {
  return printModelId(withModel(reference.name, { scope, base: model.id }));
}

/** What only a project can say about moving a reference: nothing looks the old text up, nothing tells the two apart, and no request that it may reach is refused; `first` are those of its own. */
export function claims(
  reference: ModelReference,
  to: CatalogModel,
  scope: Scope | null,
  first: readonly ProjectClaim[] = [],
): { readonly needs?: readonly ProjectClaim[] } {
  const isOnlyCalled = reference.surface !== null;
  if (isOnlyCalled && reference.isTyped !== true) return {};
  const move = { from: printModelId(reference.name), to: newId(reference, to, scope) };
  // What only fills a model slot is asked by nobody, but its type may be a list of IDs.
  if (isOnlyCalled) return { needs: [{ kind: 'notLookedUp', ...move }] };
  const composed = composedForms(reference).map(({ name }) => ({
    from: printModelId(name),
    to: printModelId(withModel(name, { scope: name.scope, base: to.id })),
  }));
  const needs = [
    ...first,
    ...[move, ...composed].flatMap((each): ProjectClaim[] => [
      { kind: 'notLookedUp', ...each },
      { kind: 'noGuard', ...each },
    ]),
  ];
  if (reference.name.scope === null && scope !== null) needs.push({ kind: 'notComposed', ...move });
  needs.push({ kind: 'notRefused', ...move });
  return { needs };
}

/** A key stays: what users have stored under it is looked up by it. So does what a type allows. */
function addBeside(reference: ModelReference, model: CatalogModel, document: Document, policy: Policy) {
  const [choice] = scopesFor(reference, model, document, policy);
  const isDecided = choice !== undefined && choice.chosen !== 'byPerson';
  const added = isDecided ? entryRepairs(reference, model, choice, document, policy) : null;
  const unrepaired = obstacleTo(reference, model) ?? 'other code looks this text up or compares it';
  return { repairs: added?.repairs ?? [], unrepaired: `${unrepaired}${notAdded(added?.unrepaired ?? null)}` };
}

function notAdded(why: string | null) {
  return why === null ? '' : `, and no entry is added behind it: ${why}`;
}

function replaceEntry(
  reference: ModelReference,
  model: CatalogModel,
  document: Document,
  policy: Policy,
  successor: CatalogModel,
): SuccessorRepairs {
  const [choice] = scopesFor(reference, model, document, policy);
  if (!choice || choice.chosen === 'byPerson')
    return { successor, repairs: [], unrepaired: 'a table of models: a person decides what takes its place' };
  const text = newId(reference, choice.model, choice.scope);
  const added = entryRepairs(reference, model, choice, document, policy);
  const move = { from: model, to: choice.model };
  const labels = reference.entry ? labelEdits(reference.entry, move, document.text) : [];
  const unrepaired = `a table of models: other code may look its entries up${notAdded(added.unrepaired)}`;
  if (isWrittenElsewhere(text, reference, document))
    return { successor, repairs: [], unrepaired: 'the table has its successor already' };
  const repair = {
    id: 'replaceEntry' as const,
    data: repairData(reference, choice.model, choice.scope, policy),
    safety: 'review' as const,
    edits: [{ range: reference.range, text }, ...labels],
  };
  return { successor: choice.model, repairs: [...added.repairs, repair], unrepaired };
}

function repairData(reference: ModelReference, to: CatalogModel, scope: Scope | null, policy: Policy) {
  return {
    to: newId(reference, to, scope),
    toName: to.name,
    scope: scope ?? '',
    price: describePrice(reference, to, scope, policy),
  };
}

function wantedProfile({ name }: ModelReference, { profile, profileNamed, residency }: Policy) {
  if (profileNamed && profile !== 'keep') return `the \`${profile}\` profile`;
  if (residency) return `a profile in ${residency.map((scope) => `\`${scope}\``).join(', ')}`;
  return `the \`${name.scope ?? 'global'}\` profile`;
}
