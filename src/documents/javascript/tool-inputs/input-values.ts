import { callsOf, localFunction } from '../answer/functions.js';
import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { bindInput, bindMember, type Go } from './bind-input.js';
import { listStep, mappedBy, pushedTo } from './input-lists.js';
import { heldUnder, type InputValue, listOf, memberOf, typed } from './input-value.js';
import { functionAround } from '../syntax/functions.js';

/** Longer ways than this end in code that knows nothing of tools. */
const maximumSteps = 200;

/** Follows an input through names, patterns, objects and helpers of the file to every expression that holds it or a part of it. */
export function followInput(
  tree: SyntaxTree,
  start: Node,
  value: InputValue,
): readonly (readonly [Node, InputValue])[] {
  const found: (readonly [Node, InputValue])[] = [];
  const pending: (readonly [Node, InputValue])[] = [];
  const seen = new Set<Node>();
  const go: Go = (node, held) => {
    if (seen.has(node)) return;
    seen.add(node);
    pending.push([node, held]);
  };
  if (isDeclared(tree, start)) bindInput(tree, start, value, go);
  else go(start, value);
  for (let steps = 0; steps < maximumSteps; steps++) {
    const next = pending.pop();
    if (!next) break;
    found.push(next);
    step(tree, ...next, go);
  }
  return found;
}

/** Whether a node declares a name rather than reading one. */
export function isDeclared(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ObjectPattern' || node.type === 'AssignmentPattern') return true;
  return node.type === 'Identifier' && tree.variableOf(node)?.identifiers.includes(node) === true;
}

function step(tree: SyntaxTree, node: Node, value: InputValue, go: Go): void {
  listStep(tree, node, value, go);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'ChainExpression':
    case 'AwaitExpression':
    case 'TSNonNullExpression':
      go(parent, value);
      return;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      go(parent, typed(value, parent.typeAnnotation));
      return;
    case 'LogicalExpression':
      if (parent.operator !== '&&' || parent.right === node) go(parent, value);
      return;
    case 'ConditionalExpression':
      if (parent.test !== node) go(parent, value);
      return;
    case 'VariableDeclarator':
      if (parent.init === node) bindInput(tree, parent.id, value, go);
      return;
    case 'AssignmentExpression':
      if (parent.right !== node) return;
      if (parent.left.type === 'Identifier') bindInput(tree, parent.left, value, go, parent);
      else bindMember(tree, parent.left, value, go);
      return;
    case 'Property':
      stepOut(tree, parent, node, value, go);
      return;
    case 'MemberExpression': {
      const name = parent.object === node ? staticName(parent.property, parent.computed) : null;
      const call = tree.parentOf(parent);
      const isMethod = call?.type === 'CallExpression' && call.callee === parent;
      const member = name === null || isMethod ? null : memberOf(value, name, parent);
      if (member) go(parent, member);
      return;
    }
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      giveBack(tree, node, value, go);
      return;
    case 'CallExpression':
      stepInto(tree, parent, node, value, go);
      return;
    default:
  }
}

/** `{ input: value }` */
function stepOut(tree: SyntaxTree, property: Node, node: Node, value: InputValue, go: Go) {
  const object = tree.parentOf(property);
  if (property.type !== 'Property' || property.value !== node || object?.type !== 'ObjectExpression') return;
  const name = staticName(property.key, property.computed);
  if (name !== null) go(object, heldUnder(name, value));
}

/** A function gives a value back to its callers in this file. */
function giveBack(tree: SyntaxTree, node: Node, value: InputValue, go: Go) {
  const callable = functionAround(tree, node);
  if (!callable || callable.generator) return;
  const seen = typed(value, callable.returnType?.typeAnnotation);
  for (const call of callsOf(tree, callable)) go(call, seen);
  const call = callable.async ? null : mappedBy(tree, callable);
  if (call) go(call, listOf(seen));
}

function stepInto(
  tree: SyntaxTree,
  call: Extract<Node, { type: 'CallExpression' }>,
  node: Node,
  value: InputValue,
  go: Go,
) {
  if (call.callee === node) return;
  const name = globalName(tree, call.callee);
  if (name === 'JSON.stringify' && value.kind === 'input') go(call, { kind: 'json' });
  // A second argument makes other values of what it parses.
  if (name === 'JSON.parse' && value.kind === 'json' && call.arguments.length === 1)
    go(call, { kind: 'input', source: call, isTrimmable: true });
  const target = name === null ? localFunction(tree, call.callee) : null;
  const parameter = target?.params[call.arguments.findIndex((argument) => argument === node)];
  if (parameter) bindInput(tree, parameter, value, go);
  const pushed = pushedTo(call);
  if (pushed) bindInput(tree, pushed, listOf(value), go, call);
}
