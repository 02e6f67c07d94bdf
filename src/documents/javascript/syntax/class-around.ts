import type { Node, SyntaxTree } from './syntax-tree.js';

/** The body of the class a node stands in. */
export function classAround(tree: SyntaxTree, inside: Node): Node | null {
  let node = tree.parentOf(inside);
  while (node && node.type !== 'ClassBody') node = tree.parentOf(node);
  return node;
}
