import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { bindInput, type Go } from './bind-input.js';
import type { InputValue } from './input-value.js';
import { isCallable } from '../syntax/functions.js';

/** `for (const use of uses)`, `uses[0]`, `uses.find((use) => …)`. */
export function listStep(tree: SyntaxTree, node: Node, value: InputValue, go: Go): void {
  const parent = tree.parentOf(node);
  if (value.kind !== 'list') return;
  if (parent?.type === 'ForOfStatement' && parent.right === node) {
    const { left } = parent;
    bindInput(tree, left.type === 'VariableDeclaration' ? left.declarations[0].id : left, value.element, go);
  } else if (parent?.type === 'MemberExpression' && parent.object === node) {
    const name = staticName(parent.property, parent.computed);
    const call = tree.parentOf(parent);
    if (call?.type === 'CallExpression' && call.callee === parent) methodStep(tree, call, name ?? '', value, go);
    else if (name === null || /^\d+$/.test(name)) go(parent, value.element);
  }
}

function methodStep(
  tree: SyntaxTree,
  call: Extract<Node, { type: 'CallExpression' }>,
  method: string,
  value: Extract<InputValue, { kind: 'list' }>,
  go: Go,
) {
  const [callback] = call.arguments;
  const parameter = isCallable(callback) && takers.test(method) ? callback.params[0] : undefined;
  if (parameter) bindInput(tree, parameter, value.element, go);
  if (/^(?:find|findLast|at|shift|pop)$/.test(method)) go(call, value.element);
  if (/^(?:filter|slice|concat|reverse|sort|toReversed|toSorted)$/.test(method)) go(call, value);
  // The pieces of a stream.
  if (method === 'join' && value.element.kind === 'json') go(call, value.element);
}

/** Methods that hand their function each element. */
const takers = /^(?:find|findLast|findIndex|findLastIndex|filter|some|every|forEach|map|flatMap)$/;

/** `uses.push(value)`: `null` where a call does something else. */
export function pushedTo(call: Extract<Node, { type: 'CallExpression' }>): Node | null {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || staticName(callee.property, callee.computed) !== 'push') return null;
  return callee.object.type === 'Identifier' ? callee.object : null;
}

/** `uses.map((use) => value)` is a list of what the function gives. */
export function mappedBy(tree: SyntaxTree, callable: Node): Node | null {
  const call = tree.parentOf(callable);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== callable) return null;
  const { callee } = call;
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'map' ? call : null;
}
