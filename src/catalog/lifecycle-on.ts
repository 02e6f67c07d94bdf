import type { LifecycleOn, LifecycleState } from './catalog.js';
import { addMonths } from './day.js';
import type { CatalogModel, Day, LifecycleRow } from './schema.js';

/**
 * What holds for a model on a day. With a region, the row that names it decides; else the row for all other regions;
 * else the row that ends last, and the verdict is inferred. Without a region the row that ends last decides, so that
 * a model counts as ended only when it has ended everywhere.
 */
export function lifecycleOn(model: CatalogModel, day: Day, region?: string | null): LifecycleOn {
  const { rows, endOfLifeNotBefore } = model.lifecycle;
  const named = region ? rows.find((row) => row.regions?.includes(region)) : undefined;
  const other = region ? rows.find((row) => row.regions === null) : undefined;
  const row = named ?? other ?? lastToEnd(rows);
  return {
    state: row ? stateOn(row, day) : isKnownToBedrock(model) ? 'active' : 'unknown',
    legacyOn: row?.legacyOn ?? null,
    extendedAccessOn: row?.extendedAccessOn ?? null,
    endOfLifeOn: row?.endOfLifeOn ?? null,
    endOfLifeNotBefore,
    noticeMonths: noticeOn(model, row, day),
    certain: !region || rows.length === 0 || named !== undefined || other !== undefined,
  };
}

/** Whoever is active is told of its end before it comes: a floor that lies nearer than that says less than the notice does. */
function noticeOn({ lifecycle }: CatalogModel, row: LifecycleRow | undefined, day: Day): number | null {
  const { endOfLifeNotBefore: floor, noticeMonths } = lifecycle;
  const isAnnounced = row !== undefined && (row.endOfLifeOn !== null || row.legacyOn !== null);
  if (isAnnounced || floor === null || noticeMonths === null) return null;
  return floor < addMonths(day, noticeMonths) ? noticeMonths : null;
}

function stateOn({ legacyOn, extendedAccessOn, endOfLifeOn }: LifecycleRow, day: Day): LifecycleState {
  if (endOfLifeOn !== null && endOfLifeOn <= day) return 'endOfLife';
  if (extendedAccessOn !== null && extendedAccessOn <= day) return 'extendedAccess';
  return legacyOn !== null && legacyOn <= day ? 'legacy' : 'active';
}

function lastToEnd(rows: readonly LifecycleRow[]) {
  return rows.reduce<LifecycleRow | undefined>(
    (last, row) => (last === undefined || endOf(row) >= endOf(last) ? row : last),
    undefined,
  );
}

/** A row without an end outlives every other. */
function endOf(row: LifecycleRow) {
  return row.endOfLifeOn ?? '9999-12-31';
}

/** Models that Anthropic has announced may never have come to Bedrock. */
function isKnownToBedrock({ invocation, lifecycle }: CatalogModel) {
  return invocation.endpoints.length > 0 || lifecycle.lastObserved !== null;
}
