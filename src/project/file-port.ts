import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { FilePort } from '../documents/document.js';
import { sizeLimit } from './read-candidate.js';

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

/**
 * The disk as documents and policies see it. Paths in and out are relative to `root`, with `/`; absolute ones are taken too.
 * A text is read again only when its file changed.
 */
export function createFilePort(root: string): FilePort {
  const texts = new Map<string, { readonly stamp: string; readonly text: string | null }>();
  return { read, resolveRelative, resolvePackage };

  function read(path: string): string | null {
    const place = resolve(root, path);
    const stats = statsOf(place);
    if (stats === null || !stats.isFile() || stats.size > sizeLimit) return null;
    const stamp = `${stats.mtimeMs}:${stats.size}`;
    const known = texts.get(place);
    if (known?.stamp === stamp) return known.text;
    const text = readText(place);
    texts.set(place, { stamp, text });
    return text;
  }

  function resolveRelative(fromPath: string, specifier: string): string | null {
    if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return null;
    const found = moduleAt(resolve(root, dirname(fromPath), specifier));
    return found === null ? null : named(found);
  }

  function resolvePackage(fromPath: string, packageName: string): string | null {
    const from = resolve(root, dirname(fromPath));
    for (let folder = from; ; folder = dirname(folder)) {
      const modules = join(folder, 'node_modules');
      // Most folders have none: one look, not one for every name a file may go by.
      const found = statsOf(modules) === null ? null : moduleAt(join(modules, packageName));
      if (found !== null) return named(found);
      if (folder === parse(folder).root) return null;
    }
  }

  function named(place: string) {
    const path = relative(root, place);
    return (isAbsolute(path) ? place : path).split(sep).join('/');
  }
}

/** The file that a path without or with another ending means; a folder means its index. */
function moduleAt(place: string): string | null {
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

function isFile(place: string) {
  return statsOf(place)?.isFile() === true;
}

function statsOf(place: string) {
  try {
    return statSync(place, { throwIfNoEntry: false }) ?? null;
  } catch {
    // A folder that may not be entered, or a path through a file.
    return null;
  }
}

function readText(place: string) {
  try {
    const bytes = readFileSync(place);
    return isUtf8(bytes) ? bytes.toString('utf8') : null;
  } catch {
    return null;
  }
}
