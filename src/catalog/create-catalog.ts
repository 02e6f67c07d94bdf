import type { Catalog } from './catalog.js';
import { addDays, addMonths } from './day.js';
import { intendedModel, mayBeNewer } from './intended-model.js';
import { lifecycleOn } from './lifecycle-on.js';
import { scopes as defaultScopes } from './models.generated.js';
import type { CatalogModel, Day, ScopeEntry } from './schema.js';
import { newestInFamily, successorOf } from './successor-of.js';

/** A catalog of these models. An overlay is a new catalog with its models in front. */
export function createCatalog(models: readonly CatalogModel[], scopes: readonly ScopeEntry[] = defaultScopes): Catalog {
  const byId = new Map<string, CatalogModel>();
  const byFirstPartyId = new Map<string, CatalogModel>();
  for (const model of models) {
    const { id, aliases, invocation, firstPartyIds } = model;
    for (const name of [id, ...aliases, ...(invocation.mantleId === null ? [] : [invocation.mantleId])])
      if (!byId.has(name)) byId.set(name, model);
    for (const name of firstPartyIds) if (!byFirstPartyId.has(name)) byFirstPartyId.set(name, model);
  }
  const checkedOn = models
    .flatMap(daysChecked)
    .reduce<Day>((newest, day) => (day > newest ? day : newest), '0000-01-01');
  const events = models.flatMap(daysOfChange);
  const ends = models.flatMap(({ lifecycle }) => lifecycle.rows.flatMap(({ endOfLifeOn }) => endOfLifeOn ?? []));

  /** A file asks for the same successor again and again. */
  const successors = new Map<string, CatalogModel | undefined>();

  return {
    checkedOn,
    models,
    findModel: (id) => byId.get(id),
    findModelByFirstPartyId: (id) => byFirstPartyId.get(id),
    lifecycleOn,
    successorOf: (model, query) => {
      const { target, day, minRunwayDays, scope = '' } = query;
      const key = [model.id, JSON.stringify(target), day, minRunwayDays, scope].join(' ');
      if (!successors.has(key)) successors.set(key, successorOf(models, model, query));
      return successors.get(key);
    },
    newestInFamily: (model, day) => newestInFamily(models, model, day),
    intendedModel: (id) => intendedModel(models, id),
    mayBeNewer: (id) => !byId.has(id) && mayBeNewer(models, id, checkedOn),
    scopesOfRegion: (region) => scopes.filter((entry) => isCallable(entry, region)).map((entry) => entry.scope),
    lastLifecycleEvent: (day, warnWithinDays = 0) => {
      const warnings = ends.map((end) => addDays(end, -warnWithinDays));
      return [...events, ...warnings].filter((event) => event <= day).reduce<Day | null>(later, null) ?? day;
    },
  };
}

function later(known: Day | null, day: Day): Day {
  return known === null || day > known ? day : known;
}

/** GovCloud and China are apart: what is open to every commercial Region is closed to them. */
function isCallable({ callableFrom }: ScopeEntry, region: string) {
  const isCommercial = !/^(us-gov|cn)-/.test(region);
  return callableFrom.some((prefix) => region.startsWith(prefix) && (isCommercial || prefix !== ''));
}

function daysChecked(model: CatalogModel) {
  const { lifecycle, invocation, promptCaching, limits, request, throughput, price } = model;
  return [lifecycle, invocation, promptCaching, limits, request, ...(throughput ? [throughput] : []), price].map(
    (facts) => facts.checkedOn,
  );
}

/**
 * Days on which a verdict about some model, or what is said of it, may change: lifecycle dates, floors, from when on notice
 * reaches further than they do, and releases that make others superseded.
 */
function daysOfChange({ lifecycle, releasedOn }: CatalogModel): Day[] {
  const dates = lifecycle.rows.flatMap((row) => [row.legacyOn, row.extendedAccessOn, row.endOfLifeOn]);
  const { endOfLifeNotBefore: floor, noticeMonths } = lifecycle;
  const noticed = floor !== null && noticeMonths !== null ? addDays(addMonths(floor, -noticeMonths), 1) : null;
  return [...dates, floor, noticed, releasedOn].filter((day) => day !== null);
}
