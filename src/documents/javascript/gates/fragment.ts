import { namesFamily } from '../../../catalog/family-words.js';

/** Whether a text is a piece of a model ID on Bedrock: of the vendor's prefix, of a generation (`claude-3`, `3-5-sonnet`). */
export function isFragment(text: string): boolean {
  return /claude|^(?:[a-z-]{2,6}\.)?anthropic(?:\.|$)/i.test(text) || isNumberedFamily(text);
}

function isNumberedFamily(text: string) {
  return /^[\w.:-]{1,60}$/.test(text) && /\d/.test(text) && namesFamily(text);
}
