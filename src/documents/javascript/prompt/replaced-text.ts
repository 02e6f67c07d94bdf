import type { Place, TextPart } from '../../prompt.js';
import { unwrap } from '../syntax/unwrap.js';
import { composed, entering, isConstant, wholeText } from './compose.js';
import { resolve } from './follow.js';
import { placeOf, type Reading, type Spot } from './spot.js';

/** `text.replace('{name}', name)`: the words around what is filled in. `null` for patterns that only a regular expression engine can tell. */
export function replacedText(
  parts: readonly TextPart[],
  pattern: Spot,
  replacement: Spot,
  method: 'replace' | 'replaceAll',
  place: Place,
  reading: Reading,
): readonly TextPart[] | null {
  const text = wholeText(parts);
  const searched = patternOf(pattern, method, reading);
  const value = entering(reading.text(replacement), placeOf(replacement));
  if (text === null || !searched || searched.text === '') {
    const isFixed = text !== null && isConstant(value);
    return isFixed ? [{ kind: 'unknown', place, isConstant: true }] : null;
  }
  // `$&` and the like stand for parts of the match.
  if (value.some((part) => part.kind === 'static' && part.text.includes('$'))) return null;
  const [head = '', ...others] = text.split(searched.text, searched.isEvery ? undefined : 2);
  const isOnce = !searched.isEvery && others.length > 0;
  const tails = isOnce ? [text.slice(head.length + searched.text.length)] : others;
  const words = (words: string): readonly TextPart[] => [{ kind: 'static', text: words, place }];
  return composed([words(head), ...tails.flatMap((tail) => [value, words(tail)])], place);
}

interface Pattern {
  readonly text: string;
  readonly isEvery: boolean;
}

function patternOf(spot: Spot, method: 'replace' | 'replaceAll', reading: Reading): Pattern | null {
  const node = unwrap(resolve(spot, reading).node);
  if (node.type === 'Literal' && 'regex' in node) {
    const text = literalOf(node.regex.pattern);
    return text === null || /[^g]/.test(node.regex.flags) ? null : { text, isEvery: node.regex.flags === 'g' };
  }
  const text = wholeText(reading.text(spot));
  return text === null ? null : { text, isEvery: method === 'replaceAll' };
}

/** The text that a regular expression without any choice matches. */
function literalOf(pattern: string): string | null {
  const plain = pattern.replace(/\\([^A-Za-z0-9])/g, '');
  return /[\\^$.*+?()[\]{}|]/.test(plain) ? null : pattern.replace(/\\([^A-Za-z0-9])/g, '$1');
}
