import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/**
 * What a name that code further down fills holds until then, or a parameter that callers may leave out: a word, or none (`''`);
 * `null` for one that is filled.
 */
export function firstWordAt(tree: SyntaxTree, expression: Node, statement: Node): string | null {
  const root = rootOf(expression);
  const variable = root.type === 'Identifier' ? tree.variableOf(root) : null;
  const [definition] = variable?.defs ?? [];
  if (definition?.type === 'Parameter') return isOwnName(expression) && mayBeLeftOut(tree, definition.name) ? '' : null;
  const declarator = definition?.node;
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

/** The answer that a parameter holds has its reason; only the parameter itself may be nothing. */
function isOwnName(expression: Node): boolean {
  const node = unwrap(expression);
  return node.type === 'LogicalExpression' ? isOwnName(node.left) : node.type === 'Identifier';
}

/** `(reason?: string)`, `(reason: StopReason | null)` */
function mayBeLeftOut(tree: SyntaxTree, name: Node): boolean {
  if (name.type !== 'Identifier') return false;
  const type = name.typeAnnotation;
  return name.optional || (type ? /\b(?:null|undefined)\b/.test(tree.text.slice(...type.range)) : false);
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
