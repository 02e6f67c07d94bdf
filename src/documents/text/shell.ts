import type { Syntax } from './syntax.js';
import type { PlacedMention } from './code.js';
import type { Token } from './lexer.js';
import type { Mention } from './mentions.js';
import type { Place } from './reference.js';
import { lex } from './lexer.js';
import { mentionsOf, mentionsOutside } from './code.js';
import { lineBefore } from './lines.js';
import { idOf } from './mentions.js';
import { readsAsProse } from './prose.js';

/** Shell scripts and Dockerfiles: words need no quotes, so what stands around a name decides. */
export function placeShell(text: string, syntax: Syntax, isImage: boolean): PlacedMention[] {
  const tokens = lex(text, syntax);
  const places = new Map<number, PlacedMention>();
  for (const token of tokens) {
    for (const mention of mentionsOf(text, token))
      places.set(mention.range[0], { mention, place: placeInToken(text, token, mention, isImage) });
  }
  for (const mention of mentionsOutside(text, tokens)) {
    places.set(mention.range[0], { mention, place: placeWord(text, mention, mention.spelling, isImage) });
  }
  return markArrays(
    text,
    [...places.values()].sort((one, other) => one.mention.range[0] - other.mention.range[0]),
  );
}

function placeInToken(text: string, token: Token, mention: Mention, isImage: boolean): Place {
  if (token.kind === 'comment') return { position: 'prose' };
  if (token.kind === 'heredoc') return embedded(text, mention, token);
  if (mention.share === 'whole') return placeWord(text, mention, token.outer, isImage);
  const inside = placeWord(text, mention, mention.spelling, isImage);
  if (inside.fixed === null || inside.position === 'prose') return inside;
  return isEchoed(text, token.outer[0]) ? { position: 'prose' } : embedded(text, mention, token);
}

function embedded(text: string, mention: Mention, token: Token): Place {
  return readsAsProse(text, mention.spelling, token.range)
    ? { position: 'prose' }
    : { position: 'constant', fixed: 'part of a longer text', level: 'warning' };
}

/** A word by its left side: `X=`, `${X:-`, `--model-id`, `==`, and by its right side: a `case` arm. */
function placeWord(text: string, mention: Mention, [start, end]: readonly [number, number], isImage: boolean): Place {
  const before = lineBefore(text, start, 200);
  const after = text.slice(end, end + 40);
  if (mention.url) return { position: 'request', surface: 'Http', fixed: null };
  if (/\$\{[\w.]+:?[-=]["']?$/.test(before)) return { position: 'default', fixed: null };
  if (/(?:[!=]=|=~|(?:\[|\btest)\s[^\]]{0,120}\s=)\s*["']?$/.test(before))
    return { position: 'comparison', fixed: null };
  if (/(?:^|\|)\s*["']?$/.test(before) && /^["']?\s*(?:\||\))/.test(after))
    return { position: 'comparison', fixed: null };
  if (isEchoed(text, start) || /\bread\s+-p\s/.test(before)) return { position: 'prose' };
  if (/^\s*["']?\s*(?:RUN\s.{0,100})?(?:ENV|ARG|export)\s[^#]{0,150}[=\s]["']?$/.test(before) && isImage)
    return { position: 'default', fixed: null };
  if (/(?:^|[\s;"'])[\w.-]+\+?=["']?$/.test(before)) return { position: 'constant', fixed: null };
  if (/\s--?[\w-]+[=\s]\s*["']?$/.test(before))
    return /--(?:model-id|foundation-model)[=\s]\s*["']?$/.test(before)
      ? { position: 'request', fixed: null }
      : { position: 'constant', fixed: null };
  return { position: 'constant', fixed: 'only scanned, not parsed', level: 'warning' };
}

function isEchoed(text: string, at: number) {
  const line = lineBefore(text, at, 400);
  return (
    /(?:^|[;&|(]|\bthen\b|\belse\b|\bdo\b)\s*(?:echo|printf|log\w*|warn|die|usage|err\w*)\s/.test(line) &&
    !/>\s*\S+$/.test(line)
  );
}

// `MODELS=( a b )` and `for model in a b; do`
function markArrays(text: string, placed: readonly PlacedMention[]): PlacedMention[] {
  return placed.map((one, index) => {
    if (one.place.position !== 'constant') return one;
    const isListed = [placed[index - 1], placed[index + 1]].some(
      (other) =>
        other?.place.position === 'constant' &&
        idOf(other.mention) !== idOf(one.mention) &&
        isOnlySpace(text, one.mention, other.mention),
    );
    return isListed ? { mention: one.mention, place: { position: 'table' as const, fixed: null } } : one;
  });
}

function isOnlySpace(text: string, one: Mention, other: Mention) {
  const [left, right] = one.range[0] < other.range[0] ? [one, other] : [other, one];
  return /^["']?[\s\\,]+(?:#[^\n]{0,200}\n\s*)?["']?$/.test(
    text.slice(left.spelling[1], Math.min(right.spelling[0], left.spelling[1] + 300)),
  );
}
