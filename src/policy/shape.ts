import { parseDay } from '../catalog/day.js';
import { didYouMean } from './config-error.js';
import { nearest } from './nearest.js';
import { isRecord, quoted } from './readers.js';

/** The first thing wrong with a value at a path, in words; `null` when it has the shape. */
export type Shape = (value: unknown, path: string) => string | null;

export const aText: Shape = (value, path) =>
  typeof value === 'string' && value !== '' ? null : wrong(path, 'a text', value);
export const aBoolean: Shape = (value, path) =>
  typeof value === 'boolean' ? null : wrong(path, 'true or false', value);
export const aCount: Shape = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? null
    : wrong(path, 'a number of at least 0', value);
export const aDay: Shape = (value, path) =>
  typeof value === 'string' && parseDay(value) !== null ? null : wrong(path, 'a day, YYYY-MM-DD', value);

export function orNull(shape: Shape): Shape {
  return (value, path) => (value === null ? null : shape(value, path));
}

export function word(words: readonly string[]): Shape {
  return (value, path) => {
    if (typeof value === 'string' && words.includes(value)) return null;
    const suggestion = typeof value === 'string' ? didYouMean(nearest(value, words)) : '';
    return `${wrong(path, `one of ${quoted(words)}`, value)}${suggestion}`;
  };
}

export function aList(entry: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'a list', value);
    return firstProblem(value.map((each: unknown, index) => () => entry(each, `${path}[${String(index)}]`)));
  };
}

/** An object with exactly these keys; those of `optional` may be missing. */
export function anObject(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const known = { ...required, ...optional };
  return (value, path) => {
    if (!isRecord(value)) return wrong(path, 'an object', value);
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(value, key)) return `\`${path}.${key}\` is missing.`;
    }
    return firstProblem(
      Object.entries(value).map(
        ([key, each]) =>
          () =>
            checkKey(known, key, each, path),
      ),
    );
  };
}

function checkKey(known: Readonly<Record<string, Shape>>, key: string, value: unknown, path: string) {
  const shape = Object.hasOwn(known, key) ? known[key] : undefined;
  if (shape !== undefined) return shape(value, `${path}.${key}`);
  return `Unknown key \`${path}.${key}\`.${didYouMean(nearest(key, Object.keys(known)))}`;
}

function firstProblem(checks: readonly (() => string | null)[]) {
  for (const check of checks) {
    const problem = check();
    if (problem !== null) return problem;
  }
  return null;
}

function wrong(path: string, expected: string, value: unknown) {
  return `Expected \`${path}\` to be ${expected}, got \`${JSON.stringify(value)}\`.`;
}
