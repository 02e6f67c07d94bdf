import { declaredWith, importedName } from '../modules/bindings.js';
import { memberName, parameterProperty, valueInClass } from './class-members.js';
import { resolveExport } from '../modules/modules.js';
import { deeper, type Located, type Reach } from './reach.js';
import { classAround } from '../syntax/class-around.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

type Class = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>;
type LocatedClass = Located & { readonly node: Class };

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
  const own = classAround(tree, node);
  const owner = own && tree.parentOf(own);
  // A private name is the class's own.
  if (name === null || name.startsWith('#') || !isClass(owner)) return null;
  if (valueInClass(tree, owner.body, name) || parameterProperty(owner.body, name)) return null;
  return memberOfBase({ tree, node: owner }, name, reach);
}

function memberOfBase(derived: LocatedClass, name: string, reach: Reach): InheritedMember | null {
  const next = deeper(reach);
  const { superClass } = derived.node;
  const base = next && superClass ? classOf({ tree: derived.tree, node: superClass }, next) : null;
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

function constructorOf(node: Class) {
  const method = node.body.body.find((each) => each.type === 'MethodDefinition' && each.kind === 'constructor');
  return method?.type === 'MethodDefinition' ? method.value : null;
}

function superCalls({ tree, node }: LocatedClass) {
  const owner = constructorOf(node);
  if (!owner) return [];
  return tree
    .all('CallExpression')
    .filter(({ callee, range }) => callee.type === 'Super' && owner.range[0] <= range[0] && range[1] <= owner.range[1]);
}

function classOf({ tree, node: written }: Located, reach: Reach): LocatedClass | null {
  const next = deeper(reach);
  const node = unwrap(written);
  if (!next) return null;
  if (isClass(node)) return { tree, node };
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const [definition, another] = variable?.defs ?? [];
  if (definition && !another && isClass(definition.node)) return { tree, node: definition.node };
  const declared = variable && declaredWith(variable);
  if (declared?.path.length === 0 && declared.value !== node) return classOf({ tree, node: declared.value }, next);
  const imported = importedName(tree, node);
  const [name, ...path] = imported?.path ?? [];
  if (!imported || name === undefined || path.length > 0) return null;
  const exported = resolveExport(next.modules, tree.path, imported.module, name);
  return exported?.kind === 'expression' ? classOf(exported, next) : null;
}

function isClass(node: Node | null | undefined): node is Class {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}
