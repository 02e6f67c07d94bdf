import type { Variable } from '@typescript-eslint/scope-manager';
import { usesOf } from '../prompt/name-uses.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isWithin } from '../syntax/functions.js';
import { unwrap } from '../syntax/unwrap.js';

/** Whether code does as well where a pattern matches nothing: `match(…)?.[0]`, `match(…) ?? []`, `found ? found[1] : 'none'`. */
export function isOptionalMatch(tree: SyntaxTree, found: Node): boolean {
  const parent = tree.parentOf(found);
  switch (parent?.type) {
    case 'ExpressionStatement':
      return true;
    case 'MemberExpression':
      return parent.object === found && parent.optional && !isInsistedOn(tree, parent);
    case 'LogicalExpression':
      return parent.left === found;
    case 'ConditionalExpression':
      return parent.test === found;
    case 'VariableDeclarator': {
      const variable = parent.id.type === 'Identifier' ? tree.variableOf(parent.id) : null;
      return variable !== null && usesOf(variable).every((use) => isOptionalUse(tree, use, variable));
    }
    default:
      return false;
  }
}

function isOptionalUse(tree: SyntaxTree, use: Node, variable: Variable) {
  return isOptionalMatch(tree, use) || isBehindTest(tree, use, variable);
}

/** `match(…)?.[1]!` */
function isInsistedOn(tree: SyntaxTree, member: Node) {
  const chain = tree.parentOf(member);
  return chain?.type === 'ChainExpression' && tree.parentOf(chain)?.type === 'TSNonNullExpression';
}

/** `found && found[1]`, `found ? found[1] : 'none'` */
function isBehindTest(tree: SyntaxTree, use: Node, variable: Variable) {
  const isFound = (test: Node) => {
    const name = unwrap(test);
    return name.type === 'Identifier' && tree.variableOf(name) === variable;
  };
  for (let node = tree.parentOf(use); node; node = tree.parentOf(node)) {
    if (node.type === 'LogicalExpression' && node.operator === '&&' && isWithin(use, node.right) && isFound(node.left))
      return true;
    if (node.type === 'ConditionalExpression' && isWithin(use, node.consequent) && isFound(node.test)) return true;
    if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) return false;
  }
  return false;
}
