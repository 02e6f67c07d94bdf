import type { TextFeatures } from '../../catalog/tokenizer.js';

type Counts = { -readonly [Feature in keyof TextFeatures]: number };

/** Letters that a common word may have and still be one token. */
const shortWord = 6;
/** Spaces and line ends that one token may hold. */
const longGap = 16;

/** Counts what a text is made of, in one pass. */
export function textFeatures(text: string): TextFeatures {
  const counts: Counts = {
    word: 0,
    innerWord: 0,
    longLetters: 0,
    digits: 0,
    punctuation: 0,
    repeated: 0,
    gap: 0,
    accented: 0,
    cyrillic: 0,
    greek: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    semitic: 0,
    brahmic: 0,
    other: 0,
  };
  let offset = 0;
  while (offset < text.length) offset = countRun(text, offset, counts);
  return counts;
}

/** Counts the run that starts at an offset and gives the offset behind it. */
function countRun(text: string, start: number, counts: Counts) {
  const code = text.charCodeAt(start);
  if (isLatin(code)) return countWord(text, start, counts);
  if (isDigit(code)) {
    const end = endOf(text, start, isDigit);
    counts.digits += Math.ceil((end - start) / 3);
    return end;
  }
  if (isSpace(code)) {
    const end = endOf(text, start, isSpace);
    if (end - start > 1 || code !== 32) counts.gap += 1 + Math.floor((end - start) / longGap);
    return end;
  }
  if (code < 0x80) {
    const end = endOf(text, start, (each) => each === code);
    counts.punctuation += 1;
    counts.repeated += end - start - 1;
    return end;
  }
  counts[scriptOf(code)] += 1;
  return start + (isHighSurrogate(code) ? 2 : 1);
}

function countWord(text: string, start: number, counts: Counts) {
  let part = start;
  let isAfterLower = false;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (!isLatin(code)) break;
    if (code >= 0x80) counts.accented += 1;
    const isUpper = code >= 65 && code <= 90;
    if (isUpper && isAfterLower) {
      counts.innerWord += 1;
      counts.longLetters += Math.max(0, end - part - shortWord);
      part = end;
    }
    isAfterLower = !isUpper;
  }
  counts.word += 1;
  counts.longLetters += Math.max(0, end - part - shortWord);
  return end;
}

function endOf(text: string, start: number, belongs: (code: number) => boolean) {
  let end = start + 1;
  while (end < text.length && belongs(text.charCodeAt(end))) end += 1;
  return end;
}

function isLatin(code: number) {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250);
}

function isDigit(code: number) {
  return code >= 48 && code <= 57;
}

function isSpace(code: number) {
  return code === 32 || (code >= 9 && code <= 13);
}

function isHighSurrogate(code: number) {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Blocks of Unicode from their first code unit on, up to the next entry. */
const scripts: readonly (readonly [from: number, script: keyof TextFeatures])[] = [
  [0x80, 'accented'],
  [0x370, 'greek'],
  [0x400, 'cyrillic'],
  [0x530, 'greek'],
  [0x590, 'semitic'],
  [0x900, 'brahmic'],
  [0x10a0, 'greek'],
  [0x1100, 'hangul'],
  [0x1200, 'brahmic'],
  [0x1e00, 'accented'],
  [0x1f00, 'greek'],
  [0x2000, 'other'],
  [0x2e80, 'han'],
  [0x3040, 'kana'],
  [0x3100, 'han'],
  [0x3130, 'hangul'],
  [0x3190, 'han'],
  [0xa000, 'other'],
  [0xac00, 'hangul'],
  [0xd7b0, 'other'],
  [0xf900, 'han'],
  [0xfb00, 'semitic'],
  [0xfe10, 'other'],
  [0xfe70, 'semitic'],
  [0xff00, 'han'],
  [0xff66, 'kana'],
  [0xffa0, 'hangul'],
  [0xffe0, 'other'],
];

function scriptOf(code: number): keyof TextFeatures {
  return scripts.findLast(([from]) => from <= code)?.[1] ?? 'other';
}
