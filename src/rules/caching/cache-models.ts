import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import { movedTo } from '../models/moved-to.js';
import { namedModels } from '../request/named-models.js';

/** The models by which a call's caching is judged. */
export interface CallModels {
  /** Never empty. A model that no longer answers is stood for by its successor; one that is about to end, by itself and its successor. */
  readonly models: readonly CatalogModel[];
  /** The call names them; where it doesn't, they are every active Claude it may mean. */
  readonly isNamed: boolean;
  /** Nothing else can be called: no setting or argument may name another model. */
  readonly isExhaustive: boolean;
}

/**
 * The models a call may reach; `null` where they can't be judged: another provider's model, one the catalog doesn't know, or nothing that says the call is of Claude.
 *
 * A setting beside a default (`process.env.MODEL ?? 'us.anthropic.…'`) leaves the default to judge by, without being exhaustive.
 */
export function modelsOfCall(call: ModelCall, policy: Policy): CallModels | null {
  const alternatives = namedModels(call.model, policy);
  const named = alternatives.filter((each) => each !== null);
  if (named.length === 0) return call.provesClaude ? anyActive(policy) : null;
  const models = new Set<CatalogModel>();
  for (const { model } of named) {
    if (model === null) return null;
    for (const each of judgedBy(model, call.region, policy)) models.add(each);
  }
  if (models.size === 0) return null;
  return { models: [...models], isNamed: true, isExhaustive: named.length === alternatives.length };
}

/** The longest of the shortest prefixes that the models cache; `null` when one of them caches nothing, or that is not known. */
export function strictestMinimum(models: readonly CatalogModel[]): number | null {
  return minimum(models, (...all) => Math.max(...all));
}

/** Below this none of the models caches; `null` when one of them caches nothing, or that is not known. */
export function loosestMinimum(models: readonly CatalogModel[]): number | null {
  return minimum(models, (...all) => Math.min(...all));
}

function minimum(models: readonly CatalogModel[], pick: (...all: number[]) => number) {
  const minimums = models.map(({ promptCaching }) => promptCaching.minTokens);
  const known = minimums.filter((each) => each !== null);
  return known.length === 0 || known.length < minimums.length ? null : pick(...known);
}

function judgedBy(model: CatalogModel, region: string | null, policy: Policy): readonly CatalogModel[] {
  const { state } = policy.catalog.lifecycleOn(model, policy.asOf, region);
  const successor = movedTo(model, region, policy);
  if (state === 'endOfLife') return successor ? [successor] : [];
  return successor ? [model, successor] : [model];
}

/** Every Claude that an account can call without being let in. */
function anyActive({ catalog, asOf }: Policy): CallModels | null {
  const models = catalog.models.filter(
    (model) =>
      model.invocation.access !== 'gated' &&
      model.invocation.profiles.length > 0 &&
      catalog.lifecycleOn(model, asOf).state === 'active',
  );
  return models.length === 0 ? null : { models, isNamed: false, isExhaustive: true };
}
