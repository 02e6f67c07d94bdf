import type { Document } from '../../documents/document.js';
import type { Range } from '../../documents/facts.js';
import { placedBlocks, placedPoints } from '../cache-points/point-places.js';

/** Words of code that takes care of caching somewhere, in any library. */
const words = /cache_?point|cache_?control|cache_?config|cache_?tools|cache_?prompt|cache_?system|promptcaching/gi;

const places = new WeakMap<Document, boolean>();

/** Whether a file speaks of cache points in places that no known prompt explains: whatever they are for, they may serve any call of the file. */
export function handlesCachingUnseen(document: Document): boolean {
  const known = places.get(document) ?? hasUnexplainedWord(document);
  places.set(document, known);
  return known;
}

function hasUnexplainedWord(document: Document) {
  const points = pointRanges(document);
  for (const { index, 0: word } of document.text.matchAll(words)) {
    if (!points.some(([start, end]) => start <= index && index + word.length <= end)) return true;
  }
  return false;
}

function pointRanges({ modelCalls, path }: Document): readonly Range[] {
  return modelCalls.flatMap(({ prompt }) =>
    prompt === null
      ? []
      : placedPoints(placedBlocks(prompt)).flatMap(({ block: { place } }) =>
          place.path === path ? [place.range] : [],
        ),
  );
}
