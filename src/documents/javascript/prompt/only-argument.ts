import type { Definition } from '@typescript-eslint/scope-manager';
import { isExported, isParameter, usesOf } from './name-uses.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** What a parameter is given, when its function is called in one place of the file and can't be called from elsewhere. */
export function onlyArgumentOf(tree: SyntaxTree, definition: Definition): Node | null {
  if (!isParameter(definition)) return null;
  const owner = definition.node;
  const parameters: readonly Node[] = 'params' in owner && Array.isArray(owner.params) ? owner.params : [];
  const index = parameters.indexOf(definition.name);
  if (index < 0 || owner.type === 'TSEmptyBodyFunctionExpression') return null;
  const name = nameOfFunction(tree, owner);
  const variable = name && tree.variableOf(name);
  if (!variable || isExported(tree, variable)) return null;
  const [use, ...others] = usesOf(variable);
  const call = use && tree.parentOf(use);
  if (!use || others.length > 0 || call?.type !== 'CallExpression' || call.callee !== use) return null;
  const before = call.arguments.slice(0, index + 1);
  const argument = before[index];
  // A call in the function's own body is a recursion.
  const isRecursive = use.range[0] > owner.range[0] && use.range[1] < owner.range[1];
  return argument && !isRecursive && before.every(({ type }) => type !== 'SpreadElement') ? argument : null;
}

function nameOfFunction(tree: SyntaxTree, owner: Node): Node | null {
  if (owner.type === 'FunctionDeclaration') return owner.id;
  const parent = tree.parentOf(owner);
  return parent?.type === 'VariableDeclarator' && parent.init === owner && parent.id.type === 'Identifier'
    ? parent.id
    : null;
}
