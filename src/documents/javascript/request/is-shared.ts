import type { Variable } from '@typescript-eslint/scope-manager';
import { memberName } from '../values/class-members.js';
import { isExported, usesOf } from '../prompt/name-uses.js';
import { classAround } from '../syntax/class-around.js';
import { resolverOf } from '../surfaces/resolver.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { functionAround, isCallable } from '../syntax/functions.js';

/** Names between a literal and the call it ends in. */
const maximumSteps = 24;
/** Calls that hand on what they are given, or a copy of it. */
const carriers = /^(?:freeze|assign|stringify|encode|from|fromUtf8|structuredClone)$/;
const loggers = /^(?:log|debug|info|warn|error|trace|table|dir|verbose)$/;

/**
 * Whether code beside one request may use what a property or an assignment sets: the object it stands in, or one around
 * that, has a name that is exported or used more than once.
 */
export function isShared(tree: SyntaxTree, setter: Node): boolean {
  const memo = known.get(setter);
  if (memo !== undefined) return memo;
  const answer = isUsedElsewhere(tree, setter);
  known.set(setter, answer);
  return answer;
}

const known = new WeakMap<Node, boolean>();

function isUsedElsewhere(tree: SyntaxTree, setter: Node): boolean {
  let step: Step | boolean =
    setter.type === 'AssignmentExpression' ? ofTarget(tree, setter.left, []) : { node: setter, path: [] };
  if (setter.type === 'Property') step = { node: setter, path: [staticName(setter.key, setter.computed)] };
  for (let count = 0; count < maximumSteps && typeof step !== 'boolean'; count++) step = stepFrom(tree, step);
  return step !== false;
}

function stepFrom(tree: SyntaxTree, { node, path }: Step): Step | boolean {
  const parent = tree.parentOf(node);
  return parent ? stepUp(tree, node, parent, path) : false;
}

interface Step {
  readonly node: Node;
  /** Names from what the node stands for to the property. */
  readonly path: readonly (string | null)[];
}

/** Where the value of a node goes on to; an answer where it ends. */
function stepUp(tree: SyntaxTree, node: Node, parent: Node, path: readonly (string | null)[]): Step | boolean {
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'AwaitExpression':
    case 'SpreadElement':
    case 'ObjectExpression':
      return { node: parent, path };
    case 'ArrayExpression':
      return { node: parent, path: [null, ...path] };
    case 'Property':
      return parent.value === node ? { node: parent, path: [staticName(parent.key, parent.computed), ...path] } : false;
    case 'VariableDeclarator':
      return ofName(tree, parent.id, path);
    case 'AssignmentExpression':
      return parent.right === node && ofTarget(tree, parent.left, path);
    case 'PropertyDefinition':
      return parent.static || ofField(tree, parent, memberName(parent.key, parent.computed), path);
    case 'CallExpression':
      return isCarrier(parent, node) && { node: parent, path };
    case 'ReturnStatement':
      return ofFunction(tree, parent);
    case 'ArrowFunctionExpression':
      return parent.body === node && ofFunction(tree, parent);
    default:
      return parent.type.startsWith('Export');
  }

  function ofFunction(within: SyntaxTree, from: Node): Step | boolean {
    // What a resolver gives goes to AppSync and to nobody else.
    const resolver = resolverOf(within);
    if (resolver && (from === resolver.request || functionAround(within, from) === resolver.request)) return false;
    const call = onlyCallOf(within, from);
    return typeof call === 'boolean' ? call : { node: call, path };
  }
}

function isCarrier(call: Extract<Node, { type: 'CallExpression' }>, argument: Node) {
  if (call.callee === argument) return false;
  return carriers.test(nameOf(call.callee));
}

function nameOf(expression: Node) {
  const callee = unwrap(expression);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (staticName(callee.property, callee.computed) ?? '') : '';
}

function ofName(tree: SyntaxTree, name: Node, path: readonly (string | null)[]): Step | boolean {
  const variable = name.type === 'Identifier' ? tree.variableOf(name) : null;
  if (!variable) return false;
  return isExported(tree, variable) || ofUses(readersOf(tree, variable, path));
}

