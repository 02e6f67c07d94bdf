/** Characters a token: about 3.6 of Latin script, 2 of other alphabets, 1 of Chinese, Japanese and Korean. */
const latin = 3.6;
const firstIdeograph = 0x2e80;

/**
 * Tokens of a text, roughly: within a fifth or so for prose of Claude 3 to 4.6, and up to a third too few for later models,
 * whose tokenizer is finer. One pass, whatever the text.
 */
export function estimateTokens(text: string): number {
  if (!/[\u0250-\uffff]/.test(text)) return Math.ceil(text.length / latin);
  let tokens = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    tokens += code > firstIdeograph ? 1 : code > 0x24f ? 0.5 : 1 / latin;
  }
  return Math.ceil(tokens);
}
