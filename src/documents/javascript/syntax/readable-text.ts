import type { Range } from '../../facts.js';
import type { Node } from './syntax-tree.js';

/** What a string or template says, and where each character of it stands in the source. */
export interface ReadableText {
  readonly text: string;
  toSource(range: Range): Range;
  /** Whether the source of a range is longer than what it says. */
  hasEscapes(range: Range): boolean;
}

/** What a hole reads as: short, so that what is around it is read as one, whatever stands in the hole. */
const hole = '${x}';

/**
 * Reads a text without its escapes and with every hole of a template as `${x}`: what stands in a hole is looked at by itself.
 *
 * @param content the text without its quotes
 */
export function readableText(source: string, content: Range, holes: readonly Node[], escapes: boolean): ReadableText {
  const written = source.slice(content[0], content[1]);
  if (holes.length === 0 && !(escapes && written.includes('\\'))) {
    return {
      text: written,
      toSource: ([start, end]) => [content[0] + start, content[0] + end],
      hasEscapes: () => false,
    };
  }
  const parts: string[] = [];
  const spans: Range[] = [];
  const add = (text: string, span: Range) => {
    parts.push(text);
    spans.push(...Array.from({ length: text.length }, () => span));
  };
  let at = content[0];
  for (const { range } of [...holes, null].map((node) => ({
    range: node ? holeAround(source, node.range) : ([content[1], content[1]] as const),
  }))) {
    for (const match of source.slice(at, range[0]).matchAll(unit))
      add(decoded(match[0]), [at + match.index, at + match.index + match[0].length]);
    if (range[1] > range[0]) add(hole, range);
    at = range[1];
  }
  const toSource = ([start, end]: Range): Range => [spans[start]?.[0] ?? content[1], spans[end - 1]?.[1] ?? content[1]];
  return {
    text: parts.join(''),
    toSource,
    hasEscapes: (range) => {
      const [start, end] = toSource(range);
      return end - start !== range[1] - range[0];
    },
  };
}

/** One character, or one escape, of a source. */
const unit = /\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[\s\S])|[\s\S]/g;
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

function decoded(spelled: string): string {
  if (spelled.length === 1) return spelled;
  const kind = spelled.charAt(1);
  if (spelled.length > 3) return codePoint(Number.parseInt(spelled.replace(/[^0-9a-fA-F]/g, ''), 16));
  // A backslash before the end of a line joins the lines.
  return kind === '\r' || kind === '\n' ? '' : (controls[kind] ?? kind);
}

function codePoint(code: number) {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** From `${` to `}`: an expression's own range has no room for blanks, parentheses and comments around it. */
function holeAround(source: string, [start, end]: Range): Range {
  const open = source.lastIndexOf('${', start);
  const close = source.indexOf('}', end);
  return [open < 0 ? start : open, close < 0 ? end : close + 1];
}
