import { localFunction } from '../answer/functions.js';
import { globalName } from '../globals.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName } from '../unwrap.js';

/** What an expression holds of the input of a tool: all of it, one text in it, or its JSON. */
export type InputValue =
  { readonly kind: 'input' } | { readonly kind: 'field'; readonly name: string } | { readonly kind: 'json' };

/** Longer ways than this end in code that knows nothing of tools. */
const maximumSteps = 200;

/** Follows an input through names, patterns and helpers of the file to every expression that holds it or a part of it. */
export function followInput(
  tree: SyntaxTree,
  start: Node,
  value: InputValue,
): readonly (readonly [Node, InputValue])[] {
  const found: (readonly [Node, InputValue])[] = [];
  const pending: (readonly [Node, InputValue])[] = [];
  const seen = new Set<Node>();
  const go = (node: Node, held: InputValue) => {
    if (seen.has(node)) return;
    seen.add(node);
    pending.push([node, held]);
  };
  if (isDeclared(tree, start)) bind(tree, start, value, go);
  else go(start, value);
  for (let steps = 0; steps < maximumSteps; steps++) {
    const next = pending.pop();
    if (!next) break;
    found.push(next);
    step(tree, ...next, go);
  }
  return found;
}

type Go = (node: Node, value: InputValue) => void;

function isDeclared(tree: SyntaxTree, node: Node) {
  if (node.type === 'ObjectPattern' || node.type === 'AssignmentPattern') return true;
  return node.type === 'Identifier' && tree.variableOf(node)?.identifiers.includes(node) === true;
}

function step(tree: SyntaxTree, node: Node, value: InputValue, go: Go): void {
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      go(parent, value);
      return;
    case 'LogicalExpression':
      if (parent.operator !== '&&' || parent.right === node) go(parent, value);
      return;
    case 'VariableDeclarator':
      if (parent.init === node) bind(tree, parent.id, value, go);
      return;
    case 'AssignmentExpression':
      if (parent.right === node && parent.left.type === 'Identifier') bind(tree, parent.left, value, go);
      return;
    case 'MemberExpression': {
      const name = parent.object === node ? staticName(parent.property, parent.computed) : null;
      const call = tree.parentOf(parent);
      const isMethod = call?.type === 'CallExpression' && call.callee === parent;
      if (name !== null && value.kind === 'input' && !isMethod) go(parent, { kind: 'field', name });
      return;
    }
    case 'CallExpression':
      stepInto(tree, parent, node, value, go);
      return;
    default:
  }
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
  if (name === 'JSON.parse' && value.kind === 'json') go(call, { kind: 'input' });
  const target = name === null ? localFunction(tree, call.callee) : null;
  const parameter = target?.params[call.arguments.findIndex((argument) => argument === node)];
  if (parameter) bind(tree, parameter, value, go);
}

function bind(tree: SyntaxTree, target: Node, value: InputValue, go: Go): void {
  if (target.type === 'AssignmentPattern') bind(tree, target.left, value, go);
  else if (target.type === 'Identifier') {
    const variable = tree.variableOf(target);
    // What else the name is given may be anything.
    const isOnly = variable?.references.every(
      (reference) => !reference.isWrite() || isAddition(tree, reference.identifier, target),
    );
    for (const { identifier, init } of isOnly ? (variable?.references ?? []) : [])
      if (init !== true && !isAddition(tree, identifier, target)) go(identifier, value);
  } else if (target.type === 'ObjectPattern' && value.kind === 'input')
    for (const property of target.properties) {
      const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
      if (property.type === 'Property' && name !== null) bind(tree, property.value, { kind: 'field', name }, go);
    }
}

/** `json += piece`, and the declaration of the name. */
function isAddition(tree: SyntaxTree, identifier: Node, target: Node): boolean {
  const parent = tree.parentOf(identifier);
  if (parent?.type === 'AssignmentExpression') return parent.left === identifier;
  return identifier === target || parent?.type === 'VariableDeclarator';
}
