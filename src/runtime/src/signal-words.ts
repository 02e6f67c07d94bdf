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

function toPattern(signals: readonly string[]) {
  const words = signals.filter((signal) => /[^\s*]/.test(signal)).map(toSource);
  // Without words nothing is found.
  return new RegExp(words.join('|') || '(?!)', 'iu');
}

/** Scripts without upper case (Chinese, Thai, …) put no spaces between words, or hang particles on them: no boundary is looked for. */
function toSource(signal: string) {
  const word = signal.trim().replace(/\*$/, '');
  const source = word.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`).replace(/[\s-]+/g, String.raw`[\s-]+`);
  const before = /^\p{Lo}/u.test(word) ? '' : String.raw`(?<![\p{L}\p{M}\p{N}_])`;
  const after = /\*$|\p{Lo}$/u.test(signal) ? '' : String.raw`(?![\p{L}\p{M}\p{N}_])`;
  return before + source + after;
}
