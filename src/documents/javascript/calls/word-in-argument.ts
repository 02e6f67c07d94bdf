import { declaredWith } from '../modules/bindings.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** A table of models is no longer than this (characters). */
const longestTable = 20_000;

/** Whether an argument, or what it is a name for, holds one of some words: no other file is opened for the rest. */
export function isWordIn(words: RegExp, tree: SyntaxTree, argument: Node): boolean {
  let node = unwrap(argument);
  if (node.type.includes('Function') || node.type === 'CallExpression') return false;
  if (node.type === 'ObjectExpression')
    return node.properties.some((each) => each.type === 'Property' && isWordIn(words, tree, each.value));
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const declared = variable && declaredWith(variable);
  return [argument, ...(declared ? [declared.value] : [])].some(
    ({ range: [start, end] }) => end - start <= longestTable && words.test(tree.text.slice(start, end)),
  );
}
