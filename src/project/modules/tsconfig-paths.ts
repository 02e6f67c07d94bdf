import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createPathsMatcher, findTsconfig, parseTsconfig, type TsConfigJsonResolved } from 'get-tsconfig';
import { parseJson } from '../../policy/load-config.js';
import { isRecord } from '../../policy/readers.js';
import { isFile, statsOf } from './module-at.js';

/** Where `paths` and `baseUrl` of a configuration put a specifier. */
export interface PathsMatch {
  /** Without endings, the likeliest first; nobody has looked what is there. */
  readonly places: readonly string[];
  /** A pattern of `paths` names it, and not just any module. */
  readonly isNamed: boolean;
}

/**
 * Where the tsconfig.json, or the jsconfig.json, that is nearest to a folder puts specifiers: several answers, the likeliest first, where it
 * is only the list of other projects. A file that can't be read puts them nowhere.
 */
export function createTsconfigPaths(): (folder: string) => (specifier: string) => readonly PathsMatch[] {
  const known = new Map<string, { readonly stamp: number; readonly matchers: readonly Matcher[] }>();
  return (folder) => {
    const path = nearestConfig(folder);
    const matchers = path === undefined ? [] : matchersOf(path);
    return (specifier) => matchers.map((match) => match(specifier));
  };

  function matchersOf(path: string): readonly Matcher[] {
    const stamp = statsOf(path)?.mtimeMs ?? 0;
    const memo = known.get(path);
    // An editor outlives many a configuration.
    if (memo?.stamp === stamp) return memo.matchers;
    const matchers = unlessFaulty(() => readMatchers(path)) ?? [];
    known.set(path, { stamp, matchers });
    return matchers;
  }
}

type Matcher = (specifier: string) => PathsMatch;

function nearestConfig(folder: string) {
  const typescript = findTsconfig(folder);
  const javascript = findTsconfig(folder, 'jsconfig.json');
  if (typescript === undefined || javascript === undefined) return typescript ?? javascript;
  return dirname(javascript).length > dirname(typescript).length ? javascript : typescript;
}

/** Of the configuration itself, and of the projects that it is only the list of. */
function readMatchers(path: string): readonly Matcher[] {
  const config = read(path);
  if (config === null) return [];
  const own = unlessFaulty(() => matcherOf(path, config));
  const listed = (isOnlyList(config) ? (config.references ?? []) : []).map(({ path: reference }) => {
    const place = resolve(dirname(path), reference);
    const file = isFile(place) ? place : join(place, 'tsconfig.json');
    const referenced = isFile(file) ? read(file) : null;
    return referenced && unlessFaulty(() => matcherOf(file, referenced));
  });
  return [own, ...listed].filter((matcher) => matcher !== null);
}

/** `"files": []`: it compiles nothing of its own. */
function isOnlyList({ files, include }: TsConfigJsonResolved) {
  return (files !== undefined || include !== undefined) && !files?.length && !include?.length;
}

function matcherOf(path: string, config: TsConfigJsonResolved): Matcher | null {
  const match = createPathsMatcher({ path, config });
  if (!match) return null;
  const named = Object.keys(config.compilerOptions?.paths ?? {}).filter((pattern) => pattern !== '*');
  return (specifier) => ({
    places: unlessFaulty(() => match(specifier)) ?? [],
    isNamed: named.some((pattern) => {
      const [start = '', end] = pattern.split('*', 2);
      return end === undefined ? specifier === start : specifier.startsWith(start) && specifier.endsWith(end);
    }),
  });
}

/** What it extends may be in a package that is not installed: what stands in the file itself still holds. */
function read(path: string): TsConfigJsonResolved | null {
  return unlessFaulty(() => parseTsconfig(path)) ?? unlessFaulty(() => readAlone(path));
}

function readAlone(path: string): TsConfigJsonResolved | null {
  const written = parseJson(path, readFileSync(path, 'utf8'));
  const options = isRecord(written) ? written['compilerOptions'] : null;
  if (!isRecord(options)) return null;
  const { baseUrl, paths } = options;
  return {
    compilerOptions: {
      ...(typeof baseUrl === 'string' && { baseUrl }),
      ...(isRecord(paths) && { paths: Object.fromEntries(Object.entries(paths).filter(isPattern)) }),
    },
  };
}

/** A configuration that is no such thing is for the compiler to complain of. */
function unlessFaulty<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function isPattern(entry: [string, unknown]): entry is [string, string[]] {
  const [, places] = entry;
  return Array.isArray(places) && places.every((place) => typeof place === 'string');
}
