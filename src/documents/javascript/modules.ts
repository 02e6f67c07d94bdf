import type { FilePort } from '../document.js';
import { exportsOf } from './exports.js';
import { jsonModule } from './json-module.js';
import { parseJavaScript } from './parse.js';
import { createSyntaxTree, type Node, type SyntaxTree } from './syntax-tree.js';

/** What a name exported from a relative module stands for. */
export type ExportedThing =
  | { readonly kind: 'expression'; readonly tree: SyntaxTree; readonly node: Node }
  | { readonly kind: 'external'; readonly module: string; readonly path: readonly string[] };

/** The modules around one document. A specifier is looked up once, however often the code uses what it imports. */
export interface Modules {
  /** The tree that a relative specifier means, `null` when it can't be read. */
  treeOf(fromPath: string, specifier: string): SyntaxTree | null;
}

const maximumHops = 8;

/** Trees of neighbouring files, per port and by text: an edited file is parsed again, an unchanged one is not. */
const trees = new WeakMap<FilePort, Map<string, { readonly text: string; readonly tree: SyntaxTree | null }>>();

/** @param files `null` = a door that sees a single file only. */
export function createModules(files: FilePort | null): Modules {
  const found = new Map<string, SyntaxTree | null>();
  return {
    treeOf: (fromPath, specifier) => {
      if (!files || !isRelative(specifier)) return null;
      const key = `${fromPath}\n${specifier}`;
      const memo = found.get(key);
      if (memo !== undefined) return memo;
      const path = files.resolveRelative(fromPath, specifier);
      const tree = path === null ? null : readTree(files, path);
      found.set(key, tree);
      return tree;
    },
  };
}

/** Follows `name` through relative modules and re-exports; `null` when it can't be told without running code. */
export function resolveExport(
  modules: Modules,
  fromPath: string,
  specifier: string,
  name: string,
  hops = 0,
): ExportedThing | null {
  if (!isRelative(specifier)) return { kind: 'external', module: specifier, path: [name] };
  const tree = hops < maximumHops ? modules.treeOf(fromPath, specifier) : null;
  if (!tree) return null;
  const { own, forwarded, stars } = exportsOf(tree);
  const node = own.get(name);
  if (node) return { kind: 'expression', tree, node };
  const forward = forwarded.get(name);
  if (forward)
    return forward.name === null
      ? wholeModule(forward.specifier)
      : resolveExport(modules, tree.path, forward.specifier, forward.name, hops + 1);
  return name === 'default' ? null : resolveStar(modules, tree, stars, name, hops + 1);
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
function wholeModule(specifier: string): ExportedThing | null {
  return isRelative(specifier) ? null : { kind: 'external', module: specifier, path: [] };
}

/** A name that the relative modules don't have comes from the package, when there is only one that it can come from. */
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
