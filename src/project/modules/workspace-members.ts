import { dirname, join } from 'node:path';
import type * as Tinyglobby from 'tinyglobby';
import { nodesOf } from '../../documents/data/data-node.js';
import { parseYaml } from '../../documents/data/yaml-tree.js';
import { once } from '../../documents/lazy-document.js';
import { loadPackage } from '../../documents/load-package.js';
import { foldersAbove } from './folders-above.js';
import { isFile } from './module-at.js';
import type { ManifestIn, PackageManifest } from './package-manifest.js';

// The package's own types say what it exports. Most runs meet no workspace whose packages are not installed.
const tinyglobby = once(() => loadPackage('tinyglobby') as typeof Tinyglobby);

/** Where pnpm lists the packages of a workspace. */
export const pnpmFile = 'pnpm-workspace.yaml';

/** The nearest folder, from one upward, in which a workspace begins. */
export function workspaceRoot(folder: string, edge: string, manifestIn: ManifestIn): string | null {
  for (const each of foldersAbove(folder, edge))
    if ((manifestIn(each)?.workspaces.length ?? 0) > 0 || isFile(join(each, pnpmFile))) return each;
  return null;
}

/**
 * The packages of the workspace that begins in a folder, by name; `null` for a name that two have.
 *
 * @param pnpm the text of its pnpm-workspace.yaml
 */
export function workspaceMembers(
  root: string,
  pnpm: string | null,
  manifestIn: ManifestIn,
): ReadonlyMap<string, PackageManifest | null> {
  const found = new Map<string, PackageManifest | null>();
  for (const folder of foldersOf(root, [...(manifestIn(root)?.workspaces ?? []), ...pnpmPatterns(pnpm)])) {
    const manifest = manifestIn(folder);
    if (manifest?.name) found.set(manifest.name, found.has(manifest.name) ? null : manifest);
  }
  return found;
}

function pnpmPatterns(text: string | null): readonly string[] {
  if (text === null) return [];
  return [...nodesOf(parseYaml(text).roots)]
    .filter(({ kind, parent }) => kind === 'text' && parent?.key?.text === 'packages' && parent.parent?.parent === null)
    .map(({ value }) => value);
}

/** `packages/*`, `!packages/old`: `/` at the beginning is the root of the workspace. */
function foldersOf(root: string, patterns: readonly string[]): readonly string[] {
  const manifests = patterns
    .map((pattern) => pattern.replace(/^(!?)(?:\.?\/)+/, '$1').replace(/\/+$/, ''))
    .filter((pattern) => !/^!?(?:\.\.|$)/.test(pattern))
    .map((pattern) => `${pattern}/package.json`);
  const ignore = ['**/node_modules/**'];
  return tinyglobby()
    .globSync(manifests, { cwd: root, ignore, absolute: true, expandDirectories: false, followSymbolicLinks: false })
    .map((place) => dirname(place));
}
