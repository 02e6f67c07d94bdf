import type { TextPart } from '../../prompt.js';
import { composed, entering } from './compose.js';
import { inside, placeOf, type Reading, type Spot } from './spot.js';

/** A template without a tag; the words between its holes have places of their own. */
export function textOfTemplate(spot: Spot, reading: Reading, raw = false): readonly TextPart[] {
  const { node, tree } = spot;
  if (node.type !== 'TemplateLiteral') return [];
  const pieces = node.quasis.flatMap((quasi, index): (readonly TextPart[])[] => {
    const range = [quasi.range[0] + 1, quasi.range[1] - (quasi.tail ? 1 : 2)] as const;
    const text = raw ? quasi.value.raw : (quasi.value.cooked ?? '');
    const words: TextPart = { kind: 'static', text, place: { range, path: tree.path } };
    const hole = node.expressions[index];
    return hole ? [[words], entering(reading.text(inside(spot, hole)), placeOf({ tree, node: hole }))] : [[words]];
  });
  return composed(pieces, placeOf(spot));
}
