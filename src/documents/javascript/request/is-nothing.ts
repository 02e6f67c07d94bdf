import type { Node } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** `undefined`, `null`, `void 0` */
export function isNothing(start: Node): boolean {
  const node = unwrap(start);
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'Literal' && node.value === null && !('regex' in node)) ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}
