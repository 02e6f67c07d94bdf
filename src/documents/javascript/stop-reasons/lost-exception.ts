import { isCallable, holds } from '../syntax/functions.js';
import { globalName } from '../syntax/globals.js';
import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/**
 * Whether an exception thrown at an offset takes the place of another one, or reaches nobody who waits for the answer: in `finally`, in a listener, in
 * a callback that is given the error, and in a callback within `new Promise`, which then never settles.
 */
export function isLost(tree: SyntaxTree, at: number): boolean {
  return (
    tree.all('TryStatement').some(({ finalizer }) => finalizer !== null && holds(finalizer, at)) ||
    tree.all('CallExpression').some((call) => call.arguments.some((each) => isCallback(call, each, at))) ||
    tree.all('NewExpression').some((made) => isInExecutor(tree, made, at))
  );
}

const listening = /^(?:on|once|addListener|addEventListener|subscribe)$/;

function isCallback(call: Node, argument: Node, at: number): boolean {
  if (!isCallable(argument) || !holds(argument, at)) return false;
  const [first] = argument.params;
  return listening.test(calledName(call)) || (first?.type === 'Identifier' && /^(?:e|err|error)$/.test(first.name));
}

/** What the executor itself throws rejects the promise; what its callbacks throw does not. */
function isInExecutor(tree: SyntaxTree, made: Extract<Node, { type: 'NewExpression' }>, at: number): boolean {
  const [executor] = made.arguments;
  if (globalName(tree, made.callee) !== 'Promise' || !isCallable(executor) || !holds(executor, at)) return false;
  return [...tree.all('ArrowFunctionExpression'), ...tree.all('FunctionExpression')].some(
    (inner) => inner !== executor && holds(executor, inner.range[0]) && holds(inner, at),
  );
}
