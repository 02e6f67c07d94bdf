import type { Place, TextPart } from '../../prompt.js';

/** More pieces than anybody writes, and characters beyond every context window: what repeats itself must not fill the memory. */
const mostParts = 50_000;
const mostCharacters = 64_000_000;

/** Parts that come into a text through one of its holes. */
export function entering(parts: readonly TextPart[], place: Place): readonly TextPart[] {
  return parts.map((part) =>
    isSamePlace(part.place, place) ? part : { ...part, place, origin: part.origin ?? part.place },
  );
}

/** The pieces of a text one after the other; neighbours that stand in one place are one. */
export function composed(pieces: Iterable<readonly TextPart[]>, whole: Place): readonly TextPart[] {
  const parts: TextPart[] = [];
  let characters = 0;
  for (const piece of pieces) {
    for (const part of piece) {
      if (part.kind === 'static') {
        if (part.text === '') continue;
        characters += part.text.length;
      }
      const last = parts.at(-1);
      if (part.kind === 'static' && last?.kind === 'static' && isSamePlace(last.place, part.place))
        parts[parts.length - 1] = { kind: 'static', text: last.text + part.text, place: last.place };
      else parts.push(part);
      if (characters > mostCharacters || parts.length > mostParts) return [{ kind: 'unknown', place: whole }];
    }
  }
  return parts;
}

/** The text, when every word of it is known. */
export function wholeText(parts: readonly TextPart[]): string | null {
  const [only] = parts;
  if (parts.length === 1 && only) return only.kind === 'static' ? only.text : null;
  const texts = parts.map((part) => (part.kind === 'static' ? part.text : null));
  return texts.every((text) => text !== null) ? texts.join('') : null;
}

/** The words are the same on every call, known or not. */
export function isConstant(parts: readonly TextPart[]): boolean {
  return parts.every((part) => part.kind === 'static' || (part.kind === 'unknown' && part.isConstant === true));
}

function isSamePlace(one: Place, other: Place) {
  return one.range[0] === other.range[0] && one.range[1] === other.range[1] && one.path === other.path;
}

/** The parts of what may be any number of blocks: a list that grows from call to call keeps its beginning, and so is no change of a prefix. */
export function unseen(parts: readonly TextPart[], place: Place): readonly TextPart[] {
  return [{ kind: 'unknown', place, ...(isConstant(parts) ? { isConstant: true } : {}) }];
}
