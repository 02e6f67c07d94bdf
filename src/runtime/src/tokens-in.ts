declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Bytes of UTF-8 a token: makes 3.6 characters of Latin script, 1.8 of most other alphabets, 1.2 of Chinese, Japanese and Korean. */
const bytesPerToken = 3.6;

/**
 * Tokens of all the texts in a value, roughly: within a fifth or so for prose of Claude 3 to 4.6, and up to a third too few for
 * later models, whose tokenizer is finer. With `enough`, a text is not read on once it has that many, and bytes count as that
 * many; without, neither bytes nor files in base64 count.
 */
export function tokensIn(value: unknown, enough = 0): number {
  if (typeof value === 'string')
    return new TextEncoder().encode(value.slice(0, enough * 4 || undefined)).length / bytesPerToken;
  if (ArrayBuffer.isView(value)) return enough;
  const fields = Object.entries(value ?? {});
  return fields.reduce((sum, [key, part]) => sum + (enough || key !== 'source' ? tokensIn(part, enough) : 0), 0);
}
