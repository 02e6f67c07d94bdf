import type { LifecycleOn } from '../../catalog/catalog.js';
import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import { composedForms } from '../composed-ids/composed-forms.js';
import { isCalled } from './is-called.js';
import { isRetiring } from './is-retiring.js';
import { modelNamed } from './model-named.js';
import { movesSuperseded, supersededBy } from './superseded-by.js';

/** What is wrong with a model reference under a policy. Exactly one verdict, and so one rule, owns each reference. */
export type Verdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'foreignClient'; readonly client: string }
  | { readonly kind: 'unknownModel' }
  | { readonly kind: 'neverExisted'; readonly intended: CatalogModel }
  /** A prompt router; `model`: the one it would choose from, where one is named. */
  | { readonly kind: 'deadRouter'; readonly model: CatalogModel | null }
  | { readonly kind: 'noSuchProfile'; readonly model: CatalogModel; readonly scope: string }
  | { readonly kind: 'endOfLife'; readonly model: CatalogModel; readonly lifecycle: LifecycleOn }
  | {
      readonly kind: 'legacy';
      readonly model: CatalogModel;
      readonly lifecycle: LifecycleOn;
      readonly why: 'legacy' | 'extendedAccess' | 'retiring';
    }
  /** Active, and the policy moves what a newer model of the family has superseded. */
  | { readonly kind: 'superseded'; readonly model: CatalogModel; readonly newest: CatalogModel }
  | { readonly kind: 'outsideScopes'; readonly model: CatalogModel; readonly scope: string }
  | { readonly kind: 'notCallableFrom'; readonly model: CatalogModel; readonly scope: string; readonly region: string }
  | { readonly kind: 'profileOnMantle'; readonly model: CatalogModel; readonly scope: string }
  | { readonly kind: 'needsProfile'; readonly model: CatalogModel; readonly certain: boolean }
  | { readonly kind: 'geographic'; readonly model: CatalogModel; readonly scope: string };

const fine: Verdict = { kind: 'fine' };

/** Verdicts by policy, then by reference: every rule asks for the same ones. */
const verdicts = new WeakMap<Policy, WeakMap<ModelReference, Verdict>>();

/** Judges the model first, then the profile; the first thing that is wrong decides. */
export function judgeModel(reference: ModelReference, policy: Policy): Verdict {
  const known = verdicts.get(policy) ?? new WeakMap<ModelReference, Verdict>();
  verdicts.set(policy, known);
  const verdict = known.get(reference) ?? judge(reference, policy);
  known.set(reference, verdict);
  return verdict;
}

function judge(reference: ModelReference, policy: Policy): Verdict {
  const { name } = reference;
  // The default router for Claude chose between models that have all ended.
  if (name.arn?.resource === 'default-prompt-router') return { kind: 'deadRouter', model: null };
  if (name.base !== '' && reference.foreignClient !== undefined)
    return { kind: 'foreignClient', client: reference.foreignClient };
  const model = modelNamed(name, policy);
  if (reference.creates === 'promptRouter' && model && constraintsOf(model).throughput.promptRouting === false)
    return { kind: 'deadRouter', model };
  // What an application profile routes to is known only where the policy says it.
  if (name.base === '') return model ? (judgeLifecycle(reference, model, policy) ?? fine) : fine;
  if (!model) return judgeUnknown(reference, policy);
  return (
    judgeLifecycle(reference, model, policy) ??
    superseding(judgeProfile(reference, model, policy), reference, model, policy)
  );
}

/** A move brings its profile along: what would have been said of the old one is no longer of interest. */
function superseding(verdict: Verdict, reference: ModelReference, model: CatalogModel, policy: Policy): Verdict {
  const isReplaced = replaceable.has(verdict.kind) && isCalled(reference) && !reference.name.wildcard;
  const newest =
    isReplaced && !reference.creates && movesSuperseded(model, policy) ? supersededBy(model, policy) : null;
  return newest ? { kind: 'superseded', model, newest } : verdict;
}

const replaceable: ReadonlySet<Verdict['kind']> = new Set<Verdict['kind']>([
  'fine',
  'outsideScopes',
  'needsProfile',
  'geographic',
]);

