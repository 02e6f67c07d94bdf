import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place, TextPart } from '../../documents/prompt.js';
import type { Range } from '../../edits/text-edit.js';
import type { PointWriter } from './cache-dialects.js';
import type { PrefixEnd } from './cache-prefix.js';
import { splitText } from '../dynamic-prefix/dynamic-split.js';

/** What the repairs of one place share. */
export interface PointPlace {
  readonly end: PrefixEnd;
  readonly call: ModelCall;
  readonly document: Document;
  readonly writer: PointWriter;
}

/** Both halves of a text; `null` where the second may be blank, which Bedrock refuses. */
export function splitAt(text: string, range: Range, hole: TextPart, parts: readonly TextPart[]) {
  const split = splitText(text, range, hole.place.range);
  if (split === null) return null;
  const rest = parts.slice(parts.indexOf(hole));
  const isNeverBlank =
    rest.some((part) => part.kind === 'static' && /\S/.test(part.text)) ||
    (hole.kind === 'dynamic' && (hole.cause === 'clock' || hole.cause === 'random')) ||
    /^[`'"][^$`'"]*[\p{L}\p{N}]/u.test(split.tail);
  return isNeverBlank ? split : null;
}

/** A text as a block with a point behind it. */
export function withPoint({ form, point, textBlock }: PointWriter, expression: string): string {
  const block = textBlock(expression);
  return form === 'element' ? `${block}, ${point}` : `${block.slice(0, -2)}, ${point} }`;
}

/** Another value for a property, which may have been written in its short form. */
export function asValue(text: string, [start, end]: Range, write: (expression: string) => string): string {
  const written = text.slice(start, end);
  const isShort = /^[\w$]+$/.test(written) && /[{,]\s*$/.test(text.slice(Math.max(0, start - 200), start));
  return `${isShort ? `${written}: ` : ''}${write(written)}`;
}

export function isIn({ path }: Document) {
  return (place: Place): boolean => place.path === path;
}
