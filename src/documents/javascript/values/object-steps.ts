import { globalName } from '../syntax/globals.js';
import type { Located } from './objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { assignedTo, extendsItself, type Passage } from './origins.js';
import { functionAround } from '../syntax/functions.js';

/** What a statement does to an object after it is first written. */
export type ObjectStep =
  /** `input.system = …`; certain when it runs wherever the object is made. */
  | { readonly kind: 'set'; readonly name: string; readonly value: Located; readonly isCertain: boolean }
  /** `Object.assign(input, …)`, `input = { ...input, … }` */
  | { readonly kind: 'merge'; readonly value: Located; readonly isCertain: boolean }
  /** `input.messages.push(…)`: a property whose own value is changed in place. */
  | { readonly kind: 'touch'; readonly name: string }
  /** `input.inferenceConfig.topP = …`: a property of such a value. */
  | {
      readonly kind: 'setInside';
      readonly owner: string;
      readonly name: string;
      readonly value: Located;
      readonly isCertain: boolean;
    }
  /** Something that may set any property. */
  | { readonly kind: 'unknown' };

const mutators = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'reverse', 'sort', 'fill', 'copyWithin']);
/** Calls that only look at what they are given, or send it. */
const readers =
  /^(?:log|debug|info|warn|error|trace|table|dir|verbose|stringify|keys|values|entries|freeze|send|converse|converseStream|invokeModel|invokeModelWithResponseStream|create|stream|putMetric|addMetadata|annotate)$/;

/** The statements that add to the object in a variable until it is read where the passage says, in the order they are written. */
export function stepsOf(passage: Passage): readonly ObjectStep[] {
  const { variable } = passage;
  const steps: ObjectStep[] = [];
  for (const { identifier, init } of variable.references) {
    if (init || identifier === passage.use || !runsBefore(identifier, passage)) continue;
    const step = stepAt(identifier, passage);
    if (step) steps.push(...step);
  }
  return steps;
}

function stepAt(identifier: Node, passage: Passage): readonly ObjectStep[] | null {
  const { tree, variable } = passage;
  const written = assignedTo(tree, identifier);
  if (written && extendsItself(tree, written, variable))
    return [{ kind: 'merge', value: { tree, node: written }, isCertain: isCertain(identifier, passage) }];
  const node = outermost(tree, identifier);
  const parent = tree.parentOf(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) return stepOnMember(parent, passage);
  if (parent?.type === 'CallExpression' && parent.callee !== node) return stepInCall(parent, node, passage);
  return null;
}

