import { familyWord } from '../catalog/family-words.js';

/** Keys under which a text says in a sentence what an ID stands for. */
export const describing = /^(?:description|summary|details?|notes?|about|tooltip|hint)$/i;

const numbered = new RegExp(
  String.raw`(?:claude|${familyWord})[\s-]{1,2}v?\d|\bv?\d(?:\.\d{1,2})?[\s-]{1,2}${familyWord}`,
  'i',
);

/** Whether a text names a model with its generation: `Claude 3.5 Sonnet, across the US`, `Opus 4`. */
export function namesGeneration(text: string): boolean {
  return numbered.test(text);
}
