import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Nothing binds tighter to the expression than to what may be written in its place. */
export function standsAlone(tree: SyntaxTree, expression: Node): boolean {
  let node = expression;
  let parent = tree.parentOf(node);
  while (parent?.type === 'ChainExpression') {
    node = parent;
    parent = tree.parentOf(node);
  }
  switch (parent?.type) {
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'Property':
    case 'ArrowFunctionExpression':
    case 'TemplateLiteral':
      return true;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'CallExpression':
      return parent.callee !== node;
    default:
      return false;
  }
}
