import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place, WrittenType } from '../../documents/prompt.js';
import { isTestPath } from '../../documents/test-path.js';
import { insertElement } from '../../edits/insert-element.js';
import { insertProperty } from '../../edits/insert-property.js';
import { isInside, type TextEdit } from '../../edits/text-edit.js';
import { pointWriter } from './cache-dialects.js';
import type { PrefixEnd } from './cache-prefix.js';
import { splitBlock } from './cache-split.js';
import { replaceSystem } from './cache-system.js';
import type { PointPlace } from './cache-text.js';
import { asValue, isIn, splitAt, withPoint } from './cache-text.js';
import type { Repair } from '../finding.js';

/** Sets a cache point where a prefix ends; `null` where that can't be written without changing what is sent. */
export function addPointRepair(end: PrefixEnd, call: ModelCall, document: Document): Repair<'addCachePoint'> | null {
  const { section, name } = end.at;
  const { place: around = null, definition: behind = null } = section.types ?? {};
  // A type of the project's own takes no other form than it names.
  if (around === 'own' || isTestPath(document.path)) return null;
  const at = (place: Place, type: WrittenType | null): PointPlace | null => {
    const writer = isIn(document)(place) && type !== 'own' ? pointWriter(call, document, place.range, type) : null;
    return writer && { end, call, document, writer };
  };
  const [definition, use] = [at(section.definition, behind), at(section.place, around)];
  const edits =
    section.form === 'text'
      ? use && name === 'system' && replaceSystem(use)
      : ((definition && inList(definition)) ?? (use && behindList(use)));
  return edits ? { id: 'addCachePoint', safety: 'review', edits } : null;
}

/** The list is written in this file for this request alone: the point goes into it. */
function inList(at: PointPlace): readonly TextEdit[] | null {
  const { end, document, writer } = at;
  const { section, block } = end.at;
  if (!section.isOwned || !isIn(document)(section.definition) || !isIn(document)(block.place)) return null;
  const isTurn = isWholeTurn(at) && writer.form !== 'message';
  if (end.hole !== null) return isTurn ? replaceContent(at) : splitBlock(at, end.hole);
  const container = section.definition.range;
  if (!isInside(block.place.range, container)) return null;
  if (isTurn) return replaceContent(at);
  if (writer.form !== 'element') return writer.form === 'message' && !isWholeTurn(at) ? null : addProperty(at);
  return isBlock(at) ? insertElement(document.text, writer.point, container, block.place.range) : null;
}

/** A turn or a system message whose content is one text: `content: '…'`, `new SystemMessage('…')`. */
function isWholeTurn({ end: { at }, call, document: { text } }: PointPlace) {
  const { block } = at;
  if (block.kind !== 'text' || block.textPlace === null || (at.name === 'system' && call.dialect !== 'aiSdk'))
    return false;
  return /(?:\bcontent\s*:|Message\()\s*$/.test(
    text.slice(Math.max(0, block.textPlace.range[0] - 80), block.textPlace.range[0]),
  );
}

/** LangChain takes turns in forms that are no objects, behind which no block can stand: `['system', '…']`. */
function isBlock({ end: { at }, call, document: { text } }: PointPlace) {
  const { block } = at;
  if (call.dialect !== 'langChain') return true;
  const place = block.kind === 'text' ? block.textPlace : null;
  return place !== null && /\btext["']?\s*:\s*$/.test(text.slice(Math.max(0, place.range[0] - 80), place.range[0]));
}

/** The text of a turn becomes a list of blocks. */
function replaceContent({ end: { at, hole }, document, writer }: PointPlace): readonly TextEdit[] | null {
  const { block } = at;
  if (block.kind !== 'text' || block.textPlace === null || !isIn(document)(block.textPlace)) return null;
  const { range } = block.textPlace;
  const { text } = document;
  if (hole === null) return [{ range, text: `[${withPoint(writer, text.slice(...range))}]` }];
  const split = isInside(hole.place.range, range) ? splitAt(text, range, hole, block.parts) : null;
  return split && [{ range, text: `[${withPoint(writer, split.head)}, ${writer.textBlock(split.tail)}]` }];
}

function addProperty({ end: { at }, document, writer }: PointPlace): readonly TextEdit[] | null {
  // The AI SDK sends options of messages only.
  if (writer.form === 'message' && at.name === 'tools') return null;
  const { object, place } = at.block;
  const { text } = document;
  if (object !== null && isIn(document)(object)) {
    // One property of a name: what stands there may hold other options.
    const name = writer.point.slice(0, writer.point.indexOf(':'));
    return text.slice(...object.range).includes(name) ? null : insertProperty(text, writer.point, object.range);
  }
  const written = text.slice(...place.range);
  return at.name === 'tools' && /^[\w$.]+$/.test(written)
    ? [{ range: place.range, text: `{ ...${written}, ${writer.point} }` }]
    : null;
}

/** The list is written elsewhere, or for others too: the request takes a copy of it with the point. */
function behindList({ end, document, writer }: PointPlace): readonly TextEdit[] | null {
  const { section, block } = end.at;
  const { place } = section;
  if (writer.form !== 'element' || end.at.name === 'messages' || end.hole !== null || !isIn(document)(place))
    return null;
  if (section.blocks.at(-1) !== block || !/^[\w$.]+$/.test(document.text.slice(...place.range))) return null;
  return [{ range: place.range, text: asValue(document.text, place.range, (list) => `[...${list}, ${writer.point}]`) }];
}
