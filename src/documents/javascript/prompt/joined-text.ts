import type { Place, TextPart } from '../../prompt.js';
import { composed, entering, wholeText } from './compose.js';
import { filledList } from './filled-list.js';
import { listElements } from './list-elements.js';
import { placeOf, type Reading, type Spot } from './spot.js';

/** Characters; what is longer than any context window is not made. */
const longest = 20_000_000;

/** `list.join(glue)`; `null` where the list can't be read. */
export function joinedText(
  list: Spot,
  glue: readonly TextPart[],
  place: Place,
  reading: Reading,
): readonly TextPart[] | null {
  const between = wholeText(glue);
  if (between === null) return null;
  const filled = filledList(list, reading);
  if (filled) {
    const text = wholeText(reading.text(filled.value));
    if (text === null || filled.count < 0 || (text.length + between.length) * filled.count > longest) return null;
    return filled.count === 0
      ? []
      : [{ kind: 'static', text: (text + between).repeat(filled.count - 1) + text, place }];
  }
  const found = listElements(list, reading, { followMaps: true });
  if (!found) return null;
  const pieces = found.elements.map(({ spot, count, isMade }) => {
    const at = isMade ? place : placeOf(spot);
    return count === 'one' ? entering(reading.text(spot), at) : holes(spot, at, reading);
  });
  return composed(
    pieces.flatMap((piece, index) =>
      index === 0 ? [piece] : [glueBefore(glue, found.elements[index]?.isMade, place), piece],
    ),
    place,
  );
}

/** Elements that only the running program knows: a hole, and what is known to change in it. */
function holes(spot: Spot, place: Place, reading: Reading): readonly TextPart[] {
  const change = reading.text(spot).find(({ kind }) => kind === 'dynamic');
  return change ? entering([change], place) : [{ kind: 'unknown', place }];
}

function glueBefore(glue: readonly TextPart[], isMade: boolean | undefined, place: Place) {
  return isMade === true ? entering(glue, place) : glue;
}
