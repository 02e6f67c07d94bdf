import { memberName, parameterProperty, valueInClass } from './class-members.js';
import { baseOf, classWith, constructorOf, type LocatedClass } from './class-named.js';
import { deeper, type Located, type Reach } from './reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** What a base class gives a member that the class itself does not have. */
export interface InheritedMember {
  readonly value: Located;
  /** It is the value where nobody gives the constructor another one. */
  readonly isDefault: boolean;
}

/** `this.modelId` where a base class, here or in a file that is imported, declares it; `null` where none does, or its value can't be told. */
export function inheritedMember({ tree, node }: Located, reach: Reach): InheritedMember | null {
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return null;
  const name = memberName(node.property, node.computed);
  const own = classWith(tree, node);
  // A private name is the class's own.
  if (name === null || name.startsWith('#') || !own) return null;
  const { body } = own.node;
  return valueInClass(tree, body, name) || parameterProperty(body, name) ? null : memberOfBase(own, name, reach);
}

function memberOfBase(derived: LocatedClass, name: string, reach: Reach): InheritedMember | null {
  const next = deeper(reach);
  const base = next && baseOf(derived, next);
  if (!next || !base) return null;
  const { tree, node } = base;
  const value = parameterProperty(node.body, name) ?? valueInClass(tree, node.body, name);
  return value ? givenTo(base, value, derived) : memberOfBase(base, name, next);
}

/** A parameter of the constructor has what the class that extends it passes on. */
function givenTo({ tree, node }: LocatedClass, value: Node, derived: LocatedClass): InheritedMember | null {
  const plain = unwrap(value);
  const name = plain.type === 'AssignmentPattern' ? plain.left : plain;
  const parameters = constructorOf(node)?.params ?? [];
  const index = parameters.findIndex((each) => isNamed(tree, each, name));
  const parameter = parameters[index];
  if (!parameter) return { value: { tree, node: plain }, isDefault: false };
  const [call, another] = superCalls(derived);
  const passed = call?.arguments.slice(0, index + 1) ?? [];
  if (another || passed.some(({ type }) => type === 'SpreadElement')) return null;
  const argument = passed[index];
  if (argument) return { value: { tree: derived.tree, node: argument }, isDefault: false };
  const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  return pattern.type === 'AssignmentPattern' ? { value: { tree, node: pattern.right }, isDefault: !call } : null;
}

function isNamed(tree: SyntaxTree, parameter: Node, name: Node): boolean {
  const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const declared = inner.type === 'AssignmentPattern' ? inner.left : inner;
  return declared === name || (tree.variableOf(name)?.identifiers.some((each) => each === declared) ?? false);
}

function superCalls({ tree, node }: LocatedClass) {
  const owner = constructorOf(node);
  if (!owner) return [];
  return tree
    .all('CallExpression')
    .filter(({ callee, range }) => callee.type === 'Super' && owner.range[0] <= range[0] && range[1] <= owner.range[1]);
}