function stepOnMember(member: Node, passage: Passage): readonly ObjectStep[] | null {
  const { tree } = passage;
  if (member.type !== 'MemberExpression') return null;
  const name = staticName(member.property, member.computed);
  const outer = outermost(tree, member);
  const parent = tree.parentOf(outer);
  if (parent?.type === 'AssignmentExpression' && parent.left === outer) {
    if (name === null || !/^(?:\?\?|\|\|)?=$/.test(parent.operator)) return [{ kind: 'unknown' }];
    const certain = parent.operator === '=' && isCertain(member, passage);
    return [{ kind: 'set', name, value: { tree, node: parent.right }, isCertain: certain }];
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return [{ kind: 'unknown' }];
  const inside = name === null ? [] : stepsInside(name, outer, passage);
  if (inside.length === 0 && !isChangedInside(tree, outer)) return null;
  return name === null ? [{ kind: 'unknown' }] : [{ kind: 'touch', name }, ...inside];
}

/** `input.inferenceConfig.topP = …`, `Object.assign(input.inferenceConfig, { topP })` */
function stepsInside(owner: string, member: Node, passage: Passage): readonly ObjectStep[] {
  const { tree } = passage;
  const parent = tree.parentOf(member);
  if (parent?.type === 'MemberExpression' && parent.object === member) {
    const name = staticName(parent.property, parent.computed);
    const target = outermost(tree, parent);
    const setter = tree.parentOf(target);
    if (name === null || setter?.type !== 'AssignmentExpression' || setter.left !== target) return [];
    if (!/^(?:\?\?|\|\|)?=$/.test(setter.operator)) return [];
    const certain = setter.operator === '=' && isCertain(parent, passage);
    return [{ kind: 'setInside', owner, name, value: { tree, node: setter.right }, isCertain: certain }];
  }
  const [target, ...sources] = assignmentsIn(tree, parent);
  if (target !== member) return [];
  return sources
    .flatMap((source) => (source.type === 'ObjectExpression' ? source.properties : []))
    .flatMap((each) => {
      const name = each.type === 'Property' ? staticName(each.key, each.computed) : null;
      return each.type === 'Property' && name !== null
        ? { kind: 'setInside', owner, name, value: { tree, node: each.value }, isCertain: isCertain(member, passage) }
        : [];
    });
}

/** The arguments of `Object.assign(…)`. */
function assignmentsIn(tree: SyntaxTree, call: Node | null): readonly Node[] {
  return call?.type === 'CallExpression' && globalName(tree, call.callee) === 'Object.assign' ? call.arguments : [];
}

/** `input.messages[0].content.push(…)`, `input.toolConfig.tools = …` */
function isChangedInside(tree: SyntaxTree, member: Node): boolean {
  let node = member;
  for (;;) {
    const parent = tree.parentOf(node);
    if (parent?.type !== 'MemberExpression' || parent.object !== node) break;
    const name = staticName(parent.property, parent.computed);
    node = outermost(tree, parent);
    const around = tree.parentOf(node);
    if (around?.type === 'CallExpression' && around.callee === node) return name !== null && mutators.has(name);
    if (around?.type === 'AssignmentExpression' && around.left === node) return true;
    if (around?.type === 'UnaryExpression' && around.operator === 'delete') return true;
  }
  return false;
}

function stepInCall(call: Node, argument: Node, passage: Passage): readonly ObjectStep[] | null {
  const { tree } = passage;
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  const [target, ...sources] = assignmentsIn(tree, call);
  if (target) {
    const certain = isCertain(call, passage);
    return target === argument
      ? sources.map((value) => ({ kind: 'merge', value: { tree, node: value }, isCertain: certain }))
      : null;
  }
  if (name !== null && readers.test(name)) return null;
  // What a call gives back is what it is called for; one whose result nobody takes is called for what it changes.
  let statement = tree.parentOf(call);
  if (statement?.type === 'AwaitExpression') statement = tree.parentOf(statement);
  return statement?.type === 'ExpressionStatement' ? [{ kind: 'unknown' }] : null;
}

function outermost(tree: SyntaxTree, inner: Node): Node {
  let node = inner;
  for (;;) {
    const parent = tree.parentOf(node);
    const wraps =
      parent?.type === 'TSAsExpression' ||
      parent?.type === 'TSNonNullExpression' ||
      parent?.type === 'TSSatisfiesExpression' ||
      parent?.type === 'TSTypeAssertion';
    if (!wraps) return node;
    node = parent;
  }
}

/** Whether a place runs before the value is read: it stands before it, or both stand in one loop, or in different functions. */
function runsBefore(node: Node, { tree, use }: Passage): boolean {
  if (node.range[0] < use.range[0]) return true;
  const around = functionAround(tree, use);
  if (functionAround(tree, node) !== around) return true;
  for (let outer = tree.parentOf(use); outer && outer !== around; outer = tree.parentOf(outer)) {
    const isLoop = /^(?:While|DoWhile|For|ForIn|ForOf)Statement$/.test(outer.type);
    if (isLoop && node.range[1] <= outer.range[1]) return true;
  }
  return false;
}

/** Whether a statement runs whenever the declaration of the variable does: both stand in one block, one after the other. */
function isCertain(node: Node, { tree, variable, use }: Passage): boolean {
  const name = variable.identifiers[0];
  return name !== undefined && node.range[0] < use.range[0] && blockAround(tree, name) === blockAround(tree, node);
}

/** The block whose statement a node belongs to, `null` where it is only a part of one. */
function blockAround(tree: SyntaxTree, inside: Node): Node | null {
  let node: Node | null = inside;
  while (node && node.type !== 'VariableDeclaration' && node.type !== 'ExpressionStatement') {
    if (/^(?:Conditional|Logical)Expression$|Function/.test(node.type)) return node;
    node = tree.parentOf(node);
  }
  return node ? tree.parentOf(node) : null;
}
