import { environmentName } from '../values/environment-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** The variable of an environment that a text is given to, directly or through a constant: `environment: { NAME: '…' }`, `process.env.NAME = '…'`. */
export function settingGiven(tree: SyntaxTree, text: Node): string | null {
  const end = outermost(tree, text);
  const parent = tree.parentOf(end);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return settingAt(tree, end);
  for (const { identifier, init } of tree.variableOf(parent.id)?.references ?? []) {
    const name = init ? null : settingAt(tree, outermost(tree, identifier));
    if (name !== null) return name;
  }
  return null;
}

/** With the assertions and defaults around it. */
export function outermost(tree: SyntaxTree, inner: Node): Node {
  let node = inner;
  for (let parent = tree.parentOf(node); parent && passing.test(parent.type); parent = tree.parentOf(node))
    node = parent;
  return node;
}

const passing = /^(?:TSAsExpression|TSSatisfiesExpression|TSNonNullExpression|LogicalExpression)$/;

/** The variable of an environment that an expression is given to as a whole. */
export function settingAt(tree: SyntaxTree, node: Node): string | null {
  const parent = tree.parentOf(node);
  if (parent?.type === 'AssignmentExpression') return parent.right === node ? environmentName(tree, parent.left) : null;
  if (parent?.type === 'CallExpression') return addedSetting(parent, node);
  if (parent?.type !== 'Property' || parent.value !== node) return null;
  const object = tree.parentOf(parent);
  return object && isEnvironment(tree, object) ? staticName(parent.key, parent.computed) : null;
}

/** Environments are put together of others this far. */
const deepest = 3;

/** `environment: { … }`, `const shared = { … }` and `environment: { ...shared }` */
function isEnvironment(tree: SyntaxTree, value: Node, depth = 0): boolean {
  if (depth > deepest) return false;
  const end = outermost(tree, value);
  const owner = tree.parentOf(end);
  if (owner?.type === 'Property') return environments.test(staticName(owner.key, owner.computed) ?? '');
  if (owner?.type === 'SpreadElement') {
    const object = tree.parentOf(owner);
    return object?.type === 'ObjectExpression' && isEnvironment(tree, object, depth + 1);
  }
  if (owner?.type !== 'VariableDeclarator' || value.type !== 'ObjectExpression') return false;
  const references = tree.variableOf(owner.id)?.references ?? [];
  return references.some(({ identifier, init }) => init !== true && isEnvironment(tree, identifier, depth + 1));
}

const environments = /^(?:env|environment|environmentVariables|variables|vars)$/i;

/** `fn.addEnvironment('NAME', '…')` */
function addedSetting({ callee, arguments: [name, value] }: Extract<Node, { type: 'CallExpression' }>, node: Node) {
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return method === 'addEnvironment' && value === node && name ? staticName(name, true) : null;
}
