import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Where a name is used, its declaration apart. */
export function usesOf(variable: Variable): Node[] {
  return variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

/** Whether other files can use a name. */
export function isExported(tree: SyntaxTree, variable: Variable): boolean {
  const node = variable.defs[0]?.node;
  const declaration = node?.type === 'VariableDeclarator' ? tree.parentOf(node) : node;
  const around = declaration && tree.parentOf(declaration);
  if (around?.type === 'ExportNamedDeclaration' || around?.type === 'ExportDefaultDeclaration') return true;
  return variable.references.some(({ identifier }) => isGivenAway(tree, identifier));
}

/** `export { a }`, `export default a`, `module.exports = a`, `exports.a = a`, `module.exports = { a }`. */
function isGivenAway(tree: SyntaxTree, identifier: Node): boolean {
  let node = identifier;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type.startsWith('Export')) return true;
    if (parent.type === 'AssignmentExpression')
      return (
        parent.right === node &&
        /^(?:module\.)?exports\b/.test(tree.text.slice(parent.left.range[0], parent.left.range[0] + 20))
      );
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression') return false;
  }
  return false;
}

export function isParameter({ type }: Definition): boolean {
  const name: string = type;
  return name === 'Parameter';
}
