import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { carriers } from './carriers.js';
import { callsOf, isVisibleOutside } from './functions.js';
import { isBlockCallback } from './callbacks.js';
import type { Value } from './value.js';
import { leave, listed, type Walk } from './walk.js';
import type { Callable } from '../syntax/functions.js';

/** A function gives a value back to its callers in this file, and to those outside of it. */
export function returnStep(walk: Walk, callable: Callable, node: Node, value: Value): void {
  const { tree } = walk;
  const parent = tree.parentOf(callable);
  // `retry(() => client.send(command))` gives what the function gives; `blocks.map(…)` does not.
  if (parent?.type === 'CallExpression' && parent.arguments.some((argument) => argument === callable)) {
    if (!isBlockCallback(parent)) walk.flow(parent, value);
    // `Promise.all(questions.map((question) => client.send(…)))` gives a list of answers.
    else if (isMapped(parent) && (carriers.has(value.kind) || value.kind === 'reason'))
      walk.flow(parent, listed(value));
    // `update((state) => ({ ...state, reason }))`: whoever calls the function keeps what it gives.
    if (value.kind === 'reason' && isDiscarded(tree, parent)) leave(walk, value, node, callable, 'handedOn');
    return;
  }
  if (parent?.type === 'CallExpression' && parent.callee === callable) {
    walk.flow(parent, value);
    return;
  }
  walk.use('returned', value, node, callable);
  const calls = callsOf(tree, callable);
  for (const call of calls) walk.flow(call, value);
  if (calls.length === 0 || isVisibleOutside(tree, callable)) leave(walk, value, node, callable, 'handedOn');
}

function isMapped(call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  return callee?.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'map';
}

/** Nobody here takes what a call gives. */
function isDiscarded(tree: SyntaxTree, call: Node): boolean {
  let outer = tree.parentOf(call);
  while (outer && /^(?:AwaitExpression|UnaryExpression|ChainExpression|TSNonNullExpression)$/.test(outer.type))
    outer = tree.parentOf(outer);
  return outer?.type === 'ExpressionStatement';
}
