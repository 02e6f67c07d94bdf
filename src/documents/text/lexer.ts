import type { Range } from '../../edits/text-edit.js';
import type { Quote, Syntax } from './syntax.js';

/** An open bracket and what it stands in. */
export interface Bracket {
  readonly mark: string;
  readonly at: number;
  readonly parent: Bracket | null;
}

/** A string, a here-document or a comment. */
export interface Token {
  readonly kind: 'string' | 'heredoc' | 'comment';
  /** Content without quotes. */
  readonly range: Range;
  /** With quotes. */
  readonly outer: Range;
  readonly bracket: Bracket | null;
  readonly quote: Quote | null;
}

/** The strings and comments of a text, in order. Anything may be malformed: a quote that never closes is skipped. */
export function lex(text: string, syntax: Syntax): Token[] {
  const tokens: Token[] = [];
  // What never closes is read to the end of its text or line; a few such attempts are slips, many are hostile.
  let attempts = 100;
  const special = specialCharacters(syntax);
  let bracket: Bracket | null = null;
  for (let at = 0; at < text.length;) {
    special.lastIndex = at;
    const next = special.exec(text);
    if (!next) break;
    at = next.index;
    const token = attempts > 0 ? readToken(text, at, syntax, bracket) : null;
    if (token === 'unclosed') attempts--;
    else if (token) {
      tokens.push(token);
      at = Math.max(token.outer[1], at + 1);
      continue;
    }
    const mark = text.charAt(at);
    if ('([{'.includes(mark)) bracket = { mark, at, parent: bracket };
    else if (')]}'.includes(mark)) bracket = outsideOf(bracket);
    else if (mark === '\\') at++;
    at++;
  }
  return tokens;
}

function outsideOf(bracket: Bracket | null) {
  return bracket?.parent ?? null;
}

function specialCharacters({ lineComments, blockComments, quotes }: Syntax) {
  const starts = [...lineComments, ...blockComments.map(([open]) => open), ...quotes.map((quote) => quote.mark)].map(
    (mark) => mark.charAt(0),
  );
  return new RegExp(`[()[\\]{}<\\\\${[...new Set(starts)].join('').replace(/[-\]^\\]/g, '\\$&')}]`, 'g');
}

function readToken(text: string, at: number, syntax: Syntax, bracket: Bracket | null): Token | 'unclosed' | null {
  for (const mark of syntax.lineComments) {
    if (text.startsWith(mark, at) && startsComment(text, at, mark)) return comment(text, at, mark, '\n', bracket);
  }
  for (const [open, close] of syntax.blockComments) {
    if (text.startsWith(open, at)) return comment(text, at, open, close, bracket);
  }
  for (const quote of syntax.quotes) {
    if (!text.startsWith(quote.mark, at)) continue;
    const end = endOfString(text, at + quote.mark.length, quote);
    if (end < 0 && (quote.multiline || isLongLine(text, at))) return 'unclosed';
    if (end >= 0)
      return {
        kind: 'string',
        range: [at + quote.mark.length, end],
        outer: [at, end + quote.mark.length],
        bracket,
        quote,
      };
  }
  return syntax.heredocs && text.startsWith('<<', at) ? heredoc(text, at, bracket) : null;
}

// Longer than a line that a person writes, in characters.
function isLongLine(text: string, at: number) {
  return !text.slice(at, at + 2000).includes('\n');
}

// `#` inside a word (`$#`, `a#b`, `#{`) and the slashes of `https://` start no comment.
function startsComment(text: string, at: number, mark: string) {
  const before = text.charAt(at - 1);
  if (mark === '#') return at === 0 || /[\s;({[,]/.test(before);
  return mark !== '//' || before !== ':';
}

function comment(text: string, at: number, open: string, close: string, bracket: Bracket | null): Token {
  const found = text.indexOf(close, at + open.length);
  const end = found < 0 ? text.length : found;
  return {
    kind: 'comment',
    range: [at + open.length, end],
    outer: [at, Math.min(text.length, end + (close === '\n' ? 0 : close.length))],
    bracket,
    quote: null,
  };
}

/** Offset of the closing quote, or -1. */
function endOfString(text: string, start: number, quote: Quote) {
  const first = quote.mark.charAt(0);
  let holes = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' && !quote.multiline) return -1;
    if (character === '\\' && quote.escapes) at++;
    else if (quote.nests && character === '$' && text.charAt(at + 1) === '{') holes++;
    else if (holes > 0 && character === '}') holes--;
    else if (holes === 0 && character === first && (quote.mark.length === 1 || text.startsWith(quote.mark, at)))
      return at;
  }
  return -1;
}

function heredoc(text: string, at: number, bracket: Bracket | null): Token | 'unclosed' | null {
  const open = /^<<[-~]?\s?(["']?)(\w{1,40})\1[^\n]*\n/.exec(text.slice(at, at + 300));
  if (!open) return null;
  const start = at + open[0].length;
  const word = open[2] ?? '';
  for (let line = start; line < text.length;) {
    const next = text.indexOf('\n', line);
    const end = next < 0 ? text.length : next;
    if (text.slice(line, end).trim() === word)
      return { kind: 'heredoc', range: [start, line], outer: [at, end], bracket, quote: null };
    line = end + 1;
  }
  return 'unclosed';
}
