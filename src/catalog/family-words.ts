import { models } from './models.generated.js';
import type { Family } from './schema.js';

/** Every family of the catalog. */
export const families: readonly Family[] = [...new Set(models.map(({ family }) => family))];

/** The families that the IDs of their models name. The oldest models have none: people write `claude-v2`. */
const named = families.filter((family) => models.some((model) => model.family === family && model.id.includes(family)));

/**
 * Matches what a text calls a family, for patterns that ignore case. What only begins so is a word of its own:
 * `instantiate`, `instantly`, `instantaneous`.
 */
export const familyWord = words(named);

const family = new RegExp(familyWord, 'i');
const ended = new RegExp(words(named.filter(isEnded)), 'i');
const claude = new RegExp(`claude|${familyWord}`, 'i');

/** Whether a text, such as a name or a condition, speaks of a family of Claude: `isOpus`, `HAIKU_ID`. */
export function namesFamily(text: string): boolean {
  return family.test(text);
}

/** Whether a text names a family that has no models any more but those which another family succeeds. */
export function namesEndedFamily(text: string): boolean {
  return ended.test(text);
}

/** Whether a text speaks of Claude or of one of its families. */
export function namesClaude(text: string): boolean {
  return claude.test(text);
}

function isEnded(family: Family) {
  return models.every((model) => model.family !== family || model.successorFamily !== null);
}

function words(all: readonly Family[]) {
  return `(?:${all.map(escaped).join('|') || '(?!)'})(?!iat|ly|ane)`;
}

function escaped(word: string) {
  return word.replaceAll(/[^a-z0-9]/gi, String.raw`\$&`);
}
