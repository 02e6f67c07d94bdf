import type { TextPart } from '../../documents/prompt.js';
import { insertElement } from '../../edits/insert-element.js';
import { insertProperty } from '../../edits/insert-property.js';
import { isInside, type TextEdit } from '../../edits/text-edit.js';
import type { PointPlace } from './cache-text.js';
import { isIn, splitAt } from './cache-text.js';

/** What stands in a block in front of its text, where that is all there is: what else it says would have to stand in both halves. */
const plainBlock = /^\{\s*(?:["']?type["']?\s*:\s*["']text["'](?:\s+as\s+const)?\s*,\s*)?["']?text["']?\s*:\s*$/;
const systemMessage = /^\{\s*role\s*:\s*["']system["'](?:\s+as\s+const)?\s*,\s*content\s*:\s*$/;

/** A block becomes two where it begins to change, with a point between them. */
export function splitBlock(place: PointPlace, hole: TextPart): readonly TextEdit[] | null {
  const { document, writer, end } = place;
  const { block, section } = end.at;
  if (block.kind !== 'text' || block.object === null || block.textPlace === null) return null;
  if (![block.object, block.textPlace, hole.place].every(isIn(document))) return null;
  const { text } = document;
  const [object, range] = [block.object.range, block.textPlace.range];
  if (!isInside(range, object) || !isInside(hole.place.range, range)) return null;
  const [before, behind] = [text.slice(object[0], range[0]), text.slice(range[1], object[1])];
  const isPlain = (writer.form === 'message' ? systemMessage : plainBlock).test(before) && /^\s*,?\s*\}$/.test(behind);
  const split = isPlain ? splitAt(text, range, hole, block.parts) : null;
  if (split === null) return null;
  const tail = before + split.tail + behind;
  const property = writer.form === 'element' ? [] : insertProperty(text, writer.point, object);
  const added = writer.form === 'element' ? [writer.point, tail] : tail;
  const inserted = insertElement(text, added, section.definition.range, object);
  return property && inserted && [{ range, text: split.head }, ...property, ...inserted];
}
