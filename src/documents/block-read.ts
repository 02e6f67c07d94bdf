import type { Range } from '../edits/text-edit.js';
import type { Dialect } from './prompt.js';

/** How the type of a list of blocks is known to the compiler of its file: a file without types has `none`. */
export type BlockTyping = 'none' | 'any' | 'library' | 'own' | 'unknown';

/** Code that takes the first block of an answer for its text: `content[0].text`. */
export interface BlockRead {
  /** The call whose answer it reads: `range` of its `ModelCall`. */
  readonly call: Range;
  readonly dialect: Dialect;
  /** What a finding marks. */
  readonly range: Range;
  /** The list of blocks, as written. */
  readonly list: string;
  /**
   * What code asks the block for first: whether it is a text; which of some kinds it is, none of them reasoning; something else, which may be for
   * reasoning. `null` where it asks nothing.
   */
  readonly guard: 'text' | 'kind' | 'other' | null;
  readonly typing: BlockTyping;
  /** All blocks are taken for one text: `answer.content as string` of LangChain. */
  readonly isWhole?: true;
  readonly mend: BlockMend | null;
}

/** Where the text can be read from the right block instead. */
export type BlockMend =
  /** `list[0].text`, in one expression. */
  | {
      readonly kind: 'expression';
      /** The whole expression. */
      readonly whole: Range;
      readonly element: ElementPlace;
      /** The dot before `text`, where the block is read as if it were always there. */
      readonly dot: Range | null;
      /** What follows holds the text for certain: `list[0].text!.trim()`. */
      readonly isAsserted: boolean;
      /** More than the expression itself hangs on its value, so that what is written in its place stands in brackets. */
      readonly isOperand: boolean;
    }
  /** `const block = list[0]`, of which only `block.text` is read. */
  | {
      readonly kind: 'name';
      readonly element: ElementPlace;
      readonly name: NamePlace | null;
      readonly dots: readonly Range[];
    }
  /** `const { text } = list[0]`, `const [{ text }] = list`. */
  /** `list[0].type === 'text' ? list[0].text : ''`, `const { content: [{ text }] } = answer`: code of another form. */
  | {
      readonly kind: 'rewritten';
      readonly edits: readonly MendEdit[];
      /** Code asks for the `type` of the block: its type has one. */
      readonly asksForType: boolean;
      /** Nothing that is read has another type afterwards. */
      readonly keepsType: boolean;
    }
  | { readonly kind: 'pattern'; readonly pattern: Range; readonly name: string; readonly element: ElementPlace };

/** A piece of code that is written anew, with a search for the block in it where that is looked for. */
export interface MendEdit {
  readonly range: Range;
  readonly before: string;
  /** The list that is searched: what stands between `before` and `after`. */
  readonly found: { readonly list: string; readonly isOptional: boolean } | null;
  readonly after: string;
}

/** What picks the first block: `[0]`, `?.[0]`, `.at(0)`, or nothing where a pattern does. */
export interface ElementPlace {
  readonly range: Range;
  /** The list may be absent. */
  readonly isOptional: boolean;
}

/** `[block]`, a pattern that becomes the name alone. */
export interface NamePlace {
  readonly range: Range;
  readonly name: string;
}
