declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Bytes of UTF-8 a token: makes 3.6 characters of Latin script, 1.8 of most other alphabets, 1.2 of Chinese, Japanese and Korean. */
const bytesPerToken = 3.6;

/**
 * Tokens of all the texts in a value, roughly: within a fifth or so for prose of Claude 3 to 4.6, and up to a third too few for
 * later models, whose tokenizer is finer. Bytes count as `file`; where that is nothing,
 * a file in base64 counts nothing either.
 */
export function tokensIn(value: unknown, file: number): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length / bytesPerToken;
  if (ArrayBuffer.isView(value)) return file;
  const fields = Object.entries(value ?? {});
  return fields.reduce((sum, [key, part]) => sum + (file || key !== 'source' ? tokensIn(part, file) : 0), 0);
}
