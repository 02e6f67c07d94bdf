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
 *
 * @param lifetime `run`: where a package lies is looked up once for a folder; `session`: at every question, for it may be installed meanwhile.
 */
export function createFilePort(root: string, lifetime: 'run' | 'session' = 'session'): FilePort {
  const texts = new Map<string, { readonly stamp: string; readonly text: string | null }>();
  const packages = new Map<string, string | null>();
  const edges = new Map<string, string | null>();
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
    return packageFrom(resolve(root, dirname(fromPath)), packageName);
  }

  function packageFrom(folder: string, packageName: string): string | null {
    const key = `${packageName}\0${folder}`;
    const known = packages.get(key);
    if (known !== undefined) return known;
    const modules = join(folder, 'node_modules');
    // Most folders have none: one look, not one for every name a file may go by.
    const own = statsOf(modules) === null ? null : moduleAt(join(modules, packageName));
    const isTop = folder === parse(folder).root || folder === edgeOf(folder);
    const found = own === null ? (isTop ? null : packageFrom(dirname(folder), packageName)) : named(own);
    if (lifetime === 'run') packages.set(key, found);
    return found;
  }

  /** The folder above which another project begins: that of the repository, or of the outermost package.json; `null` where there is neither. */
  function edgeOf(folder: string): string | null {
    const known = edges.get(folder);
    if (known !== undefined) return known;
    const isRepository = statsOf(join(folder, '.git')) !== null;
    const outer = isRepository || folder === parse(folder).root ? null : edgeOf(dirname(folder));
    const edge = outer ?? (isRepository || isFile(join(folder, 'package.json')) ? folder : null);
    edges.set(folder, edge);
    return edge;
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
