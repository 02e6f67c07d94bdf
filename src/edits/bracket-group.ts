import { nextToken } from './next-token.js';
import type { Range } from './text-edit.js';

/** The inside of one pair of brackets, as far as an edit must know it. */
export interface BracketGroup {
  /** Offset of the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  /** Offsets of the commas between elements, in order. */
  readonly commas: readonly number[];
  /** Comments between elements, not those inside nested brackets. */
  readonly comments: readonly Range[];
  /** Tokens that are neither comma nor comment, as ranges; the element asked for is one of them. */
  readonly others: readonly Range[];
}

interface Frame {
  readonly open: number;
  readonly commas: number[];
  readonly comments: Range[];
  readonly others: Range[];
}

const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The bracket pair inside `container` (an object, array or call of JavaScript or JSON) that directly holds `element`; without an element, the pair that
 * ends the container. `null` whenever the text is not plainly balanced: no edit is better than a wrong one.
 */
export function bracketGroup(text: string, container: Range, element: Range | null): BracketGroup | null {
  const frames: Frame[] = [];
  let holder: Frame | null = null;
  let group: BracketGroup | null = null;
  let previous = '';
  let offset = container[0];
  while (offset < container[1]) {
    const found = nextToken(text, offset, previous);
    if (found === null) return null;
    const isElement = element !== null && found.start === element[0];
    const token = isElement ? { kind: 'other', start: found.start, end: element[1] } : found;
    offset = token.end;
    const top = frames.at(-1);
    if (isElement) holder = top ?? null;
    if (token.kind === 'comment') {
      top?.comments.push([token.start, token.end]);
      continue;
    }
    previous = isElement ? ')' : text.slice(token.start, token.end);
    if (token.kind === 'comma') top?.commas.push(token.start);
    else if (token.kind === 'other') top?.others.push([token.start, token.end]);
    else if (token.kind === 'open') frames.push({ open: token.start, commas: [], comments: [], others: [] });
    else {
      const closed = frames.pop();
      if (closed === undefined || text.charAt(closed.open) !== opening[previous]) return null;
      if (element === null ? frames.length === 0 : closed === holder) group = { ...closed, close: token.start };
      frames.at(-1)?.others.push([closed.open, token.end]);
    }
  }
  return frames.length === 0 && offset === container[1] ? group : null;
}
