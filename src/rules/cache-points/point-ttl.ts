import { removeProperty } from '../../edits/remove-property.js';
import type { Repair } from '../finding.js';
import type { CachingCall, PointFinding, PointRepair } from './point-finding.js';
import { canEdit, levelFor, rangeFor, whereIs } from './point-finding.js';
import type { PlacedPoint } from './point-places.js';

/** Times to live that a model does not offer, and a longer one behind a shorter. */
export function* wrongTtls(caching: CachingCall): Iterable<PointFinding> {
  const lacking = modelWithoutHour(caching);
  let shorter: PlacedPoint | null = null;
  for (const point of caching.points) {
    const { ttl, isConditional } = point.block;
    if (ttl === '1h' && lacking !== null) yield notOffered(point, lacking, caching);
    else if (ttl === '1h' && shorter !== null) yield wrongOrder(point, shorter, caching);
    else if (ttl !== '1h' && ttl !== 'unknown' && !isConditional) shorter ??= point;
  }
}

/** A model with a known list of times to live that has no hour. */
function modelWithoutHour({ models }: CachingCall) {
  if (!models?.isNamed) return null;
  return models.models.find(({ promptCaching: { ttls } }) => ttls.length > 0 && !ttls.includes('1h'))?.name ?? null;
}

function notOffered(point: PlacedPoint, name: string, caching: CachingCall): PointFinding {
  return {
    messageId: 'ttlNotOffered',
    data: { name },
    range: rangeFor(point.block.ttlPlace ?? point.block.place, caching),
    level: levelFor(caching, caching.models?.isExhaustive === true ? 'error' : 'warning'),
    ...(hasHour(caching)
      ? { repairs: [], unrepaired: 'the successor of the model offers the hour' }
      : removal('dropLongTtl', point, caching)),
  };
}

/** A model that ends is judged together with its successor: moving the ID mends the point. */
function hasHour({ models }: CachingCall) {
  return models?.models.some(({ promptCaching }) => promptCaching.ttls.includes('1h')) ?? false;
}

function wrongOrder(point: PlacedPoint, shorter: PlacedPoint, caching: CachingCall): PointFinding {
  return {
    messageId: 'ttlOrder',
    data: { where: whereIs(shorter.block.place, caching) },
    range: rangeFor(point.block.ttlPlace ?? point.block.place, caching),
    level: levelFor(caching, point.block.isConditional ? 'warning' : 'error'),
    ...removal('shortenTtl', point, caching),
  };
}

function removal(
  id: Extract<PointRepair, 'dropLongTtl' | 'shortenTtl'>,
  point: PlacedPoint,
  caching: CachingCall,
): { readonly repairs: readonly Repair<PointRepair>[]; readonly unrepaired?: string } {
  const { place, ttlPlace = null } = point.block;
  const edit =
    ttlPlace !== null && canEdit(point, [place, ttlPlace], caching)
      ? removeProperty(caching.document.text, ttlPlace.range, place.range)
      : null;
  if (edit === null) return { repairs: [], unrepaired: 'the time to live is set in another place' };
  return { repairs: [{ id, safety: 'review', edits: [edit] }] };
}
