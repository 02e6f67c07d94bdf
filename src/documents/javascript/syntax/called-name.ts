import type { Node } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** The last name of what a call calls: `send` of `client.send(…)`; empty where it has none. */
export function calledName(call: Node): string {
  return lastName(call.type === 'CallExpression' ? call.callee : call);
}

/** `status` of `answer.status` and of `status`; empty for what has no name. */
export function lastName(expression: Node): string {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') return staticName(node.property, node.computed) ?? '';
  return node.type === 'Identifier' ? node.name : '';
}
