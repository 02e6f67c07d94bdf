import { relative } from 'node:path';
import type { Lifetime } from './lifetime.js';
import { sourceAt } from './module-at.js';
import { createManifests, manifestAbove } from './package-manifest.js';
import { importedBy } from './source-of.js';
import { createTsconfigPaths } from './tsconfig-paths.js';
import { createWorkspacePackages, installedAt, isInside } from './workspace-packages.js';

/**
 * The file of the project that a specifier means which is no path: by `paths` and `baseUrl` of tsconfig.json or jsconfig.json, by
 * `imports` of package.json, or by the name of a package of the same workspace. `null` for everything else: a package that is only
 * installed is none of the project's files.
 *
 * @param edge the folder that holds the project as a whole; nothing outside it is one of its files
 */
export type ModuleResolver = (folder: string, edge: string, specifier: string) => string | null;

export function createModuleResolver(read: (place: string) => string | null, lifetime: Lifetime): ModuleResolver {
  const pathsOf = createTsconfigPaths();
  const manifestIn = createManifests(read, lifetime);
  const workspaceFile = createWorkspacePackages({ read, manifestIn, lifetime });
  const surroundings = new Map<string, ReturnType<typeof surroundingsOf>>();
  return (folder, edge, specifier) => {
    const { manifest, match } = surroundings.get(folder) ?? surroundingsOf(folder, edge);
    const imported = specifier.startsWith('#') && manifest ? importedBy(manifest, specifier) : null;
    const found = imported ?? aliased() ?? workspaceFile(folder, edge, specifier, manifest);
    return found !== null && isInside(relative(edge, found)) ? found : null;

    function aliased() {
      for (const { places, isNamed } of match(specifier)) {
        for (const place of places) {
          const file = sourceAt(place);
          if (file !== null && isInside(relative(edge, file)) && (isNamed || !isPackage())) return file;
        }
      }
      return null;
    }

    /** `baseUrl` and `*` take any specifier; what is declared as a dependency, or installed, is a package. */
    function isPackage() {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
      return manifest?.dependencies.has(name) === true || installedAt(folder, edge, name) !== null;
    }
  };

  function surroundingsOf(folder: string, edge: string) {
    const found = { manifest: manifestAbove(folder, edge, manifestIn), match: pathsOf(folder) };
    if (lifetime === 'run') surroundings.set(folder, found);
    return found;
  }
}
