import type { Range } from '../../edits/text-edit.js';
import type { PlacedMention } from './code.js';
import { mentionsIn } from './mentions.js';

/** `KEY=value` files: `.env`, properties, INI. A setting that is commented out is still one that people switch on. */
export function placeSettings(text: string): PlacedMention[] {
  const placed: PlacedMention[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (/claude|bedrock/i.test(text.slice(start, end))) placed.push(...placeLine(text, start, end));
    start = end + 1;
  }
  return placed;
}

const comment = /^\s*(?:[#;!]|\/\/)/;
const setting = /^(\uFEFF?\s*(?:[#;]+\s*)?(?:-\s+)?(?:export\s+)?["']?[\w.-]{1,120}["']?\s*[=:]\s*)/;

function placeLine(text: string, start: number, end: number): PlacedMention[] {
  const line = text.slice(start, end);
  const isComment = comment.test(line);
  const head = setting.exec(line)?.[1];
  if (head === undefined)
    return mentionsIn(text, [start, end], 'none').map((mention) => ({ mention, place: { position: 'prose' } }));
  const value = valueOf(text, start + head.length, end);
  const inValue = mentionsIn(text, value, 'none').map((mention) => placeValue(mention, isComment));
  const behind = mentionsIn(text, [value[1], end], 'none').map((mention): PlacedMention => ({
    mention,
    place: { position: 'prose' },
  }));
  return [...inValue, ...behind];
}

function placeValue(mention: PlacedMention['mention'], isComment: boolean): PlacedMention {
  if (mention.share === 'listed') return { mention, place: isComment ? { position: 'prose' } : { position: 'table' } };
  if (mention.share === 'part')
    return {
      mention,
      place: isComment ? { position: 'prose' } : { position: 'constant', fixed: 'part of a longer text' },
    };
  return { mention, place: isComment ? { position: 'constant', level: 'note' } : { position: 'constant' } };
}

/** The value without its quotes, a comment behind it and a `|` or `:-` fallback. */
function valueOf(text: string, start: number, end: number): Range {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = text.indexOf(quote, start + 1);
    if (close > 0 && close < end) return [start + 1, close];
  }
  const hash = /\s[#;]/.exec(text.slice(start, end));
  return [start, hash ? start + hash.index : end];
}
