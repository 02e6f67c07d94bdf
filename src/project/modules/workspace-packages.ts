import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { foldersAbove } from './folders-above.js';
import type { Lifetime } from './lifetime.js';
import { statsOf } from './module-at.js';
import type { ManifestIn, PackageManifest } from './package-manifest.js';
import { sourceOf } from './source-of.js';
import { pnpmFile, workspaceMembers, workspaceRoot } from './workspace-members.js';

/**
 * Finds the source of packages that are written in the same repository, by their names; `null` for all others.
 *
 * @param manifest the one nearest to `folder`
 */
export type WorkspacePackages = (
  folder: string,
  edge: string,
  specifier: string,
  manifest: PackageManifest | null,
) => string | null;

export interface WorkspaceOptions {
  readonly read: (place: string) => string | null;
  readonly manifestIn: ManifestIn;
  readonly lifetime: Lifetime;
}

export function createWorkspacePackages({ read, manifestIn, lifetime }: WorkspaceOptions): WorkspacePackages {
  const roots = new Map<string, string | null>();
  const members = new Map<string, Members>();
  return (folder, edge, specifier, manifest) => {
    const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/@#][^/]*)(?:\/(.+))?$/.exec(specifier) ?? [];
    if (name === '') return null;
    if (manifest?.name === name) return manifest.exports === null ? null : sourceOf(manifest, subpath);
    const installed = installedAt(folder, edge, name);
    const place = installed === null ? null : withinProject(installed, edge);
    const found = installed === null ? notInstalled(folder, edge, name, manifest) : place && manifestIn(place);
    return found && sourceOf(found, subpath);
  };

  /** As an installation would link it. */
  function notInstalled(folder: string, edge: string, name: string, manifest: PackageManifest | null) {
    const version = manifest?.dependencies.get(name) ?? '';
    const path = /^(?:file|link|portal):(?!\/|~)(.+)/.exec(version)?.[1];
    if (manifest && path !== undefined) {
      const place = join(manifest.folder, path);
      return isInside(relative(edge, place)) ? manifestIn(place) : null;
    }
    const root = rootOf(folder, edge);
    return root === null ? null : (membersOf(root).get(name) ?? null);
  }

  function rootOf(folder: string, edge: string) {
    const known = roots.get(folder);
    if (known !== undefined) return known;
    const root = workspaceRoot(folder, edge, manifestIn);
    if (lifetime === 'run') roots.set(folder, root);
    return root;
  }

  /** A new member is installed, and found by its link, or the workspace comes to list it. */
  function membersOf(root: string) {
    const memo = members.get(root);
    if (memo && lifetime === 'run') return memo.of;
    const pnpm = read(join(root, pnpmFile));
    const manifest = manifestIn(root);
    if (memo?.manifest === manifest && memo.pnpm === pnpm) return memo.of;
    const found = workspaceMembers(root, pnpm, manifestIn);
    members.set(root, { manifest, pnpm, of: found });
    return found;
  }
}

interface Members {
  readonly manifest: PackageManifest | null;
  readonly pnpm: string | null;
  readonly of: ReturnType<typeof workspaceMembers>;
}

/** Where a package is installed. */
export function installedAt(folder: string, edge: string, name: string): string | null {
  for (const each of foldersAbove(folder, edge)) {
    const place = join(each, 'node_modules', name);
    if (statsOf(place)?.isDirectory() === true) return place;
  }
  return null;
}

/** A workspace installs its own packages as links to their folders; every other package is a stranger's. */
function withinProject(installed: string, edge: string): string | null {
  const inside = relative(realpathSync(edge), realpathSync(installed));
  return isInside(inside) ? join(edge, inside) : null;
}

/** Whether a path from the folder of the project leads to a file of its own. */
export function isInside(path: string): boolean {
  return !isAbsolute(path) && !path.split(sep).some((part) => part === '..' || part === 'node_modules');
}
