import type { Place } from '../../documents/prompt.js';
import type { RequestRefusal } from '../finding.js';

/** Where the IDs stand whose models refuse a request: as it is written (`now`), or once they are moved. */
export function refusedPlaces(
  { when, model, also = [] }: RequestRefusal,
  asked: RequestRefusal['when'],
): readonly Place[] {
  const own = when === asked && model ? [model] : [];
  return [...own, ...also.flatMap((each) => (each.when === asked ? [each.model] : []))];
}
