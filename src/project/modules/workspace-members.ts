import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodesOf } from '../../documents/data/data-node.js';
import { parseYaml } from '../../documents/data/yaml-tree.js';
import { isFile } from './module-at.js';
import type { ManifestIn, PackageManifest } from './package-manifest.js';

/** Where pnpm lists the packages of a workspace. */
export const pnpmFile = 'pnpm-workspace.yaml';

/** The nearest folder, from one upward, in which a workspace begins. */
export function workspaceRoot(folder: string, edge: string, manifestIn: ManifestIn): string | null {
  if ((manifestIn(folder)?.workspaces.length ?? 0) > 0 || isFile(join(folder, pnpmFile))) return folder;
  const parent = dirname(folder);
  return folder === edge || parent === folder ? null : workspaceRoot(parent, edge, manifestIn);
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
  const patterns = [...(manifestIn(root)?.workspaces ?? []), ...pnpmPatterns(pnpm)];
  const folders = new Set(
    patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => foldersAt(root, pattern)),
  );
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) for (const folder of foldersAt(root, pattern.slice(1))) folders.delete(folder);
  }
  const found = new Map<string, PackageManifest | null>();
  for (const folder of folders) {
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

function foldersAt(root: string, pattern: string) {
  return expanded(
    root,
    // A second `**` behind a first one would only take every way twice.
    pattern
      .split('/')
      .filter((part, index, all) => part !== '' && part !== '.' && !(part === '**' && all[index - 1] === '**')),
  );
}

function expanded(folder: string, parts: readonly string[]): readonly string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [folder];
  if (part === '**')
    return [...expanded(folder, rest), ...foldersIn(folder).flatMap((name) => expanded(join(folder, name), parts))];
  const [start = '', end] = part.split('*', 2);
  if (end === undefined) return expanded(join(folder, part), rest);
  return foldersIn(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .flatMap((name) => expanded(join(folder, name), rest));
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map(({ name }) => name);
  } catch {
    // It is not there, or may not be looked into.
    return [];
  }
}
