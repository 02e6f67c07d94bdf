import type { LifecycleState } from '../../catalog/catalog.js';
import { daysBetween } from '../../catalog/index.js';
import type { CatalogModel, Day, Price, Scope } from '../../catalog/schema.js';
import type { Policy } from '../../policy/index.js';

/** One line of the calendar. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly generation: string;
  readonly state: LifecycleState;
  readonly legacyOn: Day | null;
  readonly extendedAccessOn: Day | null;
  readonly endOfLifeOn: Day | null;
  /** The vendor's floor, where no end of life is announced. */
  readonly endOfLifeNotBefore: Day | null;
  /** Months for which an active model stays once it becomes Legacy, where they reach further than the floor. */
  readonly noticeMonths: number | null;
  /** Until the end of life, or its floor; negative once past. `null` = neither is known. */
  readonly daysLeft: number | null;
  readonly profiles: readonly Scope[];
  readonly price: Prices;
  /** What takes over under the policy; `null` for a model that needs no successor, or has none. */
  readonly successor: Successor | null;
}

export interface Successor {
  /** The ID to call: with its profile where the policy or the question names one. */
  readonly id: string;
  readonly endOfLifeNotBefore: Day | null;
  readonly noticeMonths: number | null;
  readonly price: Prices;
}

/** US dollars per million tokens in and out. */
export interface Prices {
  readonly global: InOut | null;
  readonly regional: InOut | null;
}

export interface InOut {
  readonly input: number;
  readonly output: number;
}

/** What holds for a model on the policy's day. `scope` is the geography the model was asked about in, if any. */
export function toModelRow(model: CatalogModel, scope: string | null, policy: Policy): ModelRow {
  const { state, legacyOn, extendedAccessOn, endOfLifeOn, endOfLifeNotBefore, noticeMonths } =
    policy.catalog.lifecycleOn(model, policy.asOf);
  const end = endOfLifeOn ?? endOfLifeNotBefore;
  return {
    id: model.id,
    name: model.name,
    family: model.family,
    generation: model.generation,
    state,
    legacyOn,
    extendedAccessOn,
    endOfLifeOn,
    endOfLifeNotBefore,
    noticeMonths,
    daysLeft: end === null ? null : daysBetween(policy.asOf, end),
    profiles: model.invocation.profiles,
    price: toPrices(model),
    successor: state === 'active' ? null : findSuccessor(model, scope, policy),
  };
}

function findSuccessor(model: CatalogModel, scope: string | null, policy: Policy): Successor | null {
  const { catalog, asOf: day, target, minRunwayDays } = policy;
  const wanted = wantedScopes(scope, policy);
  for (const each of wanted) {
    const successor = catalog.successorOf(model, { target, day, minRunwayDays, ...(each !== null && { scope: each }) });
    if (successor === undefined) continue;
    const { endOfLifeNotBefore, noticeMonths } = catalog.lifecycleOn(successor, day);
    return {
      id: each === null ? successor.id : `${each}.${successor.id}`,
      endOfLifeNotBefore,
      noticeMonths,
      price: toPrices(successor),
    };
  }
  return null;
}

/** The profiles that the policy allows, best first; `null` = any. */
export function wantedScopes(scope: string | null, { residency, profile, catalog }: Policy): readonly (Scope | null)[] {
  if (residency !== null) return residency;
  if (profile !== 'keep') return [profile, null];
  const kept = catalog.models.flatMap((model) => model.invocation.profiles).find((each) => each === scope);
  return kept === undefined ? [null] : [kept];
}

/** What a model costs, by the kind of profile. */
export function toPrices({ price }: CatalogModel): Prices {
  return { global: inOut(price.global), regional: inOut(price.regional) };
}

function inOut(price: Price | null) {
  return price === null ? null : { input: price.input, output: price.output };
}
