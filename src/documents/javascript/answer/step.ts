import type { Node } from '../syntax/syntax-tree.js';
import { argumentStep } from './argument-step.js';
import { assignTo, bindTo, iterate } from './bind.js';
import { isLogging } from './functions.js';
import { indexStep, memberStep } from './member-step.js';
import { returnStep } from './return-step.js';
import { staticName } from '../syntax/unwrap.js';
import type { Value } from './value.js';
import { inside, leave, type Walk } from './walk.js';
import { functionAround } from '../syntax/functions.js';

/** Deeper than this, nobody wraps an answer. */
const maximumNesting = 4;

/** What the code around an expression does with its value. */
export function step(walk: Walk, node: Node, value: Value): void {
  const parent = walk.tree.parentOf(node);
  if (!parent) return;
  switch (parent.type) {
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'AwaitExpression':
      walk.flow(parent, value);
      return;
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === node) walk.flow(parent, value);
      return;
    case 'ConditionalExpression':
      if (parent.test === node) walk.use('tested', value, node, parent);
      else walk.flow(parent, value);
      return;
    case 'LogicalExpression':
      logicalStep(walk, parent, node, value);
      return;
    case 'MemberExpression':
      if (parent.object === node) memberStep(walk, parent, node, value);
      else indexStep(walk, parent, node, value);
      return;
    case 'VariableDeclarator':
      if (parent.init === node) bindTo(walk, parent.id, value, parent);
      return;
    case 'AssignmentPattern':
      if (parent.right === node) bindTo(walk, parent.left, value, parent);
      return;
    case 'AssignmentExpression':
      if (parent.right === node) assignTo(walk, parent, node, value);
      return;
    case 'Property':
      if (parent.value === node) propertyStep(walk, parent, node, value);
      return;
    case 'SpreadElement':
      spreadStep(walk, parent, node, value);
      return;
    case 'ArrayExpression':
      walk.flow(parent, inside(value, String(parent.elements.findIndex((element) => element === node))));
      return;
    case 'ForOfStatement':
      if (parent.right === node) iterate(walk, parent, node, value);
      return;
    case 'ArrowFunctionExpression':
    case 'ReturnStatement': {
      const callable = functionAround(walk.tree, node);
      if (callable) returnStep(walk, callable, node, value);
      return;
    }
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee !== node) argumentStep(walk, parent, node, value);
      return;
    case 'BinaryExpression':
      binaryStep(walk, parent, node, value);
      return;
    case 'TemplateLiteral':
      leave(walk, value, node, parent, isShown(walk, parent) ? 'logged' : 'forwarded');
      return;
    case 'SwitchStatement':
      if (parent.discriminant === node) walk.use('switched', value, node, parent);
      return;
    case 'UnaryExpression':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      walk.use('tested', value, node, parent);
      return;
    case 'ExpressionStatement':
      return;
    default:
      leave(walk, value, node, parent, 'forwarded');
  }
}

function logicalStep(walk: Walk, parent: Node, node: Node, value: Value) {
  if (parent.type !== 'LogicalExpression') return;
  if (parent.left === node && value.kind === 'reason' && value.within.length === 0)
    walk.use(parent.operator === '&&' ? 'tested' : 'fallback', value, node, parent);
  // `a && b` is `b`, or nothing.
  if (parent.operator !== '&&' || parent.right === node) walk.flow(parent, value);
}

/** A value in an object literal is found again under its name. */
function propertyStep(walk: Walk, property: Node, node: Node, value: Value) {
  const object = walk.tree.parentOf(property);
  if (property.type !== 'Property' || object?.type !== 'ObjectExpression') return;
  const name = staticName(property.key, property.computed);
  if (name === null || value.within.length >= maximumNesting) leave(walk, value, node, property, 'forwarded');
  else walk.flow(object, inside(value, name));
}

function spreadStep(walk: Walk, spread: Node, node: Node, value: Value) {
  const owner = walk.tree.parentOf(spread);
  if (owner?.type === 'ObjectExpression') walk.flow(owner, value);
  else leave(walk, value, node, spread, 'forwarded');
}

function binaryStep(walk: Walk, parent: Node, node: Node, value: Value) {
  if (parent.type !== 'BinaryExpression' || value.within.length > 0) return;
  if (value.kind === 'reason') {
    if (parent.operator === 'in') walk.use('looked', value, node, parent);
    else if (parent.operator === '+') leave(walk, value, node, parent, isShown(walk, parent) ? 'logged' : 'forwarded');
    else walk.use('compared', value, node, parent);
  } else if (parent.operator === 'in' && value.kind === 'block') walk.use('inspected', value, node, parent);
  else if (parent.operator === '+') leave(walk, value, node, parent, 'forwarded');
  else walk.use('tested', value, node, parent);
}

/** Text that only people read: an argument of a logger. */
function isShown(walk: Walk, text: Node): boolean {
  let node = text;
  for (let parent = walk.tree.parentOf(node); parent; node = parent, parent = walk.tree.parentOf(node)) {
    if (parent.type === 'CallExpression') return isLogging(parent.callee);
    if (!/^(?:TemplateLiteral|BinaryExpression|Property|ObjectExpression|ArrayExpression)$/.test(parent.type))
      return false;
  }
  return false;
}
