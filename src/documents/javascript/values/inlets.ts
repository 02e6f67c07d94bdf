import { declaredWith } from '../modules/bindings.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';
import { builtObject } from './built-object.js';
import { memberName, parameterProperty, valueInClass } from './class-members.js';
import { classWith, constructorOf, type LocatedClass } from './class-named.js';
import { parameterAt } from './given-by-callers.js';
import { assignedTo } from './origins.js';
import { deeper, type Located, type Reach } from './reach.js';

/** Where code elsewhere puts a value in, the same for those who give it and those who take it: a parameter, a property of one, a field. */
export type Inlet = string;

/** A parameter of a function; a property of it where there is a name. */
export function inletOfParameter({ tree, node }: Located, index: number, name: string | null): Inlet {
  return `${tree.path}#${String(node.range[0])}(${String(index)})${name === null ? '' : `.${name}`}`;
}

/** A field of a class. */
export function inletOfField({ tree, node }: LocatedClass, name: string): Inlet {
  return `${tree.path}#${String(node.body.range[0])}.${name}`;
}

/** Where other code may give an expression its value, whatever is written for it here. */
export function inletsOf(place: Located, reach: Reach): readonly Inlet[] {
  const found = new Set<Inlet>();
  const { name, objects } = spreadBehind(place);
  for (const object of objects) addMember(place.tree, object, name, found);
  collect(place, reach, found);
  return [...found];
}

/** Whether an object that a caller or a field gives, and nobody can read, is spread behind a property: its value may be another. */
export function isOverridable(place: Located, reach: Reach): boolean {
  const { tree } = place;
  return spreadBehind(place).objects.some((node) => {
    const isGiven = node.type === 'MemberExpression' || tree.variableOf(node)?.defs[0]?.type === 'Parameter';
    return isGiven && builtObject({ tree, node }, reach)?.isComplete !== true;
  });
}

/** `{ modelId: …, ...options }` */
function spreadBehind({ tree, node }: Located): { readonly name: string; readonly objects: readonly Node[] } {
  const property = tree.parentOf(wrapped(tree, node));
  const object = property?.type === 'Property' ? tree.parentOf(property) : null;
  const name = property?.type === 'Property' ? staticName(property.key, property.computed) : null;
  if (object?.type !== 'ObjectExpression' || name === null || !property) return { name: '', objects: [] };
  const behind = object.properties.filter(({ range }) => range[0] > property.range[0]);
  return { name, objects: behind.flatMap((each) => (each.type === 'SpreadElement' ? [unwrap(each.argument)] : [])) };
}

function collect({ tree, node: written }: Located, reach: Reach, found: Set<Inlet>) {
  const next = deeper(reach);
  const node = unwrap(written);
  if (!next) return;
  const all = (...nodes: readonly Node[]) => {
    for (const each of nodes) collect({ tree, node: each }, next, found);
  };
  switch (node.type) {
    case 'AwaitExpression':
      all(node.argument);
      return;
    case 'ConditionalExpression':
      all(node.consequent, node.alternate);
      return;
    case 'LogicalExpression':
      all(node.left, node.right);
      return;
    case 'Identifier': {
      const variable = tree.variableOf(node);
      const declared = variable && declaredWith(variable);
      const [name, ...deep] = declared?.path ?? [];
      addParameter(tree, node, found);
      all(...(variable?.references ?? []).flatMap(({ identifier }) => assignedTo(tree, identifier) ?? []));
      if (declared && name === undefined) all(declared.value);
      else if (declared && name !== undefined && deep.length === 0)
        addMember(tree, unwrap(declared.value), name, found, all);
      return;
    }
    case 'MemberExpression': {
      const name = memberName(node.property, node.computed);
      if (name !== null) addMember(tree, unwrap(node.object), name, found, all);
    }
  }
}

/** `options.modelId`, `this.modelId`, `this.options.modelId` */
function addMember(tree: SyntaxTree, object: Node, name: string, found: Set<Inlet>, follow?: (value: Node) => void) {
  if (object.type === 'ThisExpression') {
    const owner = classWith(tree, object);
    if (!owner) return;
    found.add(inletOfField(owner, name));
    addParameterProperty(owner, name, null, found);
    const value = valueInClass(tree, owner.node.body, name);
    if (value && !isCallable(value)) follow?.(value);
    return;
  }
  const parameter = parameterAt(tree, object);
  if (parameter?.name === null) found.add(inletOfParameter({ tree, node: parameter.owner }, parameter.index, name));
  if (object.type !== 'MemberExpression' || unwrap(object.object).type !== 'ThisExpression') return;
  const owner = classWith(tree, unwrap(object.object));
  const field = memberName(object.property, object.computed);
  if (!owner || field === null) return;
  addParameterProperty(owner, field, name, found);
  const value = valueInClass(tree, owner.node.body, field);
  if (value) addMember(tree, unwrap(value), name, found, follow);
}

function addParameter(tree: SyntaxTree, node: Node, found: Set<Inlet>) {
  const parameter = parameterAt(tree, node);
  if (parameter) found.add(inletOfParameter({ tree, node: parameter.owner }, parameter.index, parameter.name));
}

/** `constructor(private readonly modelId = '…')`, `constructor(private options: Options)` */
function addParameterProperty({ tree, node }: LocatedClass, field: string, name: string | null, found: Set<Inlet>) {
  const declared = parameterProperty(node.body, field);
  const owner = declared && constructorOf(node);
  const index = owner?.params.findIndex((each) => each.type === 'TSParameterProperty' && each.parameter === declared);
  if (owner && index !== undefined && index >= 0) found.add(inletOfParameter({ tree, node: owner }, index, name));
}
