import { Buffer } from 'node:buffer';

/**
 * A text without any of these says nothing about Claude on Bedrock. First letters vary in case and are left out. The last is
 * `\nHuman:`, as code writes the beginning of a text-completion prompt.
 */
export const needleWords = ['laude', 'nthropic', 'edrock', 'LAUDE', 'NTHROPIC', 'EDROCK', 'nHuman:'] as const;
const needles = needleWords.map((word) => Buffer.from(word));
const wideNeedles = needleWords.map((word) => Buffer.from(word, 'utf16le'));

/** The needles in a decoded text, UTF-16 read as UTF-8 included. */
const pattern = new RegExp(
  [...needleWords, ...needleWords.map((word) => word.split('').join(String.raw`\0`))].join('|'),
);

/** Whether a text mentions Claude, Anthropic or Bedrock. */
export function mentionsNeedle(text: string): boolean {
  return pattern.test(text);
}

/** Bytes that the longest needle may stick out of a chunk. */
export const needleOverlap = Math.max(...needles.map(({ length }) => length)) - 1;

/** Whether bytes mention Claude, Anthropic or Bedrock. */
export function holdsNeedle(bytes: Buffer): boolean {
  return needles.some((needle) => bytes.indexOf(needle) >= 0);
}

/** The same for UTF-16 of either byte order: dropping the first byte turns one into the other, save for the ends. */
export function holdsWideNeedle(bytes: Buffer): boolean {
  const inner = wideNeedles.map((needle) => needle.subarray(0, -1));
  return inner.some((needle) => bytes.indexOf(needle) >= 0);
}
