/** Any image or document: what the service really counts depends on its pixels and pages. */
const mediaTokens = 1000;
const latin = 4;

/**
 * A deterministic stand-in for the tokenizer: a token for every four characters of Latin text and one for every other character.
 * Tests that need a prefix above or below a minimum keep well away from it.
 */
export function countTokens(text: string, tokensPerToken: number): number {
  let others = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x24f) others++;
  return Math.ceil(((text.length - others) / latin + others) * tokensPerToken);
}

export function countMedia(tokensPerToken: number): number {
  return Math.ceil(mediaTokens * tokensPerToken);
}
