import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** What the statements of a branch set; `null` where one does anything else. */
export function settersIn(tree: SyntaxTree, statement: Node): readonly Node[] | null {
  switch (statement.type) {
    case 'BlockStatement': {
      const all = statement.body.map((each) => settersIn(tree, each));
      return all.includes(null) ? null : all.flatMap((each) => each ?? []);
    }
    case 'IfStatement':
      return statement.alternate ? null : settersIn(tree, statement.consequent);
    case 'ExpressionStatement':
      return setterOf(tree, unwrap(statement.expression));
    default:
      return null;
  }
}

/** `body.thinking = …`, `Object.assign(body, { thinking })`, `messages.push(turn)` */
export function setterOf(tree: SyntaxTree, node: Node): readonly Node[] | null {
  if (node.type === 'AssignmentExpression')
    return unwrap(node.left).type === 'MemberExpression' && /^(?:\?\?|\|\|)?=$/.test(node.operator) ? [node] : null;
  if (node.type !== 'CallExpression') return null;
  if (globalName(tree, node.callee) === 'Object.assign') {
    const members = node.arguments.slice(1).map((source) => membersOf(unwrap(source)));
    return members.includes(null) ? null : members.flatMap((each) => each ?? []);
  }
  const callee = unwrap(node.callee);
  const isPush = callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'push';
  return isPush && node.arguments.every(({ type }) => type !== 'SpreadElement') ? node.arguments : null;
}

/** The properties of an object, the elements of a list; `null` where some come from elsewhere. */
export function membersOf(node: Node): readonly Node[] | null {
  if (node.type === 'ObjectExpression')
    return node.properties.every(({ type }) => type === 'Property') ? node.properties : null;
  if (node.type !== 'ArrayExpression') return null;
  const elements = node.elements.filter((element) => element !== null);
  return elements.every(({ type }) => type !== 'SpreadElement') ? elements : null;
}

/** What adds nothing where it stands. */
export function isNothing(tree: SyntaxTree, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return globalName(tree, inner) === 'undefined';
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  if (inner.type === 'ArrayExpression') return inner.elements.length === 0;
  return inner.type === 'Literal' && (inner.value === null || inner.value === false) && !('regex' in inner);
}
