import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { resolveExports } from 'resolve-pkg-maps';
import { sourceAt, statsOf } from './module-at.js';
import { manifestIn, type PackageManifest } from './package-manifest.js';

export interface WorkspaceOptions {
  readonly read: (place: string) => string | null;
  /** Every package.json of the project; none where nobody has listed them. */
  readonly manifests: () => Iterable<string>;
}

/** Finds the source of packages that are written in the same repository, by their names; `null` for all others. */
export type WorkspacePackages = (folder: string, edge: string, specifier: string) => string | null;

export function createWorkspacePackages({ read, manifests }: WorkspaceOptions): WorkspacePackages {
  let listed: ReadonlyMap<string, PackageManifest | null> | null = null;
  return (folder, edge, specifier) => {
    const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
    if (name === '') return null;
    const installed = installedAt(folder, edge, name);
    if (installed !== null) {
      const linked = withinProject(installed, edge);
      const manifest = linked === null ? null : manifestIn(linked, read);
      return manifest && sourceOf(manifest, subpath);
    }
    listed ??= byName(manifests(), read);
    const manifest = listed.get(name);
    return manifest ? sourceOf(manifest, subpath) : null;
  };
}

/** Two packages of one name are no package of the workspace, but examples or fixtures. */
function byName(places: Iterable<string>, read: WorkspaceOptions['read']): ReadonlyMap<string, PackageManifest | null> {
  const found = new Map<string, PackageManifest | null>();
  for (const place of places) {
    const manifest = manifestIn(dirname(place), read);
    if (manifest?.name) found.set(manifest.name, found.has(manifest.name) ? null : manifest);
  }
  return found;
}

/** Where a package is installed. */
function installedAt(folder: string, edge: string, name: string): string | null {
  const place = join(folder, 'node_modules', name);
  if (statsOf(place)?.isDirectory() === true) return place;
  const parent = dirname(folder);
  return folder === edge || parent === folder ? null : installedAt(parent, edge, name);
}

/** A workspace installs its own packages as links to their folders; every other package is a stranger's. */
function withinProject(installed: string, edge: string): string | null {
  const inside = relative(realpathSync(edge), realpathSync(installed));
  const isStranger = isAbsolute(inside) || inside.split(sep).some((part) => part === '..' || part === 'node_modules');
  return isStranger ? null : join(edge, inside);
}

const conditions = ['source', 'development', 'import', 'node', 'require', 'default', 'types'];

/** What a manifest names is often the output, which is not there, or not to be edited: what it is made of counts. */
function sourceOf({ folder, exports, entries }: PackageManifest, subpath: string): string | null {
  const declared = exports === null ? (subpath === '' ? entries : [subpath]) : exported(exports, subpath);
  const usual = exports !== null && declared.length === 0 ? [] : [`src/${subpath || 'index'}`, subpath || 'index'];
  const places = [...declared.flatMap((path) => [inSources(path), path]), ...usual];
  for (const place of places) {
    const found = sourceAt(join(folder, place));
    if (found !== null) return found;
  }
  return null;
}

function exported(exports: NonNullable<PackageManifest['exports']>, subpath: string): readonly string[] {
  try {
    return resolveExports(exports, subpath, conditions);
  } catch {
    // It exports no such thing.
    return [];
  }
}

/** `./dist/models.js` is made of `./src/models.ts`. */
function inSources(path: string) {
  return path.replace(/^(?:\.\/)?(?:dist|build|lib|out)\/(?:(?:esm|cjs|es|types)\/)?/, './src/');
}
