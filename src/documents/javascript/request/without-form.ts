import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** `id.toLowerCase()`, `String(id)`, `` `${id}` ``, `id ?? ''` */
export function withoutForm(tree: SyntaxTree, start: Node): Node {
  const node = unwrap(start);
  if (node.type === 'LogicalExpression' && node.operator !== '&&') {
    const right = unwrap(node.right);
    return right.type === 'Literal' && right.value === '' ? withoutForm(tree, node.left) : node;
  }
  if (node.type === 'TemplateLiteral') {
    const [only, another] = node.expressions;
    return only && !another && node.quasis.every(({ value }) => value.raw === '') ? withoutForm(tree, only) : node;
  }
  if (node.type !== 'CallExpression') return node;
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (argument && globalName(tree, callee) === 'String') return withoutForm(tree, argument);
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return callee.type === 'MemberExpression' && /^(?:toLowerCase|toString|trim)$/.test(method ?? '')
    ? withoutForm(tree, callee.object)
    : node;
}
