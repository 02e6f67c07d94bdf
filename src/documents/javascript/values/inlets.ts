import { declaredWith } from '../modules/bindings.js';
import { classAround } from '../syntax/class-around.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';
import { memberName, parameterProperty, valueInClass } from './class-members.js';
import { constructorOf, isClass, type LocatedClass } from './class-named.js';
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
  for (const { tree, node } of spreadBehind(place)) addMember(tree, node.object, node.name, found);
  collect(place, reach, found);
  return [...found];
}

/** Whether an object that nobody can read is spread behind a property: its value may be another. */
export function isOverridable(place: Located): boolean {
  return spreadBehind(place).some(({ tree, node: { object } }) => parameterOrMember(tree, object));
}

/** `{ modelId: …, ...options }` */
function spreadBehind({ tree, node }: Located) {
  const property = tree.parentOf(wrapped(tree, node));
  const object = property?.type === 'Property' ? tree.parentOf(property) : null;
  const name = property?.type === 'Property' ? staticName(property.key, property.computed) : null;
  if (object?.type !== 'ObjectExpression' || name === null || !property) return [];
  return object.properties.flatMap((each) =>
    each.type === 'SpreadElement' && each.range[0] > property.range[0]
      ? [{ tree, node: { object: unwrap(each.argument), name } }]
      : [],
  );
}

/** What a caller gives, as far as one sees: the object is a parameter, or part of one. */
function parameterOrMember(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'MemberExpression') return true;
  return tree.variableOf(node)?.defs[0]?.type === 'Parameter';
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
        addMember(tree, unwrap(declared.value), name, found, (value) => {
          all(value);
        });
      return;
    }
    case 'MemberExpression': {
      const name = memberName(node.property, node.computed);
      if (name !== null)
        addMember(tree, unwrap(node.object), name, found, (value) => {
          all(value);
        });
    }
  }
}

/** `options.modelId`, `this.modelId`, `this.options.modelId` */
function addMember(tree: SyntaxTree, object: Node, name: string, found: Set<Inlet>, follow?: (value: Node) => void) {
  if (object.type === 'ThisExpression') {
    const owner = classOfThis(tree, object);
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
  const owner = classOfThis(tree, unwrap(object.object));
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

function classOfThis(tree: SyntaxTree, node: Node): LocatedClass | null {
  const body = classAround(tree, node);
  const owner = body && tree.parentOf(body);
  return isClass(owner) ? { tree, node: owner } : null;
}
