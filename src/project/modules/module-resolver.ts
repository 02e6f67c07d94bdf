import { isAbsolute, join, relative, sep } from 'node:path';
import { resolveImports } from 'resolve-pkg-maps';
import { sourceAt } from './module-at.js';
import { manifestAbove } from './package-manifest.js';
import { createTsconfigPaths } from './tsconfig-paths.js';
import { createWorkspacePackages, type WorkspaceOptions } from './workspace-packages.js';

/** `run`: what lies around a folder is looked up once; `session`: at every question, for it may change meanwhile. */
export type Lifetime = 'run' | 'session';

/**
 * The file of the project that a specifier means which is no path: by `paths` and `baseUrl` of tsconfig.json or jsconfig.json, by
 * `imports` of package.json, or by the name of a package of the same workspace. `null` for everything else: a package that is only
 * installed is none of the project's files.
 *
 * @param edge the folder that holds the project as a whole; nothing outside it is one of its files
 */
export type ModuleResolver = (folder: string, edge: string, specifier: string) => string | null;

export function createModuleResolver(options: WorkspaceOptions, lifetime: Lifetime): ModuleResolver {
  const pathsOf = createTsconfigPaths();
  const workspaceFile = createWorkspacePackages(options);
  const surroundings = new Map<string, ReturnType<typeof surroundingsOf>>();
  return (folder, edge, specifier) => {
    const { manifest, match } = surroundings.get(folder) ?? surroundingsOf(folder, edge);
    if (specifier.startsWith('#') && manifest?.imports) {
      const { folder: root, imports } = manifest;
      return first(
        imported(imports, specifier).map((path) => join(root, path)),
        edge,
      );
    }
    const { places, isNamed } = match(specifier);
    // `baseUrl` and `*` take any specifier; what is declared as a dependency is a package.
    const isDependency = manifest?.dependencies.has(packageOf(specifier)) === true;
    const aliased = isNamed || !isDependency ? first(places, edge) : null;
    return aliased ?? workspaceFile(folder, edge, specifier);
  };

  function surroundingsOf(folder: string, edge: string) {
    const found = { manifest: manifestAbove(folder, edge, options.read), match: pathsOf(folder) };
    if (lifetime === 'run') surroundings.set(folder, found);
    return found;
  }
}

function first(places: readonly string[], edge: string): string | null {
  for (const place of places) {
    const found = sourceAt(place);
    if (found !== null && isInside(found, edge)) return found;
  }
  return null;
}

function isInside(place: string, edge: string) {
  const path = relative(edge, place);
  return !isAbsolute(path) && !path.split(sep).some((part) => part === '..' || part === 'node_modules');
}

function packageOf(specifier: string) {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function imported(imports: Parameters<typeof resolveImports>[0], specifier: string): readonly string[] {
  try {
    return resolveImports(imports, specifier, ['source', 'import', 'node', 'require', 'default']);
  } catch {
    // It imports no such thing.
    return [];
  }
}
