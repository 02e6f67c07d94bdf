import type { Day } from '../catalog/schema.js';
import { parseDay } from '../catalog/day.js';
import type { Place } from './config-error.js';
import { unknownOptionError, valueError } from './config-error.js';

/** Turns a value a person wrote into one the engine can trust, or throws a `ConfigError`. */
export type Reader<T> = (value: unknown, place: Place) => T;

/** Any text but the empty one. */
export const text: Reader<string> = (value, place) => {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw valueError(place, 'a text', value);
};

export const trueOrFalse: Reader<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw valueError(place, 'true or false', value);
};

export const wholeNumber: Reader<number> = (value, place) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw valueError(place, 'a whole number of at least 0', value);
};

export const day: Reader<Day> = (value, place) => {
  const parsed = typeof value === 'string' ? parseDay(value) : null;
  if (parsed !== null) return parsed;
  throw valueError(place, 'a day of the calendar, written YYYY-MM-DD', value);
};

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value, place) => {
    const word = words.find((each) => each === value);
    if (word !== undefined) return word;
    throw valueError(place, `one of ${quoted(words)}`, value, words);
  };
}

/** A list whose entries all pass `read`, without repetition. */
export function listOf<T>(read: Reader<T>, expected: string): Reader<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw valueError(place, expected, value);
    return [...new Set(value.map((entry: unknown, index) => read(entry, within(place, `[${String(index)}]`))))];
  };
}

/** A list that would mean nothing if it were empty. */
export function filledListOf<T>(read: Reader<T>, expected: string): Reader<readonly T[]> {
  const readList = listOf(read, expected);
  return (value, place) => {
    const list = readList(value, place);
    if (list.length === 0) throw valueError(place, expected, value);
    return list;
  };
}

/** The place of a part of a value. */
export function within(place: Place, part: string): Place {
  return { ...place, option: place.option + part };
}

/** The value as an object, or an error. */
export function toRecord(value: unknown, place: Place, expected: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw valueError(place, expected, value);
}

/** Refuses keys that nobody reads: a mistyped option must never be silently ignored. */
export function refuseUnknownKeys(record: object, known: readonly string[], origin: string, prefix = ''): void {
  for (const key of Object.keys(record)) {
    if (!known.includes(key))
      throw unknownOptionError(
        { option: prefix + key, origin },
        known.map((each) => prefix + each),
      );
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `"a", "b", "c"` */
export function quoted(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(', ');
}
