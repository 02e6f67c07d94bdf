import { functionAround, isWithin } from '../answer/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Whether working out a value is seen to change something besides: `count++`, `queue.shift()`, `steps.next().value`. */
export function changesState(tree: SyntaxTree, value: Node): boolean {
  const isPart = (node: Node) => isWithin(node, value) && functionAround(tree, node) === functionAround(tree, value);
  return (
    tree.all('AssignmentExpression').some(isPart) ||
    tree.all('UpdateExpression').some(isPart) ||
    tree.all('YieldExpression').some(isPart) ||
    tree.all('CallExpression').some((call) => isPart(call) && takers.test(calledName(call)))
  );
}

const takers = /^(?:next|pop|shift|push|unshift|splice)$/;

function calledName(call: Node): string {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (callee.type === 'MemberExpression') return staticName(callee.property, callee.computed) ?? '';
  return callee.type === 'Identifier' ? callee.name : '';
}
