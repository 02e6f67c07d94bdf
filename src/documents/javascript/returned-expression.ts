import type { Node } from './syntax-tree.js';

/** The one expression a function returns, whatever it is called with; `null` when that depends on a branch. */
export function returnedExpression(node: Node): Node | null {
  if (
    node.type !== 'ArrowFunctionExpression' &&
    node.type !== 'FunctionExpression' &&
    node.type !== 'FunctionDeclaration'
  )
    return null;
  if (node.generator) return null;
  if (node.body.type !== 'BlockStatement') return node.body;
  const last = node.body.body.at(-1);
  const leads = node.body.body.slice(0, -1);
  return last?.type === 'ReturnStatement' && leads.every(isStraight) ? last.argument : null;
}

/** Statements that can't return from the function they stand in. */
function isStraight(statement: Node) {
  return (
    statement.type === 'VariableDeclaration' ||
    statement.type === 'ExpressionStatement' ||
    statement.type === 'FunctionDeclaration'
  );
}
