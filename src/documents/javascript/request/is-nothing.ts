import type { Node } from '../syntax-tree.js';
import { unwrap } from '../unwrap.js';

/** `undefined`, `null`, `void 0` */
export function isNothing(start: Node): boolean {
  const node = unwrap(start);
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'Literal' && node.value === null && !('regex' in node)) ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}
