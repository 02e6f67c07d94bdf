import type { Node } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** The last name of what a call calls: `send` of `client.send(…)`; empty where it has none. */
export function calledName(call: Node): string {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (callee.type === 'MemberExpression') return staticName(callee.property, callee.computed) ?? '';
  return callee.type === 'Identifier' ? callee.name : '';
}
