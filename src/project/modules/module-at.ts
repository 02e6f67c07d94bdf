import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

const extensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.json',
  '.d.ts',
  '.d.mts',
  '.d.cts',
] as const;
/** What a specifier's ending stands for when no such file is there: TypeScript imports are written with the ending of the output. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
};

/** The file that a path without or with another ending means; a folder means its index. */
export function moduleAt(place: string): string | null {
  if (isFile(place)) return place;
  const ending = /\.[cm]?jsx?$/.exec(place)?.[0];
  const stem = ending === undefined ? place : place.slice(0, -ending.length);
  const candidates = [
    ...(ending === undefined ? [] : (sources[ending] ?? []).map((extension) => stem + extension)),
    ...extensions.map((extension) => place + extension),
    ...extensions.map((extension) => join(place, `index${extension}`)),
  ];
  return candidates.find(isFile) ?? null;
}

/** The same, where declarations alone are no module: what they declare is written elsewhere. */
export function sourceAt(place: string): string | null {
  const found = moduleAt(place);
  return found === null || /\.d\.[cm]?ts$/.test(found) ? null : found;
}

export function isFile(place: string): boolean {
  return statsOf(place)?.isFile() === true;
}

export function statsOf(place: string): Stats | null {
  try {
    return statSync(place, { throwIfNoEntry: false }) ?? null;
  } catch {
    // A folder that may not be entered, or a path through a file.
    return null;
  }
}
