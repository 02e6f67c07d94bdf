import type { Format } from '../document.js';

/** Deeper than any file people write, and far from where a recursive parser runs out of stack. */
const deepest = 250;

/**
 * Whether a text may nest deeper than a recursive parser can follow. A guess from brackets and leading dashes alone: running
 * out of stack cannot always be caught, because V8 ends the process when it happens while a regular expression is compiled.
 */
export function isNestedTooDeeply(text: string, format: Format): boolean {
  // A notebook's output holds brackets by the thousand, in strings; other formats have too many ways to quote.
  const skipsStrings = format === 'json' || format === 'notebook';
  let depth = 0;
  let dashes = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (skipsStrings && character === quote) at = endOfJsonString(text, at + 1);
    if (character === openBracket || character === openBrace) depth++;
    else if ((character === closeBracket || character === closeBrace) && depth > 0) depth--;
    if (character === dash || character === question) dashes++;
    else if (character !== space) dashes = 0;
    if (depth > deepest || dashes > deepest * 4) return true;
  }
  return format === 'yaml' && isIndentedTooDeeply(text);
}

function endOfJsonString(text: string, start: number) {
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === backslash) at++;
    else if (character === quote || character === lineFeed) return at;
  }
  return text.length;
}

const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const [openBracket, closeBracket, openBrace, closeBrace, dash, question, space] = [
  0x5b, 0x5d, 0x7b, 0x7d, 0x2d, 0x3f, 0x20,
];

// Each level of a block takes a column more than the one around it, so depth needs lines of growing indentation.
function isIndentedTooDeeply(text: string) {
  let levels = 0;
  let widest = -1;
  for (const { 0: indentation } of text.matchAll(/^ */gm)) {
    if (indentation.length === 0) levels = 0;
    if (indentation.length === 0 || indentation.length > widest) {
      widest = indentation.length;
      if (++levels > deepest) return true;
    }
  }
  return false;
}
