import { importedName, type ImportedName } from './bindings.js';
import { resolveExport } from './modules.js';
import { packageSpecifier } from './package-specifier.js';
import { deeper, type Located, type Reach } from '../values/reach.js';

/** The package that an expression comes from, also through modules of the project that pass it on: `export { ConverseCommand } from '@aws-sdk/…'`. */
export function libraryName(place: Located, reach: Reach): ImportedName | null {
  const name = importedName(place.tree, place.node);
  if (!name) return null;
  if (!reach.modules.isOwn(place.tree.path, name.module))
    return { module: packageSpecifier(name.module), path: name.path };
  const [first, ...rest] = name.path;
  const next = deeper(reach);
  if (first === undefined || !next) return null;
  const exported = resolveExport(next.modules, place.tree.path, name.module, first);
  if (!exported) return null;
  const owner = exported.kind === 'external' ? exported : libraryName(exported, next);
  return owner && { module: packageSpecifier(owner.module), path: [...owner.path, ...rest] };
}
