/**
 * English words that ask for more than a quick answer. A word that ends in `*` stands for all its forms; a space
 * also stands for a hyphen.
 *
 * @example
 * ```ts
 * createRouter({ signals: [...englishSignals, 'analysier*', 'vergleich*', '分析'] });
 * ```
 */
export const englishSignals: readonly string[] = [
  'algorithm*',
  'analy*',
  'architect*',
  'compar*',
  'debug*',
  'derive*',
  'design*',
  'diagnos*',
  'evaluat*',
  'explain why',
  'implement*',
  'investigat*',
  'optimi*',
  'prove',
  'refactor*',
  'root cause*',
  'step by step',
  'strateg*',
  'synthesi*',
  'trade off*',
  'tradeoff*',
];

const patterns = new WeakMap<readonly string[], RegExp>();

/** Whether a text holds one of the words, as a word of its own and in any case. */
export function hasSignal(text: string, signals: readonly string[]): boolean {
  const pattern = patterns.get(signals) ?? toPattern(signals);
  patterns.set(signals, pattern);
  return pattern.test(text);
}

/** A letter or digit, but of no script without upper case (Chinese, Thai, …): those put no spaces between words. */
const letter = '[\\p{LC}\\p{M}\\p{N}_]';

function toPattern(signals: readonly string[]) {
  const words = signals.filter((signal) => /[^\s*]/.test(signal)).map(toSource);
  // Where not both neighbours are letters.
  const edge = `(?:(?<!${letter})|(?!${letter}))`;
  // Without words nothing is found.
  return new RegExp(`${edge}(?:${words.join('|') || '(?!)'})${edge}`, 'iu');
}

function toSource(signal: string) {
  return signal
    .trim()
    .replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')
    .replace(/\\\*$/, `${letter}*`)
    .replace(/[\s-]+/g, '[\\s-]+');
}
