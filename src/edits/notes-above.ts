import type { Element } from './elements.js';
import { lineEndAt, lineStartAt } from './line-bounds.js';
import type { Range } from './text-edit.js';

/** The inside of a pair of brackets, and what of it is to be taken out. */
export interface Listing {
  readonly text: string;
  readonly comments: readonly Range[];
  readonly elements: readonly Element[];
  readonly removed: ReadonlySet<Element>;
}

export interface NotesAbove {
  /** The comments that go with the element. */
  readonly going: readonly Range[];
  /** What stands there says more than how a tool is to read the line. */
  readonly isNote: boolean;
  /** It names the element. */
  readonly isNamed: boolean;
}

/** What tells a tool about the next line alone, and is an error or a lie above any other. */
const nextLine =
  /(?:disable-next-line|lint-ignore|biome-ignore|prettier-ignore|@ts-(?:expect-error|ignore)|(?:istanbul|c8|v8) ignore next)\b/;
/** What holds for more lines than the next one, and a property that is put out of use. */
const lasting =
  /^[\s/*]*(?:[\w-]*(?:disable|enable)\b(?!-next-line)|#?(?:end)?region\b|@ts-(?:no)?check\b|["'\w-]+\s*:.*,[\s*/]*$)/;

/**
 * The comments on lines of their own directly above an element that go with it. One at the head of several may speak of all of them: it stays for as
 * long as one of them does.
 */
export function notesAbove(listing: Listing, element: Element): NotesAbove {
  const block = attached(listing, element);
  const words = block.map(([start, end]) => listing.text.slice(start, end));
  const isNote = words.some((word) => !nextLine.test(word));
  const isNamed = words.some((word) => names(word, listing, element));
  const top = block.at(-1);
  const isGoing = !top || !isNote || isOwn(listing, element, words, isNamed, top);
  const going = isGoing
    ? block
    : block.slice(
        0,
        words.findIndex((word) => !nextLine.test(word)),
      );
  return { going, isNote, isNamed };
}

function attached({ text, comments }: Listing, { range, before }: Element) {
  return commentsAbove(text, comments, range[0], before ?? 0);
}

/** Comments above an offset, the nearest first, without blank lines between, that begin where its line does. */
export function commentsAbove(text: string, comments: readonly Range[], offset: number, from = 0): readonly Range[] {
  const found: Range[] = [];
  let below = offset;
  const indent = indentAt(text, below);
  for (const comment of comments.toReversed()) {
    if (comment[1] > below) continue;
    if (comment[0] < from) break;
    const gap = text.slice(comment[1], below).split(/\r\n|\r|\n/);
    if (gap.length > 2 || gap.join('').trim() !== '') break;
    const startsLine = text.slice(lineStartAt(text, comment[0]), comment[0]).trim() === '';
    // One further in goes on with what stands behind the property before.
    if (!startsLine || indentAt(text, comment[0]) !== indent || lasting.test(text.slice(...comment))) break;
    found.push(comment);
    below = comment[0];
  }
  return found;
}

function isOwn(listing: Listing, element: Element, words: readonly string[], isNamed: boolean, top: Range) {
  const others = paragraphOf(listing, element).filter((each) => !listing.removed.has(each));
  if (others.length === 0) return true;
  if (words.some((word) => others.some((other) => names(word, listing, other)))) return false;
  return isNamed || !startsParagraph(listing, element, top);
}

/** The elements on the lines that follow, up to a blank line or a comment on a line of its own. */
function paragraphOf({ text, comments, elements }: Listing, element: Element): readonly Element[] {
  const found = [element];
  for (const next of elements.slice(elements.indexOf(element) + 1)) {
    const end = found.at(-1)?.range[1] ?? 0;
    const lines = text.slice(end, next.range[0]).split(/\r\n|\r|\n/).length;
    const lineEnd = lineEndAt(text, end);
    if (lines > 2 || comments.some(([start]) => start > lineEnd && start < next.range[0])) break;
    found.push(next);
  }
  return found;
}

/** Whether a blank line or the opening bracket stands above the comments. */
function startsParagraph({ text, elements }: Listing, element: Element, [top]: Range) {
  const previous = elements[elements.indexOf(element) - 1];
  return !previous || text.slice(previous.range[1], top).split(/\r\n|\r|\n/).length > 2;
}

/** `// top_p: nearly all words` names `topP`. */
function names(comment: string, { text }: Listing, { range: [start, end] }: Element) {
  const name = /^["']?([\w$-]{3,})/.exec(text.slice(start, Math.min(end, start + 80)))?.[1];
  return name !== undefined && wordsOf(comment).includes(plain(name));
}

function wordsOf(comment: string) {
  return comment.split(/[^\w$-]+/).map(plain);
}

function plain(word: string) {
  return word.toLowerCase().replace(/[_-]/g, '');
}

function indentAt(text: string, offset: number) {
  const start = lineStartAt(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
