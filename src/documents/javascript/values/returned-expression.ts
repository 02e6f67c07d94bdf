import type { Node } from '../syntax/syntax-tree.js';

/** The one expression a function returns, whatever it is called with; `null` when that depends on a branch. */
export function returnedExpression(node: Node): Node | null {
  return returnedBehind(node, isStraight);
}

/** The same for a function that may do one thing or another before it returns: what it returns is the expression after all of that. */
export function returnedAtEnd(node: Node): Node | null {
  return returnedBehind(node, staysInside);
}

function returnedBehind(node: Node, isLead: (statement: Node) => boolean): Node | null {
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
  return last?.type === 'ReturnStatement' && leads.every(isLead) ? last.argument : null;
}

/** Statements that can't return from the function they stand in. */
function isStraight(statement: Node) {
  return (
    statement.type === 'VariableDeclaration' ||
    statement.type === 'ExpressionStatement' ||
    statement.type === 'FunctionDeclaration'
  );
}

/** Statements that come to their end, whatever happens in them. */
function staysInside(statement: Node): boolean {
  switch (statement.type) {
    case 'IfStatement':
      return staysInside(statement.consequent) && (!statement.alternate || staysInside(statement.alternate));
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'ForStatement':
      return staysInside(statement.body);
    case 'BlockStatement':
      return statement.body.every(staysInside);
    default:
      return isStraight(statement);
  }
}
