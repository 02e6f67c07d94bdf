import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import type { FilePort } from '../documents/document.js';
import type { Lifetime } from './modules/lifetime.js';
import { isFile, moduleAt, statsOf } from './modules/module-at.js';
import { createModuleResolver } from './modules/module-resolver.js';
import { sizeLimit } from './read-candidate.js';

/**
 * The disk as documents and policies see it. Paths in and out are relative to `root`, with `/`; absolute ones are taken too.
 * A text is read again only when its file changed.
 *
 * @param lifetime where modules and packages lie is looked up once in a run, and at every question in a session
 */
export function createFilePort(root: string, lifetime: Lifetime = 'session'): FilePort {
  const texts = new Map<string, { readonly stamp: string; readonly text: string | null }>();
  const packages = new Map<string, string | null>();
  const edges = new Map<string, string | null>();
  const modules = new Map<string, string | null>();
  const resolveAlias = createModuleResolver(read, lifetime);
  return { read, resolveModule, resolvePackage };

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

  function resolveModule(fromPath: string, specifier: string): string | null {
    const folder = resolve(root, dirname(fromPath));
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return placed(moduleAt(join(folder, specifier)));
    // An address, or a module of the platform.
    if (/^(?:\w+:|\/|$)/.test(specifier)) return null;
    const key = `${specifier}\0${folder}`;
    const memo = modules.get(key);
    if (memo !== undefined) return memo;
    const found = placed(resolveAlias(folder, edgeOf(folder) ?? resolve(root), specifier));
    if (lifetime === 'run') modules.set(key, found);
    return found;
  }

  function placed(found: string | null) {
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

function readText(place: string) {
  try {
    const bytes = readFileSync(place);
    return isUtf8(bytes) ? bytes.toString('utf8') : null;
  } catch {
    return null;
  }
}
