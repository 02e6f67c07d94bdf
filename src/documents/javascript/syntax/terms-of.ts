import type { Node } from './syntax-tree.js';
import { unwrap } from './unwrap.js';

/** The terms of `a + b + c`, in a loop: a sum nests as deep as it is long. */
export function termsOf(sum: Node): Node[] {
  const terms: Node[] = [];
  let node = sum;
  while (node.type === 'BinaryExpression' && node.operator === '+') {
    terms.push(node.right);
    node = unwrap(node.left);
  }
  return [...terms, node].reverse();
}
