import type { Node, SyntaxTree } from './syntax-tree.js';

/** The function a node runs in; `null` at the top of a module. */
export function functionAround(tree: SyntaxTree, inside: Node): Node | null {
  return around(tree, inside, /^(?:Arrow)?Function(?:Expression|Declaration)/);
}

/** The body of the class a node stands in. */
export function classAround(tree: SyntaxTree, inside: Node): Node | null {
  return around(tree, inside, /^ClassBody$/);
}

function around(tree: SyntaxTree, inside: Node, types: RegExp): Node | null {
  let node = tree.parentOf(inside);
  while (node && !types.test(node.type)) node = tree.parentOf(node);
  return node;
}
