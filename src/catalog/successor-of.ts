import type { SuccessorQuery, Target } from './catalog.js';
import { addDays, addMonths } from './day.js';
import { compareGenerations, isNumbered } from './generation.js';
import { lifecycleOn } from './lifecycle-on.js';
import type { CatalogModel, Day, Family, Scope } from './schema.js';

/** Older generations are never a target: they lack global profiles and are on their way out. */
const oldestTarget = '4.5';

/** The model that takes over from `model` under a policy; `undefined` when none qualifies. */
export function successorOf(
  models: readonly CatalogModel[],
  model: CatalogModel,
  { target, day, minRunwayDays, scope }: SuccessorQuery,
): CatalogModel | undefined {
  const family = carryingFamily(model);
  const active = activeTargets(models, family, day, scope);
  const wanted = targetFor(target, family);
  if (wanted !== 'nearest' && wanted !== 'latest') return active.find((candidate) => candidate.generation === wanted);

  const newer = active.filter((candidate) => candidate.invocation.access !== 'gated' && isNewer(candidate, model));
  if (wanted === 'latest') return newer.at(-1);
  return newer.find((candidate) => guaranteedUntil(candidate, day) > addDays(day, minRunwayDays));
}

/** Newest active model of the family that carries on from `model`, itself included. */
export function newestInFamily(
  models: readonly CatalogModel[],
  model: CatalogModel,
  day: Day,
): CatalogModel | undefined {
  return activeTargets(models, carryingFamily(model), day).findLast(
    (candidate) => candidate.invocation.access !== 'gated',
  );
}

/** Active numbered models of a family that the runtime endpoint serves through a profile, oldest first. */
function activeTargets(models: readonly CatalogModel[], family: Family, day: Day, scope?: Scope) {
  return models
    .filter(
      (candidate) =>
        candidate.family === family &&
        isNumbered(candidate.generation) &&
        compareGenerations(candidate.generation, oldestTarget) >= 0 &&
        candidate.invocation.endpoints.includes('runtime') &&
        candidate.invocation.profiles.length > 0 &&
        (scope === undefined || candidate.invocation.profiles.includes(scope)) &&
        (candidate.releasedOn === null || candidate.releasedOn <= day) &&
        lifecycleOn(candidate, day).state === 'active',
    )
    .sort((left, right) => compareGenerations(left.generation, right.generation));
}

function carryingFamily(model: CatalogModel): Family {
  return model.successorFamily ?? model.family;
}

function targetFor(target: Target, family: Family): string {
  return typeof target === 'string' ? target : (target[family] ?? 'nearest');
}

function isNewer(candidate: CatalogModel, model: CatalogModel) {
  return candidate.family !== model.family || compareGenerations(candidate.generation, model.generation) > 0;
}

/** The first day on which the vendor's word no longer holds the model up. Past its floor it still has its notice period. */
function guaranteedUntil({ lifecycle }: CatalogModel, day: Day): Day {
  const announced = lifecycle.rows
    .flatMap((row) => row.endOfLifeOn ?? [])
    .sort()
    .at(0);
  if (announced !== undefined) return announced;
  const noticed = lifecycle.noticeMonths === null ? day : addMonths(day, lifecycle.noticeMonths);
  const floor = lifecycle.endOfLifeNotBefore ?? day;
  return floor > noticed ? floor : noticed;
}
