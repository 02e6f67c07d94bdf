import type { CatalogModel } from '../../catalog/schema.js';
import type { TextFeatures } from '../../catalog/tokenizer.js';
import type { TextPart } from '../../documents/prompt.js';
import { textFeatures } from './text-features.js';
import { bandOf } from './token-band.js';
import type { TokenBand } from './token-band.js';

/** What Anthropic adds in front of a list of tools: 290 to 530 tokens by model and choice of tool (Anthropic's page on tool use, 2026). Whether it counts is not said. */
export const toolInstructions: TokenBand = { low: 0, high: 530 };

const anySize: TokenBand = { low: 0, high: Number.POSITIVE_INFINITY };

/** Several rules ask for the same texts, which may be long. */
const features = new WeakMap<TextPart, TextFeatures>();

/** How many tokens a part of a prompt is; any number where its words are not known. */
export function promptPartBand(part: TextPart, models: readonly CatalogModel[]): TokenBand {
  if (part.kind !== 'static') return anySize;
  const known = features.get(part) ?? textFeatures(part.text);
  features.set(part, known);
  return bandOf(known, models);
}
