import type { Node, SyntaxTree } from '../syntax-tree.js';
import { unwrap } from '../unwrap.js';

/** What a name that code further down fills holds until then: a word, or none (`''`); `null` for one that is filled. */
export function firstWordAt(tree: SyntaxTree, expression: Node, statement: Node): string | null {
  const root = rootOf(expression);
  const variable = root.type === 'Identifier' ? tree.variableOf(root) : null;
  const declarator = variable?.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  const declaration = tree.parentOf(declarator);
  if (declaration && /^For(?:Of|In)Statement$/.test(tree.parentOf(declaration)?.type ?? '')) return null;
  const init = declarator.init && unwrap(declarator.init);
  const word = !init || (init.type === 'Identifier' && init.name === 'undefined') ? '' : literalWord(init);
  const isFilled = variable?.references.some(
    (reference) =>
      reference.isWrite() && reference.init !== true && reference.identifier.range[1] <= statement.range[0],
  );
  return isFilled ? null : word;
}

function literalWord(node: Node): string | null {
  return node.type === 'Literal' ? String(node.value ?? '') : null;
}

function rootOf(expression: Node): Node {
  let node = unwrap(expression);
  while (node.type === 'LogicalExpression' || node.type === 'MemberExpression')
    node = unwrap(node.type === 'MemberExpression' ? node.object : node.left);
  return node;
}
