import { createHash } from 'node:crypto';
import { countMedia, countTokens } from './count-tokens.js';
import type { ModelFacts } from './model-facts.js';
import type { ModelRequest } from './model-request.js';

/** A prompt up to and including one of its blocks: what it says to which model, and how many tokens that is. */
export interface Prefix {
  readonly hash: string;
  readonly tokens: number;
}

/** The prefix that ends with each block, in the order of the blocks. */
export function prefixesOf({ blocks, thinking }: ModelRequest, { id, tokensPerToken }: ModelFacts): readonly Prefix[] {
  let hash = id;
  let tokens = 0;
  return blocks.map(({ section, role, canonical, text }) => {
    // Another form of thinking leaves tools and system cached, and the messages not (AWS: adaptive thinking).
    const mode = section === 'messages' ? JSON.stringify(thinking?.['type'] ?? null) : '';
    hash = createHash('sha256').update(`${hash}\0${section}\0${role}\0${mode}\0${canonical}`).digest('hex');
    tokens += text === null ? countMedia(tokensPerToken) : countTokens(text, tokensPerToken);
    return { hash, tokens };
  });
}
