import { join } from 'node:path';
import { resolveExports, resolveImports } from 'resolve-pkg-maps';
import { sourceAt } from './module-at.js';
import type { PackageManifest } from './package-manifest.js';

const conditions = ['source', 'development', 'import', 'node', 'require', 'default', 'types'];

/** The source of a package, or of what it exports under a subpath. What its manifest names is often the output, which is not there, or not to be edited. */
export function sourceOf({ folder, exports, entries }: PackageManifest, subpath: string): string | null {
  const declared = exports === null ? (subpath === '' ? entries : [subpath]) : exported(exports, subpath);
  const usual = exports !== null && declared.length === 0 ? [] : [`src/${subpath || 'index'}`, subpath || 'index'];
  return firstOf(folder, [...declared.flatMap(withSource), ...usual]);
}

/** The source of what a package imports as `#name`; `null` where that is another package. */
export function importedBy({ folder, imports }: PackageManifest, specifier: string): string | null {
  if (imports === null) return null;
  return firstOf(
    folder,
    unlessAbsent(() => resolveImports(imports, specifier, conditions))
      .filter(isPath)
      .flatMap(withSource),
  );
}

function exported(exports: NonNullable<PackageManifest['exports']>, subpath: string) {
  return unlessAbsent(() => resolveExports(exports, subpath, conditions));
}

/** A map that has no such thing throws. */
function unlessAbsent(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch {
    return [];
  }
}

function isPath(target: string) {
  return target.startsWith('./');
}

/** `./dist/models.js` and `./dist/models.d.ts` are made of `./src/models.ts`. */
function withSource(path: string): readonly string[] {
  const output =
    /^(?:\.\/)?(?:dist|build|lib|out)\/(?:(?:esm|cjs|es|types)\/)?(.+?)(?:\.d\.([cm]?)ts|\.([cm]?)jsx?)?$/.exec(path);
  if (output === null || /\.[cm]?tsx?$/.test(output[1] ?? '')) return [path];
  const [, stem = '', declared, written] = output;
  const kind = declared ?? written;
  return [kind === undefined ? `./src/${stem}` : `./src/${stem}.${kind}js`, path];
}

function firstOf(folder: string, places: readonly string[]) {
  for (const place of places) {
    const found = sourceAt(join(folder, place));
    if (found !== null) return found;
  }
  return null;
}
