import type { ModelConstraints } from '../../catalog/constraints.js';
import { constraintsOf } from '../../catalog/constraints.js';
import { parseModelName, printModelId, withModel } from '../../catalog/model-id.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelCall } from '../../documents/facts.js';
import type { ConditionAnswer, ModelCondition } from '../../documents/model-condition.js';
import { answerFor } from '../../documents/model-condition.js';
import type { Policy } from '../../policy/policy.js';
import type { RequestRefusal } from '../finding.js';
import { movedTo } from '../models/moved-to.js';
import { namedModels } from './named-models.js';
import { targetModels } from './target-models.js';

/** A model that answers a request with a validation error. */
export interface Refusal {
  readonly model: CatalogModel;
  readonly constraints: ModelConstraints;
  /**
   * `named`: the code names the model. `successor`: the code names `id`, whose successor under the policy it is.
   * `target`: the code does not say which Claude it calls; every model the policy aims at refuses the request, and this is one of them.
   */
  readonly basis: 'named' | 'successor' | 'target';
  /** The ID in the code that the model succeeds; `null` unless `basis` is `successor`. */
  readonly id: string | null;
  /** Every call reaches this model, or reaches none that answers. */
  readonly isCertain: boolean;
  /** What a finding says of it to the planner; `undefined` where no ID is at stake. */
  readonly refusal: RequestRefusal | undefined;
}

/** Why a request is not made ready for a model that no ID beside it is moved to. */
export const nobodySaysWhich = 'the code does not say which Claude it calls';

/**
 * The model a call reaches, or will reach once its ID is moved, if that refuses the request.
 *
 * @param refuses whether a model with these constraints refuses what the request says
 * @param provesClaude the request is one that only Claude takes, whatever the model ID is
 */
export function refusalOf(
  call: Pick<ModelCall, 'model' | 'region' | 'provesClaude'> & { readonly onlyWhere?: ModelCondition },
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
  provesClaude: boolean = call.provesClaude,
): Refusal | null {
  const { onlyWhere } = call;
  const isSent = (id: string) => !onlyWhere || isAsked(answerFor(onlyWhere, id));
  // A setting may name another model than the default beside it.
  const isNamed = call.model.kind === 'text' || call.model.kind === 'template';
  const named = namedModels(call.model, policy)
    .filter((each) => each !== null)
    .map(({ id, place, model }) => {
      const found = model ? refusalOfNamed(id, model, call.region, policy, refuses, isSent) : null;
      return { id, place, model, found };
    });
  const refusing = named.flatMap(({ place, found }) => (found ? [{ place, found, when: whenOf(found) }] : []));
  // What is refused today comes before what will be.
  const first = refusing.find(({ when }) => when === 'now') ?? refusing[0];
  if (first) {
    const { place, found, when } = first;
    // What the code leaves out for a model is not taken from it.
    const taker = named.find((other) => other.found === null && isSent(other.id));
    const also = refusing.flatMap((other) =>
      other === first || !other.place ? [] : [{ when: other.when, model: other.place }],
    );
    const isEnding = refusing.every(
      (each) => each.when === 'now' && isTakenAfterMove(each.found.model, call.region, policy, refuses),
    );
    const refusal: RequestRefusal = {
      when,
      model: place,
      ...(isEnding && { untilMoved: true }),
      ...(also.length > 0 && { also }),
      ...(taker && { takenBy: taker.id }),
    };
    return { ...found, isCertain: found.isCertain && isNamed, refusal };
  }
  const isNamedAtAll = named.some(({ model }) => model !== null);
  return !isNamedAtAll && provesClaude ? refusalOfTarget(policy, refuses, isSent) : null;
}

function whenOf({ basis }: Pick<Refusal, 'basis'>): RequestRefusal['when'] {
  return basis === 'named' ? 'now' : 'moved';
}

function isTakenAfterMove(
  model: CatalogModel,
  region: string | null,
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
) {
  const next = movedTo(model, region, policy);
  return next !== null && !refuses(constraintsOf(next));
}

function refusalOfNamed(
  id: string,
  named: CatalogModel,
  region: string | null,
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
  isSent: (id: string) => boolean,
): Omit<Refusal, 'refusal'> | null {
  const constraints = constraintsOf(named);
  const { state, certain } = policy.catalog.lifecycleOn(named, policy.asOf, region);
  if (state !== 'endOfLife' && isSent(id) && refuses(constraints))
    return { model: named, constraints, basis: 'named', id: null, isCertain: true };
  const model = movedTo(named, region, policy);
  if (!model || !refuses(constraintsOf(model)) || !isSent(movedId(id, model))) return null;
  // A model that still answers takes the request.
  const isCertain = certain && state === 'endOfLife';
  return { model, constraints: constraintsOf(model), basis: 'successor', id, isCertain };
}

/** What the ID will be, as far as tests of it go. */
function movedId(id: string, { id: base }: CatalogModel) {
  const name = parseModelName(id);
  return name ? printModelId(withModel(name, { scope: name.scope, base })) : base;
}

/** Whether the code sends what it asks about the model for. */
function isAsked(answer: ConditionAnswer) {
  return answer === 'yes' || answer === 'open';
}

function refusalOfTarget(
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
  isSent: (id: string) => boolean,
): Refusal | null {
  const models = targetModels(policy);
  const [model] = models;
  if (!model || !models.every((each) => refuses(constraintsOf(each)) && isSent(each.id))) return null;
  return { model, constraints: constraintsOf(model), basis: 'target', id: null, isCertain: false, refusal: undefined };
}
