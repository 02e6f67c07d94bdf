import { compareGenerations, isNumbered } from './generation.js';
import type { CatalogModel, Provenance } from './schema.js';
import { tokenizers } from './tokenizers.generated.js';

/** What a text is made of, as far as the number of its tokens goes; each is counted. */
export interface TextFeatures {
  /** Runs of Latin letters. */
  readonly word: number;
  /** Further words inside a run: `lastUserName` has two. */
  readonly innerWord: number;
  /** Letters of a word after its sixth. */
  readonly longLetters: number;
  /** Groups of up to three digits. */
  readonly digits: number;
  readonly punctuation: number;
  /** Repetitions of a punctuation mark after its first: rulers, indentation by dots. */
  readonly repeated: number;
  /** White space that is more than one space between two words. */
  readonly gap: number;
  /** Latin letters beyond ASCII. */
  readonly accented: number;
  readonly cyrillic: number;
  /** Greek, Armenian and Georgian letters. */
  readonly greek: number;
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Hebrew, Arabic and their neighbours. */
  readonly semitic: number;
  /** Scripts of India and South-East Asia. */
  readonly brahmic: number;
  /** Emoji, symbols, everything else: code points. */
  readonly other: number;
}

/** A way of cutting text into tokens, known only by how many tokens each feature costs at least and at most. */
export interface Tokenizer extends Provenance {
  readonly name: string;
  /** The first generation that uses it. */
  readonly fromGeneration: string;
  readonly weights: Readonly<Record<keyof TextFeatures, readonly number[]>>;
}

/** The tokenizer of a model; all of them where its generation has no number. */
export function tokenizersOf({ generation }: CatalogModel): readonly Tokenizer[] {
  if (!isNumbered(generation)) return tokenizers;
  const own = tokenizers.findLast(({ fromGeneration }) => compareGenerations(fromGeneration, generation) <= 0);
  return own ? [own] : tokenizers.slice(0, 1);
}
