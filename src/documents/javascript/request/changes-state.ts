import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { functionAround, isWithin } from '../syntax/functions.js';

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
