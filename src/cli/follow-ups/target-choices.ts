import type { Target } from '../../catalog/catalog.js';
import type { CatalogModel, Day, Family } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Policy } from '../../policy/index.js';
import { isCalled } from '../../rules/models/is-called.js';
import { judgeModel } from '../../rules/models/judge-model.js';
import type { Prices } from './model-row.js';
import { toPrices, wantedScopes } from './model-row.js';
import { requestChanges } from './request-changes.js';

/** Where the models of one family go, and where they could go instead. */
export interface TargetChoice {
  readonly family: Family;
  /** Names of the models to move that the code may call. */
  readonly from: readonly string[];
  /** What the policy moves them to; `null` where no active model fits. */
  readonly target: TargetModel | null;
  /** The newest model of the family. */
  readonly newest: TargetModel | null;
}

/** What a person should know of a model before code is moved to it. */
export interface TargetModel {
  readonly id: string;
  readonly name: string;
  readonly generation: string;
  readonly price: Prices;
  readonly endOfLifeNotBefore: Day | null;
  /** Months for which it stays once it becomes Legacy, where they reach further than the floor. */
  readonly noticeMonths: number | null;
  readonly requestChanges: readonly string[];
}

/** The choices that a migration of these documents makes, one for each family it moves. */
export function targetChoices(documents: readonly Document[], policy: Policy): readonly TargetChoice[] {
  const families = new Map<Family, Set<CatalogModel>>();
  for (const model of modelsToMove(documents, policy)) {
    const family = model.successorFamily ?? model.family;
    families.set(family, (families.get(family) ?? new Set()).add(model));
  }
  return [...families].map(([family, models]) => {
    const from = [...models];
    return {
      family,
      from: from.map(({ name }) => name),
      target: toTarget(from, policy.target, policy),
      newest: toTarget(from, 'latest', policy),
    };
  });
}

function modelsToMove(documents: readonly Document[], policy: Policy) {
  return documents.flatMap(({ modelReferences }) =>
    modelReferences.flatMap((reference) => {
      const verdict = judgeModel(reference, policy);
      const isToMove = verdict.kind === 'endOfLife' || verdict.kind === 'legacy' || verdict.kind === 'superseded';
      return isToMove && isCalled(reference) ? [verdict.model] : [];
    }),
  );
}

function toTarget(from: readonly CatalogModel[], target: Target, policy: Policy): TargetModel | null {
  const [first] = from;
  const model = first && successorOf(first, target, policy);
  if (model === undefined) return null;
  const { endOfLifeNotBefore, noticeMonths } = policy.catalog.lifecycleOn(model, policy.asOf);
  return {
    id: model.id,
    name: model.name,
    generation: model.generation,
    price: toPrices(model),
    endOfLifeNotBefore,
    noticeMonths,
    requestChanges: requestChanges(from, model),
  };
}

function successorOf(model: CatalogModel, target: Target, policy: Policy) {
  const { catalog, asOf: day, minRunwayDays } = policy;
  for (const scope of wantedScopes(null, policy)) {
    const found = catalog.successorOf(model, { target, day, minRunwayDays, ...(scope !== null && { scope }) });
    if (found !== undefined) return found;
  }
  return undefined;
}
