import { importedName } from '../modules/bindings.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** Whether a property of this name lists the resources of a grant. */
export function isPolicyKey(name: string): boolean {
  return /^(?:not)?resources?(?:arns?)?$/i.test(name);
}

/** Whether an IAM statement surrounds a text. */
export function isInPolicy(tree: SyntaxTree, start: Node): boolean {
  for (let node: Node | null = tree.parentOf(start); node && !isBoundary(node); node = tree.parentOf(node))
    if (isGrant(tree, node)) return true;
  return false;
}

/** Whether a text ends up in IAM statements only: also through a variable, or as what a callback returns. */
export function isForPolicy(tree: SyntaxTree, start: Node): boolean {
  for (let node: Node | null = tree.parentOf(start); node; node = tree.parentOf(node)) {
    if (isGrant(tree, node)) return true;
    if (node.type !== 'VariableDeclarator') continue;
    const uses = (node.id.type === 'Identifier' ? (tree.variableOf(node.id)?.references ?? []) : []).filter(
      ({ init }) => !init,
    );
    return uses.length > 0 && uses.every(({ identifier }) => isInPolicy(tree, identifier));
  }
  return false;
}

/** What is said around a text on the other side of a boundary says nothing about it. */
export function isBoundary(node: Node): boolean {
  return /Function|Class|Program|Statement$/.test(node.type) && node.type !== 'ReturnStatement';
}

function isGrant(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'Property') return isPolicyKey(staticName(node.key, node.computed) ?? '');
  return node.type === 'NewExpression' && importedName(tree, node.callee)?.path.at(-1) === 'PolicyStatement';
}
