import type { Node } from '../syntax/syntax-tree.js';

/** The condition on which `parent` runs or takes the code `inner` in it; `null` where it does so anyway. */
export function conditionOf(parent: Node, inner: Node): Node | null {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === inner ? null : parent.test;
    case 'LogicalExpression':
      return parent.right === inner ? parent.left : null;
    default:
      return null;
  }
}
