import { scopes } from '../../catalog/models.generated.js';
import type { CatalogModel, Scope } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';

/** A profile that a successor may be called through, and who decided for it. */
export interface ScopeChoice {
  readonly scope: Scope | null;
  readonly model: CatalogModel;
  /** `kept`: as the code had it · `byPolicy`: a person named it · `byDefault`: the default or a proven region · `byPerson`: left open. */
  readonly chosen: 'kept' | 'byPolicy' | 'byDefault' | 'byPerson';
}

/** The profiles to offer for the successor of `model`, best first. */
export function scopesFor(
  reference: ModelReference,
  model: CatalogModel,
  document: Document,
  policy: Policy,
): readonly ScopeChoice[] {
  const written = scopeOf(reference);
  const choices =
    written === null ? forBareId(reference, document, policy) : forProfile(written, reference.region, policy);
  const offered = choices.flatMap(({ scope, chosen }) => {
    const to = policy.catalog.successorOf(model, {
      target: policy.target,
      day: policy.asOf,
      minRunwayDays: policy.minRunwayDays,
      scope,
    });
    return to ? [{ scope, model: to, chosen }] : [];
  });
  const decided = offered.filter(({ chosen }) => chosen !== 'byPerson');
  return decided.length > 0 ? decided : offered;
}

interface Candidate {
  readonly scope: Scope;
  readonly chosen: ScopeChoice['chosen'];
}

function forProfile(written: Scope, region: string | null, policy: Policy): readonly Candidate[] {
  const allowed = policy.residency;
  const callable = region === null ? null : policy.catalog.scopesOfRegion(region);
  const named = namedFor(callable, policy);
  // GovCloud is a partition of its own: no policy for the rest reaches it.
  if (named !== null && named !== written && (named === 'us-gov') === (written === 'us-gov'))
    return [{ scope: named, chosen: 'byPolicy' }];
  const keeps = (allowed?.includes(written) ?? true) && (callable?.includes(written) ?? true);
  const kept: Candidate[] = keeps ? [{ scope: written, chosen: 'kept' }] : [];
  // Where the geography has no successor, every other one is a person's decision: data would leave it.
  const others = (allowed ?? everyScope).filter(
    (scope) => scope !== written && (callable?.includes(scope) ?? (allowed !== null || isNear(scope, written))),
  );
  return [...kept, ...others.map((scope) => ({ scope, chosen: 'byPerson' as const }))];
}

const everyScope: readonly Scope[] = ['jp', 'au', 'in', 'us', 'eu', 'global', 'us-gov'];

/** Whether some Region can call both: `us.` is no way out for code that runs where `apac.` did. */
function isNear(scope: Scope, written: Scope) {
  if (scope === 'global') return written !== 'us-gov';
  const others = callableFrom(written);
  return callableFrom(scope).some((one) => others.some((other) => one.startsWith(other) || other.startsWith(one)));
}

function callableFrom(scope: Scope) {
  return scopes.find((entry) => entry.scope === scope)?.callableFrom ?? [];
}

function forBareId(reference: ModelReference, document: Document, policy: Policy): readonly Candidate[] {
  const callable = callableIn(reference.region === null ? document.regions : [reference.region], policy);
  const named = namedFor(callable, policy);
  if (named !== null) return [{ scope: named, chosen: 'byPolicy' }];
  // The policy names a profile that this region can't call: which way out is right, a person knows.
  if (callable !== null && policy.profileNamed && policy.profile !== 'keep')
    return (policy.residency?.filter((scope) => callable.includes(scope)) ?? callable).map((scope) => ({
      scope,
      chosen: 'byPerson',
    }));
  if (policy.residency) {
    const allowed = policy.residency.filter((scope) => callable?.includes(scope) ?? true);
    // With several left, a choice would be a guess about where data may go.
    return allowed.map((scope) => ({ scope, chosen: allowed.length === 1 ? 'byPolicy' : 'byPerson' }));
  }
  const own = callable?.filter((scope) => scope !== 'global') ?? [];
  const preferred: readonly Scope[] =
    policy.profile === 'keep' || policy.profile === 'global' ? ['global'] : [policy.profile];
  const others = preferred.filter((scope) => callable?.includes(scope) ?? true);
  return [...own, ...others].map((scope) => ({ scope, chosen: 'byDefault' }));
}

/** What every one of the regions can call that a file names; `null` where it names none. */
function callableIn(regions: readonly string[], { catalog }: Policy): readonly Scope[] | null {
  const [first, ...others] = regions.map((region) => catalog.scopesOfRegion(region));
  return first?.filter((scope) => others.every((each) => each.includes(scope))) ?? null;
}

/** The profile that the policy names, unless the region of the call can't reach it. */
function namedFor(callable: readonly Scope[] | null, { profile, profileNamed }: Policy): Scope | null {
  return profileNamed && profile !== 'keep' && (callable?.includes(profile) ?? true) ? profile : null;
}

function scopeOf({ name }: ModelReference): Scope | null {
  // A scope Bedrock does not know finds no successor and so no repair.
  return name.scope as Scope | null;
}
