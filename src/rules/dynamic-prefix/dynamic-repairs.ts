import type { Document } from '../../documents/document.js';
import type { Place, PromptBlock } from '../../documents/prompt.js';
import { insertElement } from '../../edits/insert-element.js';
import { insertProperty } from '../../edits/insert-property.js';
import { removeProperty } from '../../edits/remove-property.js';
import { isInside, type Range, type TextEdit } from '../../edits/text-edit.js';
import type { CallModels } from '../caching/cache-models.js';
import type { DynamicPiece } from './dynamic-pieces.js';
import { splitText } from './dynamic-split.js';
import { isWorthCaching, lengthOf } from './dynamic-worth.js';
import type { Repair } from '../finding.js';

type DynamicRepair = Repair<'splitAtPoint' | 'moveBehindPoint'>;

/** A text block that can be taken apart: everything about it is written in this file, as an object of its own. */
interface OpenBlock {
  readonly object: Range;
  readonly text: Range;
}

/** Puts what differs behind the point, where that leaves the order of the text as it is; `null` where a person must. */
export function repairOf(piece: DynamicPiece, document: Document, models: CallModels | null): DynamicRepair | null {
  const { at, point, part, isAlone } = piece;
  const { section } = at;
  if (!isAlone || section !== point.section || section.form !== 'list' || !section.isOwned) return null;
  if (point.block.inside !== null || point.block.isConditional) return null;
  if (![section.definition, at.block.place, point.block.place, part.place].every(isHere(document))) return null;
  const open = openBlock(at.block, document);
  if (open === null || !isWorthCaching(piece, models)) return null;
  const moved = moveBehindPoint(piece, open, document);
  return isWholeBlock(piece) && moved ? moved : (splitAtPoint(piece, open, document.text) ?? moved);
}

/** Letters that may introduce what differs, such as `Now: `: a block of no more than that differs as a whole. */
const introduction = 80;

function isWholeBlock({ at, part }: DynamicPiece) {
  const parts = 'parts' in at.block ? at.block.parts : [];
  const head = parts.slice(0, parts.indexOf(part));
  return head.every(({ kind }) => kind === 'static') && lengthOf(head) <= introduction;
}

function isHere({ path }: Document) {
  return (place: Place) => place.path === path;
}

function openBlock(block: PromptBlock, document: Document): OpenBlock | null {
  if (block.kind !== 'text' || block.textPlace === null || block.object === null) return null;
  const { object, textPlace } = block;
  if (object.path !== document.path || textPlace.path !== document.path) return null;
  return isInside(textPlace.range, object.range) ? { object: object.range, text: textPlace.range } : null;
}

/** The static beginning of the text stays before the point, the rest becomes a block behind it. */
function splitAtPoint({ at, point, part }: DynamicPiece, { object, text: range }: OpenBlock, text: string) {
  const split = splitText(text, range, part.place.range);
  const mayBeEmpty = part.cause === 'request' || part.cause === 'user';
  // A block without text is refused.
  if (split === null || (split.isBare && mayBeEmpty)) return null;
  const { place } = point.block;
  const isProperty = isInside(place.range, object);
  const tail = isProperty
    ? withoutProperty(text, object, place.range, range, split.tail)
    : text.slice(object[0], range[0]) + split.tail + text.slice(range[1], object[1]);
  const inserted =
    tail === null ? null : insertAsWritten(text, tail, at.section.definition.range, isProperty ? object : place.range);
  return inserted && repair('splitAtPoint', [{ range, text: split.head }, ...inserted]);
}

/** Stands for an element until its place is found: it must not be indented anew, because its lines may be those of a text. */
const mark = '\uE000';

function insertAsWritten(text: string, element: string, list: Range, after: Range): readonly TextEdit[] | null {
  const edits = insertElement(text, mark, list, after);
  return edits?.map((edit) => ({ ...edit, text: edit.text.replace(mark, () => element) })) ?? null;
}

/** The block as written, with another text and without its point. */
function withoutProperty(text: string, object: Range, property: Range, value: Range, replacement: string) {
  const removal = removeProperty(text, property, object);
  if (removal === null || removal.range[0] < object[0] || isInside(value, removal.range)) return null;
  const edits = [removal, { range: value, text: replacement }].sort((a, b) => b.range[0] - a.range[0]);
  return edits.reduce(
    (written, edit) =>
      written.slice(0, edit.range[0] - object[0]) + edit.text + written.slice(edit.range[1] - object[0]),
    text.slice(...object),
  );
}

/** A block that differs as a whole changes places with the point behind it. */
function moveBehindPoint({ at, point }: DynamicPiece, { object }: OpenBlock, document: Document) {
  const before = at.section.blocks[at.index - 1];
  if (before === undefined || !isCacheable(before)) return null;
  const { place } = point.block;
  const { text } = document;
  if (isInside(place.range, object)) return movePoint(before, place.range, object, document);
  const between = text.slice(object[1], place.range[0]);
  if (!/^\s*,\s*$/.test(between)) return null;
  return repair('moveBehindPoint', [
    { range: object, text: text.slice(...place.range) },
    { range: place.range, text: text.slice(...object) },
  ]);
}

/** A point that is a property goes over to the block before. */
function movePoint(before: PromptBlock, property: Range, object: Range, document: Document) {
  const target = before.object;
  if (target?.path !== document.path) return null;
  const removal = removeProperty(document.text, property, object);
  const insertion = insertProperty(document.text, document.text.slice(...property), target.range);
  return removal && insertion && repair('moveBehindPoint', [...insertion, removal]);
}

function isCacheable({ kind }: PromptBlock) {
  return kind === 'text' || kind === 'document' || kind === 'media';
}

function repair(id: DynamicRepair['id'], edits: readonly TextEdit[]): DynamicRepair {
  return { id, safety: 'review', edits };
}
