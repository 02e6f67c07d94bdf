import { memberName } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { elementKind, memberKind } from './members.js';
import type { Value } from './value.js';
import { as, builtElement, elementAt, leave, type Walk } from './walk.js';

/** Whether a node declares a name rather than reading one. */
export function isName(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern') return true;
  return node.type === 'Identifier' && (tree.variableOf(node)?.identifiers.includes(node) ?? false);
}

/** Binds a name, or the names of a pattern, to a value, and goes on wherever they are read. */
export function bindTo(walk: Walk, target: Node, value: Value, at: Node): void {
  switch (target.type) {
    case 'Identifier': {
      if (value.within.length === 0) walk.use('bound', value, target, at);
      readsOf(walk, target, value);
      if (isExported(walk.tree, at)) leave(walk, value, target, at, 'handedOn');
      return;
    }
    case 'AssignmentPattern':
      bindTo(walk, target.left, value, at);
      return;
    case 'TSParameterProperty':
      bindTo(walk, target.parameter, value, at);
      return;
    case 'RestElement':
      bindTo(walk, target.argument, value, at);
      return;
    case 'ObjectPattern':
      if (value.within.length === 0) walk.use('bound', value, target, at);
      for (const property of target.properties) {
        if (property.type === 'RestElement') {
          bindTo(walk, property.argument, value, at);
          continue;
        }
        const name = staticName(property.key, property.computed);
        if (name === null) continue;
        walk.use('member', value, property, property);
        const picked = pick(walk, value, name);
        if (picked) bindTo(walk, property.value, picked, at);
      }
      return;
    case 'ArrayPattern':
      target.elements.forEach((element, index) => {
        const picked = element ? pick(walk, value, String(index)) : null;
        if (element && picked) bindTo(walk, element, picked, at);
      });
      return;
    // `({ stopReason: state.reason } = answer)`
    case 'MemberExpression':
      leave(walk, value, target, target, 'forwarded');
      assignMember(walk, target, value);
      return;
    default:
  }
}

/** What is under a name of a value: inside of what the code built around it, or a part of the answer itself. */
export function pick(walk: Walk, value: Value, name: string): Value | null {
  const [first, ...rest] = value.within;
  if (first !== undefined) return first === name ? { ...value, within: rest } : elementAt(value, name);
  const kind = /^\d+$/.test(name)
    ? elementKind(walk.origin.dialect, value.kind)
    : memberKind(walk.origin.dialect, value.kind, name);
  return kind && as(value, kind);
}

/** `export const answer = …`; a name that is exported elsewhere is read there. */
function isExported(tree: SyntaxTree, at: Node): boolean {
  const declaration = at.type === 'VariableDeclarator' ? tree.parentOf(at) : null;
  return declaration !== null && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration';
}

function readsOf(walk: Walk, name: Node, value: Value) {
  for (const reference of walk.tree.variableOf(name)?.references ?? [])
    if (reference.isRead() && reference.identifier !== name) walk.flow(reference.identifier, value);
}

/** `x = value` and `this.x = value`; an assignment is also an expression. */
export function assignTo(walk: Walk, assignment: Node, node: Node, value: Value): void {
  if (assignment.type !== 'AssignmentExpression') return;
  const { left, operator } = assignment;
  if (left.type === 'Identifier') {
    if (operator !== '+=') walk.use('bound', value, left, assignment);
    // What is kept of an event is there once the events are over.
    readsOf(walk, left, { ...value, isEvent: value.isEvent && value.kind !== 'reason' });
    const definition = walk.tree.variableOf(left)?.defs[0];
    if (!definition || isExported(walk.tree, definition.node)) leave(walk, value, node, assignment, 'forwarded');
  } else if (left.type === 'ObjectPattern') bindTo(walk, left, value, assignment);
  else if (left.type === 'MemberExpression') {
    leave(walk, value, node, assignment, 'forwarded');
    assignMember(walk, left, value);
  }
  walk.flow(assignment, value);
}

/** Reads of the same member of the same variable, and of the same field of a class. */
function assignMember(walk: Walk, left: Node, value: Value) {
  if (left.type !== 'MemberExpression') return;
  const name = memberName(left.property, left.computed);
  if (name === null) return;
  if (left.object.type === 'Identifier') {
    for (const { identifier } of walk.tree.variableOf(left.object)?.references ?? [])
      flowToMember(walk, walk.tree.parentOf(identifier), identifier, name, left, value);
  } else if (left.object.type === 'ThisExpression')
    for (const member of walk.tree.all('MemberExpression'))
      if (member.object.type === 'ThisExpression') flowToMember(walk, member, member.object, name, left, value);
}

function flowToMember(walk: Walk, member: Node | null, object: Node, name: string, written: Node, value: Value) {
  if (member?.type !== 'MemberExpression' || member.object !== object || member === written) return;
  const parent = walk.tree.parentOf(member);
  if (parent?.type === 'AssignmentExpression' && parent.left === member) return;
  if (memberName(member.property, member.computed) === name) walk.flow(member, value);
}

/** `for (const element of value)`, also `for await`. */
export function iterate(walk: Walk, loop: Node, node: Node, value: Value): void {
  if (loop.type !== 'ForOfStatement') return;
  const kind = value.within.length === 0 ? elementOf(walk, value) : null;
  const target = loop.left.type === 'VariableDeclaration' ? loop.left.declarations[0].id : loop.left;
  const element = builtElement(value);
  if (element) bindTo(walk, target, element, loop);
  else if (kind) bindTo(walk, target, { ...as(value, kind), loop }, loop);
  else if (value.kind === 'text') leave(walk, value, node, loop, 'forwarded');
}

/** InvokeModelWithResponseStream and the Messages API both stream; only the first packs its events. */
export function elementOf(walk: Walk, value: Value) {
  if (value.kind === 'stream' && walk.origin.surface === 'InvokeModelWithResponseStream') return 'chunk';
  return elementKind(walk.origin.dialect, value.kind);
}
