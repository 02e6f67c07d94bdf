import type { FilePort } from '../../document.js';
import { exportsOf } from './exports.js';
import { jsonModule } from './json-module.js';
import { isKnownLibrary } from './known-libraries.js';
import { parseJavaScript } from '../syntax/parse.js';
import { createSyntaxTree, type Node, type SyntaxTree } from '../syntax/syntax-tree.js';

/** What a name exported from a module of the project stands for. */
export type ExportedThing =
  | { readonly kind: 'expression'; readonly tree: SyntaxTree; readonly node: Node }
  | { readonly kind: 'external'; readonly module: string; readonly path: readonly string[] };

/** The modules around one document. A specifier is looked up once, however often the code uses what it imports. */
export interface Modules {
  /** Whether a specifier means a file of the project: every path does, and names that the project gives its own modules. */
  isOwn(fromPath: string, specifier: string): boolean;
  /** The tree of a file of the project, `null` when it can't be read. */
  treeOf(fromPath: string, specifier: string): SyntaxTree | null;
  /** The same, and `null` where its text can't export `name`: an index of a large package passes on many a file, and most need no parsing. */
  exporterOf(fromPath: string, specifier: string, name: string): SyntaxTree | null;
}

const maximumHops = 8;

/** Trees of neighbouring files, per port and by text: an edited file is parsed again, an unchanged one is not. */
const trees = new WeakMap<FilePort, Map<string, { readonly text: string; readonly tree: SyntaxTree | null }>>();

/** @param files `null` = a door that sees a single file only. */
export function createModules(files: FilePort | null): Modules {
  const paths = new Map<string, string | null>();
  const found = new Map<string, SyntaxTree | null>();
  const silent = new Map<string, boolean>();
  return {
    isOwn: (fromPath, specifier) => isRelative(specifier) || pathOf(fromPath, specifier) !== null,
    treeOf: (fromPath, specifier) => treeAt(pathOf(fromPath, specifier)),
    exporterOf: (fromPath, specifier, name) => {
      const path = pathOf(fromPath, specifier);
      return path === null || isSilentOn(path, name) ? null : treeAt(path);
    },
  };

  function treeAt(path: string | null): SyntaxTree | null {
    if (!files || path === null) return null;
    const memo = found.get(path);
    if (memo !== undefined) return memo;
    const tree = readTree(files, path);
    found.set(path, tree);
    return tree;
  }

  function isSilentOn(path: string, name: string): boolean {
    if (found.has(path)) return false;
    const key = `${path}\n${name}`;
    const memo = silent.get(key);
    if (memo !== undefined) return memo;
    const isSilent = !mayExport(files?.read(path) ?? '', name);
    silent.set(key, isSilent);
    return isSilent;
  }

  function pathOf(fromPath: string, specifier: string): string | null {
    if (!files || isKnownLibrary(specifier)) return null;
    const key = `${fromPath}\n${specifier}`;
    const memo = paths.get(key);
    if (memo !== undefined) return memo;
    const path = files.resolveModule(fromPath, specifier);
    paths.set(key, path);
    return path;
  }
}

/** Follows `name` through modules of the project and re-exports; `null` when it can't be told without running code. */
export function resolveExport(
  modules: Modules,
  fromPath: string,
  specifier: string,
  name: string,
  hops = 0,
): ExportedThing | null {
  if (!modules.isOwn(fromPath, specifier)) return { kind: 'external', module: specifier, path: [name] };
  const tree = hops < maximumHops ? modules.exporterOf(fromPath, specifier, name) : null;
  if (!tree) return null;
  const { own, forwarded, stars } = exportsOf(tree);
  const node = own.get(name);
  if (node) return { kind: 'expression', tree, node };
  const forward = forwarded.get(name);
  if (forward)
    return forward.name === null
      ? wholeModule(modules, tree.path, forward.specifier)
      : resolveExport(modules, tree.path, forward.specifier, forward.name, hops + 1);
  return name === 'default' ? null : resolveStar(modules, tree, stars, name, hops + 1);
}

/** What a module is the whole of has no name in it, as in JSON; what it passes on as a whole neither. */
function mayExport(text: string, name: string) {
  return name === 'default' || text.includes(name) || /\bexport\s*(?:type\s*)?\*/.test(text) || text.includes('\\u');
}

function readTree(files: FilePort, path: string): SyntaxTree | null {
  const text = files.read(path);
  const isJson = /\.json$/i.test(path);
  if (text === null || !(isJson || /\.[cm]?[jt]sx?$/i.test(path))) return null;
  const known = trees.get(files) ?? new Map<string, { text: string; tree: SyntaxTree | null }>();
  trees.set(files, known);
  const memo = known.get(path);
  if (memo?.text === text) return memo.tree;
  const tree = isJson ? jsonModule(path, text) : parsedModule(path, text);
  known.set(path, { text, tree });
  return tree;
}

function parsedModule(path: string, text: string): SyntaxTree | null {
  const { source } = parseJavaScript(path, text);
  return source && createSyntaxTree(path, text, source);
}

/** `export * as bedrock from '@aws-sdk/…'`: a package as a whole. */
function wholeModule(modules: Modules, fromPath: string, specifier: string): ExportedThing | null {
  return modules.isOwn(fromPath, specifier) ? null : { kind: 'external', module: specifier, path: [] };
}

/** A name that the project's own modules don't have comes from the package, when there is only one that it can come from. */
function resolveStar(
  modules: Modules,
  tree: SyntaxTree,
  stars: readonly string[],
  name: string,
  hops: number,
): ExportedThing | null {
  const external = new Map<string, ExportedThing>();
  for (const specifier of stars) {
    const found = resolveExport(modules, tree.path, specifier, name, hops);
    if (found?.kind === 'expression') return found;
    if (found) external.set(found.module, found);
  }
  const [only] = external.values();
  return external.size === 1 && only ? only : null;
}

function isRelative(specifier: string) {
  return specifier.startsWith('.');
}
