import type { TSESTree } from '@typescript-eslint/types';
import { memberName } from '../values/class-members.js';
import { isExported, usesOf } from '../prompt/name-uses.js';
import { classAround } from '../syntax/class-around.js';
import { resolverOf } from '../surfaces/resolver.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { functionAround, isCallable } from '../syntax/functions.js';

/** Calls that hand on what they are given, or a copy of it. */
const carriers = /^(?:freeze|assign|stringify|encode|from|fromUtf8|structuredClone)$/;
const loggers = /^(?:log|debug|info|warn|error|trace|table|dir|verbose)$/;

/** A node that stands for an object with a property, or for what the property holds. */
export interface Step {
  readonly node: Node;
  /** Names from what the node stands for to the property. */
  readonly path: readonly (string | null)[];
}

/** Where an object goes on to from a place, each use of its name by itself; `elsewhere`: to code that nobody sees. */
export type Steps = readonly Step[] | 'elsewhere';

/** Where the object goes that a property or an assignment is written in. */
export function stepsOfSetter(tree: SyntaxTree, setter: Node): Steps {
  if (setter.type === 'AssignmentExpression') return ofTarget(tree, setter.left, []);
  const path = setter.type === 'Property' ? [staticName(setter.key, setter.computed)] : [];
  return [{ node: setter, path }];
}

/** Where the value of a node goes on to. */
export function stepsFrom(tree: SyntaxTree, { node, path }: Step): Steps {
  const parent = tree.parentOf(node);
  return parent ? stepsUp(tree, node, parent, path) : [];
}

function stepsUp(tree: SyntaxTree, node: Node, parent: Node, path: Step['path']): Steps {
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
      return [{ node: parent, path }];
    case 'ArrayExpression':
      return [{ node: parent, path: [null, ...path] }];
    case 'Property':
      return parent.value === node ? [{ node: parent, path: [staticName(parent.key, parent.computed), ...path] }] : [];
    case 'VariableDeclarator':
      return stepsOf(tree, parent.id, path);
    case 'AssignmentExpression':
      return parent.right === node ? ofTarget(tree, parent.left, path) : [];
    case 'PropertyDefinition':
      return parent.static ? 'elsewhere' : ofField(tree, parent, memberName(parent.key, parent.computed), path);
    case 'CallExpression':
      return isHandedOn(parent, node) ? [{ node: parent, path }] : [];
    case 'ReturnStatement':
      return ofFunction(tree, parent, path);
    case 'ArrowFunctionExpression':
      return parent.body === node ? ofFunction(tree, parent, path) : [];
    default:
      return parent.type.startsWith('Export') ? 'elsewhere' : [];
  }
}

function ofFunction(tree: SyntaxTree, from: Node, path: Step['path']): Steps {
  // What a resolver gives goes to AppSync and to nobody else.
  const resolver = resolverOf(tree);
  if (resolver && (from === resolver.request || functionAround(tree, from) === resolver.request)) return [];
  const calls = callsOf(tree, from);
  return calls === 'elsewhere' ? calls : calls.map((node) => ({ node, path }));
}

/** Whether a call hands on what it is given, or a copy of it. */
export function isHandedOn(call: Extract<Node, { type: 'CallExpression' }>, argument: Node): boolean {
  if (call.callee === argument) return false;
  return carriers.test(nameOf(call.callee));
}

function nameOf(expression: Node) {
  const callee = unwrap(expression);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (staticName(callee.property, callee.computed) ?? '') : '';
}

/** Where an object goes that has a name from here on, or is taken apart: `const { budget_tokens } = thinking`. */
export function stepsOf(tree: SyntaxTree, target: Node, path: Step['path']): Steps {
  if (target.type === 'AssignmentPattern') return stepsOf(tree, target.left, path);
  if (target.type === 'ObjectPattern') return ofPattern(tree, target.properties, path);
  const variable = target.type === 'Identifier' ? tree.variableOf(target) : null;
  if (!variable) return [];
  return isExported(tree, variable) ? 'elsewhere' : usesOf(variable).flatMap((use) => readingOf(tree, use, path) ?? []);
}

function ofPattern(tree: SyntaxTree, properties: TSESTree.ObjectPattern['properties'], path: Step['path']): Steps {
  const [name = null, ...rest] = path;
  const found: Step[] = [];
  for (const property of properties) {
    const isRest = property.type === 'RestElement';
    const taken = isRest ? null : staticName(property.key, property.computed);
    if (taken !== null && name !== null && taken !== name) continue;
    const steps = isRest ? stepsOf(tree, property.argument, path) : stepsOf(tree, property.value, rest);
    if (steps === 'elsewhere') return steps;
    found.push(...steps);
  }
  return found;
}

function ofTarget(tree: SyntaxTree, target: Node, path: Step['path']): Steps {
  if (target.type !== 'MemberExpression') return stepsOf(tree, target, path);
  const name = memberName(target.property, target.computed);
  if (unwrap(target.object).type === 'ThisExpression') return ofField(tree, target, name, path);
  const owner = unwrap(target.object);
  // `request.inferenceConfig.topP = …`
  if (owner.type === 'MemberExpression') return ofTarget(tree, owner, [name, ...path]);
  if (owner.type === 'Identifier' && (owner.name === 'exports' || owner.name === 'module')) return 'elsewhere';
  return stepsOf(tree, owner, [name, ...path]);
}

function ofField(tree: SyntaxTree, place: Node, name: string | null, path: Step['path']): Steps {
  const owner = classAround(tree, place);
  const uses = tree
    .all('MemberExpression')
    .filter(
      (member) =>
        memberName(member.property, member.computed) === name &&
        unwrap(member.object).type === 'ThisExpression' &&
        classAround(tree, member) === owner,
    );
  return uses.flatMap((use) => readingOf(tree, use, path) ?? []);
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

/** The calls of the function that returns something. */
function callsOf(tree: SyntaxTree, from: Node): readonly Node[] | 'elsewhere' {
  let callable: Node | null = from;
  while (callable && !isCallable(callable)) callable = tree.parentOf(callable);
  const parent = callable && tree.parentOf(callable);
  if (!callable || !parent) return [];
  const name =
    callable.type === 'FunctionDeclaration' ? callable.id : parent.type === 'VariableDeclarator' ? parent.id : null;
  const variable = name?.type === 'Identifier' ? tree.variableOf(name) : null;
  if (variable) return isExported(tree, variable) ? 'elsewhere' : usesOf(variable).map((use) => callBy(tree, use));
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition')
    return parent.type.startsWith('Export') ? 'elsewhere' : [];
  const method = memberName(parent.key, parent.computed);
  const owner = classAround(tree, parent);
  return tree
    .all('MemberExpression')
    .filter((member) => memberName(member.property, member.computed) === method && classAround(tree, member) === owner)
    .map((use) => callBy(tree, use));
}

/** The call that a function is named for, or the name itself, from which nobody follows what it returns. */
function callBy(tree: SyntaxTree, use: Node): Node {
  const call = tree.parentOf(use);
  return call?.type === 'CallExpression' && call.callee === use ? call : use;
}
