import type { TextPart } from '../../prompt.js';

const placeholder = /\{\{|\}\}|\{[^{}]*\}/g;

/** The texts of a prompt template: `{name}` is a hole, `{{` and `}}` stand for the brackets themselves. */
export function withPlaceholders(parts: readonly TextPart[], source: string): readonly TextPart[] {
  return parts.flatMap((part) => (part.kind === 'static' && /[{}]/.test(part.text) ? split(part, source) : [part]));
}

function split(part: Extract<TextPart, { kind: 'static' }>, source: string): TextPart[] {
  const start = source.indexOf(part.text, part.place.range[0]);
  const isPlain = start >= 0 && start + part.text.length <= part.place.range[1];
  const placeAt = (from: number, to: number) =>
    isPlain ? { range: [start + from, start + to] as const, path: part.place.path } : part.place;
  const found: TextPart[] = [];
  let at = 0;
  for (const match of part.text.matchAll(placeholder)) {
    const isBracket = match[0] === '{{' || match[0] === '}}';
    const end = match.index + (isBracket ? 1 : 0);
    if (end > at) found.push({ ...part, text: part.text.slice(at, end), place: placeAt(at, end) });
    at = match.index + match[0].length;
    if (!isBracket) found.push({ kind: 'unknown', place: placeAt(match.index, at) });
  }
  if (at < part.text.length) found.push({ ...part, text: part.text.slice(at), place: placeAt(at, part.text.length) });
  return found;
}
