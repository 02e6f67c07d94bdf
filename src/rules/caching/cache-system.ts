import type { Document } from '../../documents/document.js';
import type { PromptSection } from '../../documents/prompt.js';
import { insertElement } from '../../edits/insert-element.js';
import { removeProperty } from '../../edits/remove-property.js';
import type { Range, TextEdit } from '../../edits/text-edit.js';
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
  if (major === 2 || major === 3) return moveIntoMessages(at, blocks, major);
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

function moveIntoMessages(at: PointPlace, blocks: readonly string[], major: number) {
  const { end, call, document } = at;
  const { text } = document;
  const owner = call.prompt?.owner;
  const messages = call.prompt?.messages;
  if (!owner || !messages || messages.types?.place === 'own' || ![owner, messages.place].every(isIn(document)))
    return null;
  const { range } = messages.place;
  const prompt = propertyAt(text, range, 'prompt');
  if (prompt === null && !takesOptions(messages, document, major)) return null;
  const system = propertyAt(text, end.at.section.place.range, 'system');
  const removal = system && removeProperty(text, system, owner.range);
  const added = prompt ? replacePrompt(at, messages, prompt, blocks) : addMessages(text, range, blocks);
  return removal && added && [removal, ...added];
}

/** Version 4 of `ai` takes the messages of a user interface too, and drops the options of all messages beside them: only a list that is seen holds none. */
function takesOptions({ form, place }: PromptSection, { text }: Document, major: number) {
  return propertyAt(text, place.range, 'messages') !== null && (major > 2 || form === 'list');
}

/** `name: …` from its name on; its short form is its value. */
function propertyAt(text: string, [start, end]: Range, name: 'system' | 'prompt' | 'messages'): Range | null {
  const before = text.slice(Math.max(0, start - 200), start);
  const written = /["']?\b(\w+)["']?\s*:\s*$/.exec(before);
  if (written !== null) return written[1] === name ? [start - written[0].length, end] : null;
  return text.slice(start, end) === name && /[{,]\s*$/.test(before) ? [start, end] : null;
}

/** A `prompt` becomes the one message that it stands for. From version 5 of `ai` on it may be a list of them. */
function replacePrompt(
  { document: { text }, writer }: PointPlace,
  { form, place }: PromptSection,
  range: Range,
  messages: readonly string[],
): readonly TextEdit[] | null {
  const value = text.slice(...place.range);
  if (form === 'list' || value.startsWith('[') || /messages|history|turns|conversation/i.test(value)) return null;
  const message = `{ role: ${writer.literal('user')}, content: ${value} }`;
  return [{ range, text: `messages: [${[...messages, message].join(', ')}]` }];
}

/** Messages in front of the others, whether those are a list or a variable. */
function addMessages(text: string, range: Range, messages: readonly string[]): readonly TextEdit[] | null {
  const list = messages.join(', ');
  const value = text.slice(...range);
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
