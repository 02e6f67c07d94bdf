import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';

/** Whether a property is a number wherever it is set, as far as its declaration says. */
export function isNumber(
  tree: SyntaxTree,
  literal: Extract<Node, { type: 'ObjectExpression' }>,
  name: string,
): boolean {
  return literal.properties.every(
    (property) =>
      property.type !== 'Property' ||
      staticName(property.key, property.computed) !== name ||
      isNumeric(tree, property.value),
  );
}

function isNumeric(tree: SyntaxTree, value: Node): boolean {
  const node = unwrap(value);
  if (node.type === 'Literal') return typeof node.value === 'number';
  if (node.type === 'LogicalExpression') return node.operator !== '&&' && isNumeric(tree, node.right);
  const [definition] = node.type === 'Identifier' ? (tree.variableOf(node)?.defs ?? []) : [];
  const { name, node: declaration } = definition ?? {};
  if (name?.type !== 'Identifier' || !declaration) return false;
  if (/^TS(?:Number|Any)Keyword$/.test(name.typeAnnotation?.typeAnnotation.type ?? '')) return !name.optional;
  if (declaration.type === 'VariableDeclarator')
    return declaration.id === name && declaration.init !== null && isNumeric(tree, declaration.init);
  // `(q, topK = 250) => …`
  const given = tree.parentOf(name);
  return given?.type === 'AssignmentPattern' && given.left === name && isNumeric(tree, given.right);
}
