import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** `a?.completion`, with the chain around it. */
export function outerChain(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parentOf(node);
  return parent?.type === 'ChainExpression' ? parent : node;
}

/** Whether only the truth of an expression counts. */
export function isTest(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    case 'LogicalExpression': {
      if (parent.operator === '??') return false;
      const isCondition = parent.operator === '&&' && parent.left === node;
      return isTest(tree, parent) || (isCondition && tree.parentOf(parent)?.type === 'ExpressionStatement');
    }
    default:
      return false;
  }
}

/** Whether `a ?? b` may stand where the expression stands. */
export function standsAlone(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== node;
    case 'IfStatement':
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ArrayExpression':
    case 'Property':
    case 'TemplateLiteral':
    case 'YieldExpression':
      return true;
    case 'AssignmentExpression':
      return parent.right === node;
    default:
      return false;
  }
}

/** Whether an expression is given a value, or taken away. */
export function isWritten(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}
