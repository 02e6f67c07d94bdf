import type { CatalogModel } from '../../catalog/schema.js';
import { tokenizersOf } from '../../catalog/tokenizer.js';
import type { TextFeatures } from '../../catalog/tokenizer.js';
import { textFeatures } from './text-features.js';

/** The true number of tokens is at least `low` and at most `high`, for every model it was asked for. */
export interface TokenBand {
  readonly low: number;
  readonly high: number;
}

export const noTokens: TokenBand = { low: 0, high: 0 };

/** How many tokens a text is for each of some models. */
export function textBand(text: string, models: readonly CatalogModel[]): TokenBand {
  return bandOf(textFeatures(text), models);
}

/** How many tokens a text of these features is for each of some models. */
export function bandOf(features: TextFeatures, models: readonly CatalogModel[]): TokenBand {
  const bands = [...new Set(models.flatMap(tokenizersOf))].map(({ weights }) => {
    let low = 0;
    let high = 0;
    for (const [feature, [least = 0, most = 0]] of Object.entries(weights)) {
      const count = features[feature as keyof TextFeatures];
      low += count * least;
      high += count * most;
    }
    return { low, high };
  });
  return {
    low: Math.floor(Math.min(...bands.map(({ low }) => low))),
    high: Math.ceil(Math.max(...bands.map(({ high }) => high))),
  };
}

export function addBands(left: TokenBand, right: TokenBand): TokenBand {
  return { low: left.low + right.low, high: left.high + right.high };
}
