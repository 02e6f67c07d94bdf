import type { Reference } from '@typescript-eslint/scope-manager';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { type InputValue, memberOf, typed } from './input-value.js';

/** Goes on from an expression that holds a value. */
export type Go = (node: Node, value: InputValue) => void;

/** Gives a name, or the names of a pattern, to a value, and goes on wherever they are read. */
export function bindInput(tree: SyntaxTree, target: Node, value: InputValue, go: Go, at: Node = target): void {
  switch (target.type) {
    case 'AssignmentPattern':
      bindInput(tree, target.left, value, go, at);
      return;
    case 'Identifier': {
      const variable = tree.variableOf(target);
      const references = variable?.references ?? [];
      // What else the name is given may be anything.
      if (!references.every((reference) => !reference.isWrite() || isHarmless(tree, reference, target, at))) return;
      const [definition] = variable?.defs ?? [];
      const name = definition?.name.type === 'Identifier' ? definition.name : target;
      const seen = typed(value, name.typeAnnotation?.typeAnnotation);
      for (const { identifier, init } of references)
        if (init !== true && identifier !== target && !isAssigned(tree, identifier)) go(identifier, seen);
      return;
    }
    case 'ObjectPattern': {
      const seen = typed(value, target.typeAnnotation?.typeAnnotation);
      for (const property of target.properties) {
        if (property.type !== 'Property') continue;
        const name = staticName(property.key, property.computed);
        const member = name === null ? null : memberOf(seen, name, property.value);
        if (member) bindInput(tree, property.value, member, go);
      }
      return;
    }
    case 'ArrayPattern':
      for (const element of value.kind === 'list' ? target.elements : [])
        if (element && value.kind === 'list') bindInput(tree, element, value.element, go);
      return;
    default:
  }
}

/** `current.input += piece`: whoever reads the same member of the same name. */
export function bindMember(tree: SyntaxTree, target: Node, value: InputValue, go: Go): void {
  if (target.type !== 'MemberExpression' || target.object.type !== 'Identifier') return;
  const name = staticName(target.property, target.computed);
  if (name === null) return;
  const members = (tree.variableOf(target.object)?.references ?? []).flatMap(({ identifier }): readonly Node[] => {
    const member = tree.parentOf(identifier);
    const isSame =
      member?.type === 'MemberExpression' &&
      member.object === identifier &&
      staticName(member.property, member.computed) === name;
    return isSame ? [member] : [];
  });
  const written = members.filter((member) => isAssigned(tree, member));
  if (!written.every((member) => isEmptied(tree, member, target))) return;
  for (const member of members) if (!written.includes(member)) go(member, value);
}

function isAssigned(tree: SyntaxTree, node: Node) {
  const parent = tree.parentOf(node);
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}

/** A write that leaves nothing in the name but what flows into it. */
function isHarmless(tree: SyntaxTree, { identifier, init }: Reference, target: Node, at: Node): boolean {
  // A name has the value of its declaration until the other comes.
  if (init === true || identifier === target) return true;
  const parent = tree.parentOf(identifier);
  return parent === at || isEmptied(tree, identifier, target);
}

/** `json += piece`, `json = ''`, and the write that is looked at. */
function isEmptied(tree: SyntaxTree, written: Node, target: Node): boolean {
  if (written === target) return true;
  const parent = tree.parentOf(written);
  if (parent?.type !== 'AssignmentExpression' || parent.left !== written) return false;
  return parent.operator === '+=' || isEmpty(unwrap(parent.right));
}

function isEmpty(node: Node): boolean {
  switch (node.type) {
    case 'Identifier':
      return node.name === 'undefined';
    case 'ObjectExpression':
      return node.properties.length === 0;
    case 'ArrayExpression':
      return node.elements.length === 0;
    default:
      return staticName(node, true) === '' || (node.type === 'Literal' && node.raw === 'null');
  }
}
