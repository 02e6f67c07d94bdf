import type { Variable } from '@typescript-eslint/scope-manager';
import type { DynamicCause } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { mutationsOf } from '../values/mutations.js';
import { surroundingsOf } from './order.js';

/**
 * State of a module that its functions go on writing: a counter, the length or the elements of a list that grows, a set or map whose order is that
 * in which requests came.
 */
export function growsBetweenCalls(tree: SyntaxTree, expression: Node): DynamicCause | null {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed);
    return name === 'length' || name === 'size' ? growsBetweenCalls(tree, node.object) : null;
  }
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  if (!variable) return null;
  const memo = known.get(variable);
  if (memo !== undefined) return memo;
  const cause = growthOf(tree, variable);
  known.set(variable, cause);
  return cause;
}

const known = new WeakMap<Variable, DynamicCause | null>();

function growthOf(tree: SyntaxTree, variable: Variable): DynamicCause | null {
  const [definition] = variable.defs;
  if (variable.defs.length !== 1 || definition?.node.type !== 'VariableDeclarator') return null;
  if (surroundingsOf(tree, definition.node).owner !== null) return null;
  if (variable.references.some(({ identifier }) => isCounted(tree, identifier))) return 'counter';
  const isWritten = mutationsOf(tree, variable).some(
    ({ kind, name, node }) =>
      kind === 'method' && /^(?:push|unshift|add|set)$/.test(name ?? '') && surroundingsOf(tree, node).owner !== null,
  );
  const initial = definition.node.init ? unwrap(definition.node.init) : null;
  if (!isWritten || !initial) return null;
  if (initial.type === 'ArrayExpression') return 'counter';
  const isCollection = initial.type === 'NewExpression' && /^(?:Set|Map)$/.test(globalName(tree, initial.callee) ?? '');
  return isCollection ? 'serialisation' : null;
}

/** `n++` or `n += 1` in a function. */
function isCounted(tree: SyntaxTree, identifier: Node): boolean {
  const parent = tree.parentOf(identifier);
  const isStep =
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'AssignmentExpression' &&
      parent.left === identifier &&
      (parent.operator === '+=' || parent.operator === '-=') &&
      parent.right.type === 'Literal' &&
      typeof parent.right.value === 'number');
  return isStep && surroundingsOf(tree, identifier).owner !== null;
}