function ofTarget(tree: SyntaxTree, target: Node, path: readonly (string | null)[]): Step | boolean {
  if (target.type === 'Identifier') return ofName(tree, target, path);
  if (target.type !== 'MemberExpression') return false;
  const name = memberName(target.property, target.computed);
  if (unwrap(target.object).type === 'ThisExpression') return ofField(tree, target, name, path);
  const owner = unwrap(target.object);
  // `request.inferenceConfig.topP = …`
  if (owner.type === 'MemberExpression') return ofTarget(tree, owner, [name, ...path]);
  if (owner.type === 'Identifier' && (owner.name === 'exports' || owner.name === 'module')) return true;
  return ofName(tree, owner, [name, ...path]);
}

function ofField(tree: SyntaxTree, place: Node, name: string | null, path: readonly (string | null)[]): Step | boolean {
  const owner = classAround(tree, place);
  const uses = tree
    .all('MemberExpression')
    .filter(
      (member) =>
        memberName(member.property, member.computed) === name &&
        unwrap(member.object).type === 'ThisExpression' &&
        classAround(tree, member) === owner,
    );
  return ofUses(uses.flatMap((use) => readingOf(tree, use, path) ?? []));
}

function ofUses(uses: readonly Step[]): Step | boolean {
  const [only, another] = uses;
  return another ? true : (only ?? false);
}

function readersOf(tree: SyntaxTree, variable: Variable, path: readonly (string | null)[]): readonly Step[] {
  return usesOf(variable).flatMap((use) => readingOf(tree, use, path) ?? []);
}

/** What a use of a name reads of it; `null` where that is something else than the property, or only written down. */
function readingOf(tree: SyntaxTree, use: Node, path: readonly (string | null)[]): Step | null {
  let node = use;
  let rest = path;
  for (let parent = tree.parentOf(node); parent; parent = tree.parentOf(node)) {
    if (
      parent.type === 'TSNonNullExpression' ||
      parent.type === 'TSAsExpression' ||
      parent.type === 'ChainExpression'
    ) {
      node = parent;
      continue;
    }
    if (parent.type === 'AssignmentExpression' && parent.left === node) return null;
    if (parent.type === 'UnaryExpression' && parent.operator === 'delete') return null;
    if (parent.type === 'CallExpression' && parent.callee !== node && loggers.test(nameOf(parent.callee))) return null;
    if (parent.type !== 'MemberExpression' || parent.object !== node || rest.length === 0) break;
    const [name = null, ...more] = rest;
    const read = staticName(parent.property, parent.computed);
    if (name !== null && read !== null && name !== read) return null;
    node = parent;
    rest = more;
  }
  // Whether an object is there says nothing of what is in it.
  return rest.length > 0 && isOnlyTested(tree, node) ? null : { node, path: rest };
}

function isOnlyTested(tree: SyntaxTree, start: Node): boolean {
  let node = start;
  let parent = tree.parentOf(node);
  while (parent?.type === 'LogicalExpression') {
    node = parent;
    parent = tree.parentOf(node);
  }
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    default:
      return false;
  }
}

/** The one call of the function that returns something; an answer where there are more, or none. */
function onlyCallOf(tree: SyntaxTree, from: Node): Node | boolean {
  let callable: Node | null = from;
  while (callable && !isCallable(callable)) callable = tree.parentOf(callable);
  const parent = callable && tree.parentOf(callable);
  if (!callable || !parent) return false;
  const name =
    callable.type === 'FunctionDeclaration' ? callable.id : parent.type === 'VariableDeclarator' ? parent.id : null;
  const variable = name?.type === 'Identifier' ? tree.variableOf(name) : null;
  if (variable) {
    if (isExported(tree, variable)) return true;
    return onlyCall(tree, usesOf(variable));
  }
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition')
    return parent.type.startsWith('Export');
  const method = memberName(parent.key, parent.computed);
  const owner = classAround(tree, parent);
  const uses = tree
    .all('MemberExpression')
    .filter((member) => memberName(member.property, member.computed) === method && classAround(tree, member) === owner);
  return onlyCall(tree, uses);
}

function onlyCall(tree: SyntaxTree, uses: readonly Node[]): Node | boolean {
  const [use, another] = uses;
  if (another) return true;
  const call = use && tree.parentOf(use);
  return call?.type === 'CallExpression' && call.callee === use ? call : false;
}
