import { scopes } from './models.generated.js';

/** The prefix of every inference profile, and `ap`, which people write for `apac`. */
export const scopeWords: readonly string[] = [...scopes.map(({ scope }) => scope), 'ap'];

/** Matches what stands before the dot of a profile, for patterns. */
export const scopeWord = `(?:${scopeWords.join('|')})`;

const whole = new RegExp(`^${scopeWord}$`);
const prefix = new RegExp(String.raw`^${scopeWord}\.$`);

/** `us`, `global`: the name of an inference profile's geography. */
export function isScopeWord(text: string): boolean {
  return whole.test(text);
}

/** `us.`, `global.`: what an inference profile puts before the ID of its model. */
export function isScopePrefix(text: string): boolean {
  return prefix.test(text);
}
