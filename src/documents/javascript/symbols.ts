import { libraryConstant } from '../../catalog/library-constants.js';
import { parseModelName } from '../../catalog/model-id.js';
import type { ModelReference, Position } from '../facts.js';
import { importedName } from './bindings.js';
import type { Flow } from './flow.js';
import type { Reach } from './objects.js';
import type { Node, SyntaxTree } from './syntax-tree.js';

const noFiles = { read: () => null, resolvePackage: () => null };

/** Constants of CDK and other libraries that stand for a model ID. */
export function* symbolReferences(tree: SyntaxTree, reach: Reach, usage: (node: Node) => { readonly position: Position; readonly flow: Flow | null }): Iterable<ModelReference> {
  for (const node of tree.all('MemberExpression')) {
    if (!/CLAUDE/.test(tree.text.slice(node.range[0], node.range[1]))) continue;
    const imported = importedName(tree, node);
    if (!imported) continue;
    const id = libraryConstant(imported.module, imported.path, reach.files ?? noFiles, tree.path);
    const name = id === null ? null : parseModelName(id);
    const member = imported.path.at(-1);
    if (!name || member === undefined) continue;
    const { position } = usage(node);
    yield {
      name,
      range: node.range,
      form: 'symbol',
      position,
      level: position === 'assertion' || position === 'prose' ? 'note' : position === 'constant' || position === 'default' || position === 'request' ? 'error' : 'warning',
      endpoint: 'runtime',
      surface: null,
      region: null,
      fixed: `a constant of ${imported.module}`,
      symbol: { module: imported.module, member },
    };
  }
}