function judgeUnknown({ name, endpoint, position }: ModelReference, policy: Policy): Verdict {
  const base = name.base.toLowerCase();
  // `startsWith('anthropic.claude-sonnet-4-5')` names a beginning, not an ID.
  const isBeginning = position === 'comparison' && policy.catalog.models.some(({ id }) => id.startsWith(base));
  if (name.wildcard || isBeginning) return fine;
  const intended = policy.catalog.intendedModel(base);
  if (!intended) return { kind: 'unknownModel' };
  return endpoint === 'mantle' ? fine : { kind: 'neverExisted', intended };
}

function judgeLifecycle(reference: ModelReference, model: CatalogModel, policy: Policy): Verdict | null {
  const lifecycle = policy.catalog.lifecycleOn(model, policy.asOf, reference.region);
  if (lifecycle.state === 'endOfLife') return { kind: 'endOfLife', model, lifecycle };
  if (lifecycle.state === 'legacy' || lifecycle.state === 'extendedAccess')
    return { kind: 'legacy', model, lifecycle, why: lifecycle.state };
  return isRetiring(lifecycle, policy) ? { kind: 'legacy', model, lifecycle, why: 'retiring' } : null;
}

function judgeProfile(reference: ModelReference, model: CatalogModel, policy: Policy): Verdict {
  const { name, endpoint } = reference;
  const { scope } = name;
  if (scope === '*') return fine;
  if (endpoint === 'runtime' && reference.surface !== null && isMantleSpelling(reference, model))
    return { kind: 'neverExisted', intended: model };
  const composed = isCalled(reference) ? composedForms(reference) : [];
  const refused = composed.map((form) => judgeProfile(form, model, policy)).find(({ kind }) => ofPlace.has(kind));
  if (refused) return refused;
  // What is called as it stands is seen to be.
  if (composed.length > 0 && (reference.composed?.isAlways === true || reference.surface === null)) return fine;
  if (scope === null)
    return (isCalled(reference) || isCalledEntry(reference)) &&
      reference.form !== 'template' &&
      reference.profiledBy === undefined &&
      reference.handedTo === undefined
      ? judgeBare(reference, model)
      : fine;
  if (!isOffered(model, scope)) return { kind: 'noSuchProfile', model, scope };
  if (endpoint === 'mantle') return { kind: 'profileOnMantle', model, scope };
  if (policy.residency && !policy.residency.some((allowed) => allowed === scope))
    return { kind: 'outsideScopes', model, scope };
  if (!isCalled(reference)) return fine;
  const { region } = reference;
  if (region !== null && !policy.catalog.scopesOfRegion(region).some((callable) => callable === scope))
    return { kind: 'notCallableFrom', model, scope, region };
  return prefersGlobal(model, scope, policy) ? { kind: 'geographic', model, scope } : fine;
}

/** A row of a table that a call of the file is seen to name. */
function isCalledEntry({ position, level }: ModelReference) {
  return position === 'table' && level === 'error';
}

/** What can be wrong with a geography that code puts before an ID. */
const ofPlace: ReadonlySet<Verdict['kind']> = new Set<Verdict['kind']>([
  'noSuchProfile',
  'outsideScopes',
  'notCallableFrom',
]);

function judgeBare(reference: ModelReference, model: CatalogModel): Verdict {
  const { name, endpoint, region, position, creates, isFoundation } = reference;
  const regions = model.invocation.onDemandRegions;
  // A foundation-model ARN also names the resource in grants and knowledge bases, where the bare model is right.
  const isResource = name.arn !== null && position !== 'request';
  // Throughput is bought for the model itself.
  if (endpoint === 'mantle' || regions === null || isResource || name.wildcard || creates || isFoundation) return fine;
  if (region !== null) return regions.includes(region) ? fine : { kind: 'needsProfile', model, certain: true };
  return {
    kind: 'needsProfile',
    model,
    certain: regions.length === 0 && (position === 'request' || isCalledEntry(reference)),
  };
}

/** `anthropic.claude-haiku-4-5`: what bedrock-mantle calls a model whose ID on bedrock-runtime is longer. */
function isMantleSpelling({ name }: ModelReference, model: CatalogModel) {
  return model.invocation.mantleId === name.base && model.id !== name.base;
}

function prefersGlobal(model: CatalogModel, scope: string, policy: Policy) {
  return (
    policy.residency === null &&
    policy.profile === 'global' &&
    scope !== 'global' &&
    scope !== 'us-gov' &&
    isOffered(model, 'global')
  );
}

function isOffered(model: CatalogModel, scope: string) {
  return model.invocation.profiles.some((offered) => offered === scope);
}
