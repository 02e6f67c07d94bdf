import type { Node, SyntaxTree } from './syntax-tree.js';

export type Callable = Extract<
  Node,
  { type: 'ArrowFunctionExpression' | 'FunctionExpression' | 'FunctionDeclaration' }
>;

export function isCallable(node: Node | null | undefined): node is Callable {
  return (
    node?.type === 'ArrowFunctionExpression' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'FunctionDeclaration'
  );
}

/** The function a node runs in; `null` at the top of a module. */
export function functionAround(tree: SyntaxTree, inside: Node): Callable | null {
  let node = tree.parentOf(inside);
  while (node && !isCallable(node)) node = tree.parentOf(node);
  return node;
}

/** Whether an offset lies in a node. */
export function holds({ range }: Node, offset: number): boolean {
  return range[0] <= offset && offset < range[1];
}

/** Whether a node lies within another, or is it. */
export function isWithin(inner: Node, outer: Node | null): boolean {
  return outer !== null && inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}
