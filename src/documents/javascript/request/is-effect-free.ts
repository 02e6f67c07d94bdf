import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** Functions of the language that only look at what they are given. */
const onlyLooking =
  /^(?:Number(?:\.is\w+|\.parse\w+)?|String|Boolean|isNaN|isFinite|parse(?:Int|Float)|Array\.isArray|Object\.(?:keys|hasOwn))$/;

/** Whether working out an expression changes nothing: code does the same without it. */
export function isEffectFree(tree: SyntaxTree, expression: Node): boolean {
  const node = unwrap(expression);
  const all = (...nodes: readonly Node[]) => nodes.every((each) => isEffectFree(tree, each));
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
      return true;
    case 'MemberExpression':
      return all(node.object) && (!node.computed || all(node.property));
    case 'UnaryExpression':
      return node.operator !== 'delete' && all(node.argument);
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && all(node.left, node.right);
    case 'LogicalExpression':
      return all(node.left, node.right);
    case 'ConditionalExpression':
      return all(node.test, node.consequent, node.alternate);
    case 'TemplateLiteral':
      return all(...node.expressions);
    case 'CallExpression':
      return onlyLooking.test(globalName(tree, node.callee) ?? '') && all(...node.arguments);
    default:
      return false;
  }
}
