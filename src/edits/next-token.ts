/** A piece of JavaScript or JSON, as coarse as edits of lists and objects need it. */
export interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'comment' | 'other';
  readonly start: number;
  readonly end: number;
}

const quotes = `'"`;
/** A slash after one of these starts a regular expression; after anything else it divides. */
const operators = new Set('([{,;:=!&|?+-*%<>~^}');
const operatorWords = new Set([
  '',
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'delete',
  'void',
  'await',
  'yield',
  'else',
  'do',
]);

/**
 * The first token at or after `offset`; `null` at the end of the text or where it is not plain code (an unclosed string, JSX with a lone quote).
 *
 * @param previous text of the token before, which tells a regular expression from a division.
 */
export function nextToken(text: string, offset: number, previous: string): Token | null {
  const start = skipSpace(text, offset);
  const char = text.charAt(start);
  if (char === '') return null;
  if (char === '/' && (text.charAt(start + 1) === '/' || text.charAt(start + 1) === '*'))
    return token('comment', start, commentEnd(text, start));
  if (quotes.includes(char)) return token('other', start, stringEnd(text, start));
  if (char === '`') return token('other', start, templateEnd(text, start));
  if (char === '/' && (operators.has(previous) || operatorWords.has(previous)))
    return token('other', start, regexEnd(text, start));
  if (char === ',') return token('comma', start, start + 1);
  if ('([{'.includes(char)) return token('open', start, start + 1);
  if (')]}'.includes(char)) return token('close', start, start + 1);
  return token('other', start, wordEnd(text, start));
}

function token(kind: Token['kind'], start: number, end: number | null) {
  return end === null ? null : { kind, start, end };
}

function skipSpace(text: string, offset: number) {
  let end = offset;
  while (/\s/.test(text.charAt(end))) end += 1;
  return end;
}

function commentEnd(text: string, start: number) {
  if (text.charAt(start + 1) === '*') {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? null : close + 2;
  }
  let end = start;
  while (end < text.length && !isLineEnd(text, end)) end += 1;
  return end;
}

function stringEnd(text: string, start: number) {
  const quote = text.charAt(start);
  for (let offset = start + 1; offset < text.length && !isLineEnd(text, offset); offset += 1) {
    if (text.charAt(offset) === quote) return offset + 1;
    if (text.charAt(offset) === '\\') offset += text.startsWith('\r\n', offset + 1) ? 2 : 1;
  }
  return null;
}

function templateEnd(text: string, start: number): number | null {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const char = text.charAt(offset);
    if (char === '`') return offset + 1;
    if (char === '\\') offset += 1;
    if (char !== '$' || text.charAt(offset + 1) !== '{') continue;
    const close = closingBrace(text, offset + 2);
    if (close === null) return null;
    offset = close;
  }
  return null;
}

/** Offset of the brace that closes the hole of a template whose inside starts at `start`; `null` where it stays open. */
export function closingBrace(text: string, start: number) {
  let depth = 1;
  let previous = '{';
  for (let next = nextToken(text, start, previous); next !== null; next = nextToken(text, next.end, previous)) {
    if (next.kind === 'open') depth += 1;
    if (next.kind === 'close') depth -= 1;
    if (depth === 0) return next.start;
    if (next.kind !== 'comment') previous = text.slice(next.start, next.end);
  }
  return null;
}

function regexEnd(text: string, start: number) {
  let inClass = false;
  for (let offset = start + 1; offset < text.length && !isLineEnd(text, offset); offset += 1) {
    const char = text.charAt(offset);
    if (char === '\\') offset += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return wordEnd(text, offset);
  }
  return null;
}

/** End of a word, or of the single character that is no part of one (a regular expression's slash takes its flags along). */
function wordEnd(text: string, start: number) {
  let end = start + 1;
  if (!isWordCharacter(text.charCodeAt(start)) && text.charAt(start) !== '/') return end;
  while (isWordCharacter(text.charCodeAt(end))) end += 1;
  return end;
}

function isWordCharacter(code: number) {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 36 ||
    code > 127
  );
}

function isLineEnd(text: string, offset: number) {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}
