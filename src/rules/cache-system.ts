import { insertElement } from '../edits/insert-element.js';
import { removeProperty } from '../edits/remove-property.js';
import type { Range, TextEdit } from '../edits/text-edit.js';
import type { PointPlace } from './cache-text.js';
import { asValue, isIn, splitAt, withPoint } from './cache-text.js';

/** A system prompt that is one text becomes blocks: the text, or its two halves, with a point. */
export function replaceSystem(at: PointPlace): readonly TextEdit[] | null {
  const { end, document, call } = at;
  const { place } = end.at.section;
  if (!isIn(document)(place)) return null;
  const blocks = blocksOf(at);
  if (blocks === null) return null;
  if (call.dialect !== 'aiSdk')
    return [{ range: place.range, text: asValue(document.text, place.range, () => `[${blocks.join(', ')}]`) }];
  const major = Number.parseInt(call.library?.version ?? '', 10);
  // From version 6 of `ai` on, whose providers count from 4, `system` takes messages; before, it is a text, and only one of the messages can carry options.
  if (major === 2 || major === 3) return moveIntoMessages(at, blocks);
  if (!(major >= 4)) return null;
  const [only = '', ...others] = blocks;
  const value = others.length === 0 ? only : `[${blocks.join(', ')}]`;
  return [{ range: place.range, text: asValue(document.text, place.range, () => value) }];
}

/** The blocks as texts, first to last. */
function blocksOf({ end, document, writer }: PointPlace): readonly string[] | null {
  const { text } = document;
  const { section, block } = end.at;
  const { range } = section.place;
  if (end.hole === null) return section.blocks.length === 1 ? [withPoint(writer, text.slice(...range))] : null;
  if (block.kind !== 'text' || end.hole.place.path !== document.path) return null;
  const { range: hole } = end.hole.place;
  if (hole[0] < range[0] || hole[1] > range[1]) return null;
  const split = splitAt(text, range, end.hole, block.parts);
  return split && [withPoint(writer, split.head), writer.textBlock(split.tail)];
}

function moveIntoMessages({ end, call, document }: PointPlace, blocks: readonly string[]) {
  const { text } = document;
  const owner = call.prompt?.owner;
  const messages = call.prompt?.messages;
  if (!owner || !messages || ![owner, messages.place].every(isIn(document))) return null;
  const property = propertyAt(text, end.at.section.place.range);
  const removal = property && removeProperty(text, property, owner.range);
  const added = addMessages(text, messages.place.range, blocks);
  return removal && added && [removal, ...added];
}

/** `system: …` from its name on; its short form is its value. */
function propertyAt(text: string, [start, end]: Range): Range | null {
  const name = /["']?\bsystem["']?\s*:\s*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0];
  if (name !== undefined) return [start - name.length, end];
  return text.slice(start, end) === 'system' ? [start, end] : null;
}

/** Messages in front of the others, whether those are a list, a variable or a `prompt`. */
function addMessages(text: string, range: Range, messages: readonly string[]): readonly TextEdit[] | null {
  const before = text.slice(Math.max(0, range[0] - 40), range[0]);
  const list = messages.join(', ');
  const prompt = /["']?\bprompt["']?\s*:\s*$/.exec(before)?.[0];
  const value = text.slice(...range);
  if (prompt !== undefined) {
    const role = messages[0]?.includes(`"system"`) === true ? `"user"` : `'user'`;
    if (value.startsWith('[')) return null;
    return [
      {
        range: [range[0] - prompt.length, range[1]],
        text: `messages: [${list}, { role: ${role}, content: ${value} }]`,
      },
    ];
  }
  if (/^\[\s*\]$/.test(value)) return insertElement(text, list, range, null);
  if (!value.startsWith('[')) return [{ range, text: asValue(text, range, (written) => `[${list}, ...${written}]`) }];
  const space = /^\[(\s*)/.exec(value)?.[1] ?? '';
  const separator = space.includes('\n') ? space : ' ';
  return [
    {
      range: [range[0] + 1 + space.length, range[0] + 1 + space.length],
      text: `${messages.join(`,${separator}`)},${separator}`,
    },
  ];
}
