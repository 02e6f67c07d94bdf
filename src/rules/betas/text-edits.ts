import type { Document } from '../../documents/document.js';
import type { Range, TextEdit } from '../../edits/text-edit.js';
import type { Place } from '../../documents/prompt.js';

/** The edit that writes another text into a string literal; `null` where something else stands at the place. */
export function literalEdit(document: Document, place: Place, from: string, to: string): TextEdit | null {
  if (place.path !== document.path) return null;
  const [start, end] = place.range;
  const written = document.text.slice(start, end);
  return /^(['"`]).*\1$/s.test(written) && written.slice(1, -1) === from
    ? { range: [start + 1, end - 1], text: to }
    : null;
}

/** What a file says of a name besides the places given. */
export interface OtherMentions {
  /** Comparisons, cases and keys: inside of their quotes. */
  readonly handlers: readonly Range[];
  /** It also stands in a text, a comment or another role. */
  readonly isUnclear: boolean;
}

/** Looks for a name all over a file. A literal that is compared, or is a key, moves with the name; nobody knows about the rest. */
export function otherMentions({ text }: Document, name: string, known: readonly Range[]): OtherMentions {
  const handlers: Range[] = [];
  let isUnclear = false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (known.some(([from, to]) => from <= at && end <= to)) continue;
    if (isHandler(text, at, end)) handlers.push([at, end]);
    else isUnclear = true;
  }
  return { handlers, isUnclear };
}

function isHandler(text: string, start: number, end: number) {
  const quote = text.charAt(start - 1);
  if (!/['"`]/.test(quote) || text.charAt(end) !== quote) return false;
  const before = text.slice(Math.max(0, start - 40), start - 1).trimEnd();
  const after = text.slice(end + 1, end + 40).trimStart();
  return (
    /(?:[!=]==?|\bcase)$/.test(before) || /^[!=]==?(?!=)/.test(after) || (/[{,]$/.test(before) && after.startsWith(':'))
  );
}
