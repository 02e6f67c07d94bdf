import { libraryConstant } from '../../../catalog/library-constants.js';
import { parseModelName, type ModelName } from '../../../catalog/model-id.js';
import type { ModelReference } from '../../facts.js';
import type { SymbolUse } from '../../symbol-use.js';
import type { ImportedName } from '../modules/bindings.js';
import { packageFiles } from '../modules/package-files.js';
import { factsOfFlow, levelOf, type ReferenceContext, type Usage } from './usage.js';

/** The model that a library knows by a name of its own; `null` where that is no model of Claude. */
export function libraryModel({ tree, reach }: ReferenceContext, { module, path }: ImportedName): ModelName | null {
  const id = libraryConstant(module, path, packageFiles(reach), tree.path);
  return id === null ? null : parseModelName(id);
}

/** Where code uses a library's own name for a model, and how. */
export interface LibraryUse extends Usage {
  readonly imported: ImportedName;
  readonly range: ModelReference['range'];
  /** `a constant`, `a name` */
  readonly kind: string;
  /** `null` where nothing else can stand in its place. */
  readonly use: SymbolUse | null;
}

export function libraryReference(
  context: ReferenceContext,
  name: ModelName,
  { imported: { module, path }, range, kind, position, flow, use }: LibraryUse,
): ModelReference {
  return {
    ...factsOfFlow(context, flow),
    name,
    range,
    form: 'symbol',
    position,
    level: levelOf(position),
    fixed: `${kind} of ${module}`,
    symbol: { module, member: path.at(-1) ?? '', ...(use ? { use } : {}) },
  };
}
