import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { lastName } from '../syntax/called-name.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { saysFinished } from './reason-words.js';
import { isWithin } from '../syntax/functions.js';

/** The word for success that an expression comes to, at once or under a name like `finish_reason`. */
export function finishedValue(expression: Node): Node | null {
  const value = unwrap(expression);
  if (saysFinished(value)) return value;
  if (value.type !== 'ObjectExpression') return null;
  for (const property of value.properties) {
    if (property.type !== 'Property' || !reasonKey.test(keyName(property))) continue;
    if (saysFinished(property.value)) return property.value;
  }
  return null;
}

/** A word for success that the statements give back, assign, or hand on in an object. */
export function finishedIn(tree: SyntaxTree, nodes: readonly Node[]): Node | null {
  for (const node of nodes) {
    const found = finishedOf(tree, node);
    if (found) return found;
  }
  return null;
}

/** Whether a node reads a name after the statement that says success has given it another word. */
export function overwritten(tree: SyntaxTree, nodes: readonly Node[], finished: Node | null): (node: Node) => boolean {
  const statement = finished && nodes.find((node) => isWithin(finished, node));
  const assignment = statement?.type === 'ExpressionStatement' ? unwrap(statement.expression) : null;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'Identifier') return () => false;
  const variable = tree.variableOf(assignment.left);
  return (node) =>
    node.range[0] > assignment.range[1] &&
    variable?.references.some(({ identifier }) => isWithin(identifier, node)) === true;
}

function finishedOf(tree: SyntaxTree, node: Node): Node | null {
  if (node.type === 'ReturnStatement') return node.argument ? finishedValue(node.argument) : null;
  if (node.type !== 'ExpressionStatement') return null;
  const expression = unwrap(node.expression);
  if (expression.type === 'AssignmentExpression') return finishedValue(expression.right);
  return finishedInside(tree, expression);
}

/** `yield { finish_reason: 'stop' }`, `res.write(JSON.stringify({ choices: [{ finish_reason: 'stop' }] }))`. */
function finishedInside(tree: SyntaxTree, expression: Node): Node | null {
  const inner = expression.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  if (inner.type !== 'YieldExpression' && inner.type !== 'CallExpression') return null;
  if (!/reason|status/i.test(tree.text.slice(...inner.range))) return null;
  const added = inner.type === 'CallExpression' ? addedTo(inner) : null;
  if (added) return added;
  for (const property of tree.all('Property'))
    if (isWithin(property, inner) && reasonKey.test(keyName(property)) && saysFinished(property.value))
      return property.value;
  return null;
}

/** `statuses.push('complete')` */
function addedTo({ callee, arguments: [added, another] }: Extract<Node, { type: 'CallExpression' }>): Node | null {
  const member = unwrap(callee);
  if (member.type !== 'MemberExpression' || !added || another || !saysFinished(added)) return null;
  const isAdding = /^(?:push|unshift|add)$/.test(lastName(member));
  return isAdding && /(?:reasons?|status(?:es)?)$/i.test(lastName(member.object)) ? added : null;
}

const reasonKey = /(?:reason|status)$/i;

function keyName(property: Node): string {
  return property.type === 'Property' ? (staticName(property.key, property.computed) ?? '') : '';
}
