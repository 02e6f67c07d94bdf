import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { isEffectFree } from './is-effect-free.js';

/** The statement that does nothing but what an expression does: itself, or the `if` around it alone; `null` where there is none. */
export function statementOf(tree: SyntaxTree, expression: Node): Node | null {
  const step = tree.parentOf(expression);
  // `topP && (body.top_p = topP)`
  if (step?.type === 'LogicalExpression')
    return step.operator === '&&' && step.right === expression && isEffectFree(tree, step.left)
      ? statementOf(tree, step)
      : null;
  if (step?.type === 'ChainExpression') return statementOf(tree, step);
  return step?.type === 'ExpressionStatement' ? outermost(tree, step) : null;
}

/** The condition that would say nothing without the statement, as far out as that goes. */
function outermost(tree: SyntaxTree, statement: Node): Node {
  const parent = tree.parentOf(statement);
  const block = parent?.type === 'BlockStatement' && parent.body.length === 1 ? parent : null;
  const condition = conditionOf(tree, block ?? statement);
  return condition ? outermost(tree, condition) : statement;
}

/** The `if` that runs a statement or block and has no other branch, where asking changes nothing. */
function conditionOf(tree: SyntaxTree, branch: Node): Extract<Node, { type: 'IfStatement' }> | null {
  const parent = tree.parentOf(branch);
  const isAll = parent?.type === 'IfStatement' && parent.consequent === branch && !parent.alternate;
  return isAll && isEffectFree(tree, parent.test) ? parent : null;
}

/** Whether a block is a branch of a condition of which the other branch, too, does nothing but set members. */
export function isBranchOfSettings(tree: SyntaxTree, block: Node): boolean {
  const parent = tree.parentOf(block);
  if (parent?.type !== 'IfStatement' || !isEffectFree(tree, parent.test)) return false;
  return parent.alternate === block || !parent.alternate || isSetting(tree, parent.alternate);
}

/** Whether a statement sets members of objects and does nothing else: one that may have to go. */
export function isSetting(tree: SyntaxTree, statement: Node): boolean {
  switch (statement.type) {
    case 'ExpressionStatement':
      return isSettingExpression(tree, statement.expression);
    case 'BlockStatement':
      return statement.body.every((each) => isSetting(tree, each));
    case 'IfStatement':
      return (
        isEffectFree(tree, statement.test) &&
        isSetting(tree, statement.consequent) &&
        (!statement.alternate || isSetting(tree, statement.alternate))
      );
    default:
      return false;
  }
}

function isSettingExpression(tree: SyntaxTree, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'AssignmentExpression') return unwrap(node.left).type === 'MemberExpression';
  if (node.type === 'LogicalExpression')
    return node.operator === '&&' && isEffectFree(tree, node.left) && isSettingExpression(tree, node.right);
  return node.type === 'CallExpression' && globalName(tree, node.callee) === 'Object.assign';
}
