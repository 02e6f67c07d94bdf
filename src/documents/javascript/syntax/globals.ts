import { staticName, unwrap } from './unwrap.js';
import type { Node, SyntaxTree } from './syntax-tree.js';

/** The dotted name of something every program has: `Date`, `Math.random`; `null` for what the file declares or imports. */
export function globalName(tree: SyntaxTree, expression: Node): string | null {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return (tree.variableOf(node)?.defs.length ?? 0) === 0 ? node.name : null;
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`;
  if (node.type !== 'MemberExpression') return null;
  const name = staticName(node.property, node.computed);
  const owner = name === null ? null : globalName(tree, node.object);
  return owner === null ? null : `${owner.replace(/^(?:globalThis|window|self)\./, '')}.${name}`;
}
