import type { Range } from '../../edits/text-edit.js';
import type { Place } from './reference.js';
import type { CodeTables } from './code-tables.js';
import type { Token } from './lexer.js';
import type { Mention } from './mentions.js';
import type { Syntax } from './syntax.js';
import { positionInCode } from './code-place.js';
import { findCodeTables } from './code-tables.js';
import { lex } from './lexer.js';
import { lineBefore } from './lines.js';
import { idOf, mentionsIn } from './mentions.js';
import { readsAsProse } from './prose.js';

/** A mention with what its place does. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly place: Place;
}

/** The mentions in a text of a scanned language: strings by what surrounds them, comments and everything else as prose. */
export function placeCode(text: string, syntax: Syntax): PlacedMention[] {
  return placeTokens(text, syntax, ({ token, mention, tables }) => placeOf(text, token, mention, tables));
}

/** A mention in a string or comment, with what is known of the others of its text. */
export interface TokenMention {
  readonly token: Token;
  readonly mention: Mention;
  /** Strings that are an ID as a whole → the ID. */
  readonly ids: ReadonlyMap<Token, string>;
  readonly tables: CodeTables;
}

/** Every mention of a text: those in strings and comments where `place` puts them, everything else as prose. */
export function placeTokens(text: string, syntax: Syntax, place: (found: TokenMention) => Place): PlacedMention[] {
  const tokens = lex(text, syntax);
  const found = tokens
    .map((token) => [token, mentionsOf(text, token)] as const)
    .filter(([, mentions]) => mentions.length > 0);
  const ids = new Map(
    found.flatMap(([token, [mention]]) =>
      token.kind === 'string' && mention?.share === 'whole' ? [[token, idOf(mention)] as const] : [],
    ),
  );
  const tables = findCodeTables(text, ids);
  const inTokens = found.flatMap(([token, mentions]) =>
    mentions.map((mention) => ({ mention, place: place({ token, mention, ids, tables }) })),
  );
  const outside = mentionsOutside(text, tokens).map((mention) => ({ mention, place: { position: 'prose' as const } }));
  return [...inTokens, ...outside].sort((one, other) => one.mention.range[0] - other.mention.range[0]);
}

/** Names that stand in no string and no comment. */
export function mentionsOutside(text: string, tokens: readonly Token[]): Mention[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const { outer } of tokens) {
    if (outer[0] > at) gaps.push([at, outer[0]]);
    at = outer[1];
  }
  gaps.push([at, text.length]);
  return gaps.flatMap((gap) => (mayName(text, gap) ? mentionsIn(text, gap, 'none') : []));
}

export function mentionsOf(text: string, token: Token): Mention[] {
  return mayName(text, token.range) ? mentionsIn(text, token.range, token.quote?.escapes ? 'backslash' : 'none') : [];
}

function mayName(text: string, [start, end]: Range) {
  return end - start > 12 && /claude|bedrock/i.test(text.slice(start, end));
}

function placeOf(text: string, token: Token, mention: Mention, tables: CodeTables): Place {
  if (token.kind === 'comment' || isDocstring(text, token)) return { position: 'prose' };
  const position = positionInCode(text, token);
  if (position === 'assertion') return { position };
  if (mention.share === 'part')
    return position === 'prose' || readsAsProse(text, mention.spelling, token.range)
      ? { position: 'prose' }
      : { position: 'constant', fixed: 'part of a longer text' };
  if (mention.share === 'listed') return { position: 'table' };
  if (mention.url) return { position: 'request', surface: 'Http' };
  if (position === 'constant' && isPolicyArn(text, token, mention)) return { position: 'policy' };
  if (position === 'constant' && tables.holds(token)) return { position: 'table' };
  return { position };
}

// A string that is a statement of its own: Python's documentation.
function isDocstring(text: string, token: Token) {
  if (token.quote?.mark.length !== 3 || token.bracket) return false;
  return /^\s*[rRuUfFbB]{0,2}$/.test(lineBefore(text, token.outer[0], 200));
}

// `resources=["arn:aws:bedrock:…"]` of a policy statement in CDK or SDK code.
function isPolicyArn(text: string, token: Token, mention: Mention) {
  const isArn =
    mention.name.arn !== null ||
    /(?:foundation-model|inference-profile)\/$/.test(text.slice(token.range[0], mention.range[0]));
  return (
    isArn &&
    /\b(?:not_?)?resources?\b["')]*\s*(?:[=:(,]|=>)[^;]{0,600}$/i.test(
      text.slice(Math.max(0, token.outer[0] - 700), token.outer[0]),
    )
  );
}
