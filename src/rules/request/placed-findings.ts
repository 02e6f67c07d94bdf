import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { Finding } from '../finding.js';
import { mergeCalls } from './merge-calls.js';
import { requestsOf } from './requests-of.js';

/** What a call finds wrong with something that stands in its request. */
export interface PlacedFinding<M extends string, R extends string> {
  readonly place: Place;
  readonly finding: Finding<M, R>;
}

/**
 * One finding for each place, such as an element of a list, however many calls send what stands there.
 *
 * @param placesOf every place of the kind in a request, found fault with or not
 */
export function placedFindings<M extends string, R extends string>(
  document: Document,
  findingsOf: (call: ModelCall) => Iterable<PlacedFinding<M, R>>,
  placesOf: (call: ModelCall) => Iterable<Place>,
): readonly Finding<M, R>[] {
  return mergeCalls(
    document,
    requestsOf(document).flatMap((call) => {
      const found = new Map([...findingsOf(call)].map(({ place, finding }) => [keyOf(place), finding]));
      const places = new Map([...placesOf(call)].map((place) => [keyOf(place), place]));
      return [...places].map(([key, place]) => ({ place, finding: found.get(key) ?? null }));
    }),
  );
}

function keyOf({ path, range }: Place) {
  return `${path} ${String(range[0])}`;
}
