import { declaredWith, importedName } from '../modules/bindings.js';
import { memberOfClass, staticMember } from './class-members.js';
import { environmentName } from './environment-name.js';
import { resolveExport } from '../modules/modules.js';
import { isMemberWritten } from './mutations.js';
import { deeper, type Located, type Reach } from './reach.js';
import { returnedExpression } from './returned-expression.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

export type { Located, Reach } from './reach.js';
export { deeper } from './reach.js';

/** Follows identifiers, members, fields, calls of local helpers, assertions and imports of the project to the expression that is written out. */
export function definitionOf(place: Located, reach: Reach): Located | null {
  const next = deeper(reach);
  if (!next) return null;
  const node = unwrap(place.node);
  const here = { tree: place.tree, node };
  switch (node.type) {
    case 'Identifier':
      return definitionOfIdentifier(here, next);
    case 'MemberExpression':
      return definitionOfMember(here, next);
    case 'CallExpression':
      return definitionOfCall(here, next);
    case 'AwaitExpression':
      return definitionOf({ tree: place.tree, node: node.argument }, next);
    default:
      return here;
  }
}

/** Declarations that stand for themselves under their own name. */
const declares: ReadonlySet<string> = new Set(['TSEnumDeclaration', 'FunctionDeclaration', 'ClassDeclaration']);

function definitionOfIdentifier({ tree, node }: Located, reach: Reach): Located | null {
  const variable = tree.variableOf(node);
  if (!variable) return null;
  const declared = declaredWith(variable);
  const initial = declared ? definitionOfPath({ tree, node: declared.value }, declared.path, reach) : null;
  if (initial) return initial;
  if (environmentName(tree, node) !== null) return { tree, node };
  const definition = variable.defs[0];
  // A parameter is defined by the function that it belongs to.
  const named = definition?.type === 'Parameter' ? undefined : definition?.node;
  if (named && declares.has(named.type) && 'id' in named && named.id === definition?.name) return { tree, node: named };
  const imported = importedName(tree, node);
  const [name, ...path] = imported?.path ?? [];
  return imported && name !== undefined ? definitionOfExport(tree, imported.module, name, path, reach) : null;
}

function definitionOfExport(
  tree: SyntaxTree,
  module: string,
  name: string,
  path: readonly string[],
  reach: Reach,
): Located | null {
  const exported = resolveExport(reach.modules, tree.path, module, name);
  return exported?.kind === 'expression' ? definitionOfPath(exported, path, reach) : null;
}

function definitionOfPath(owner: Located, path: readonly string[], reach: Reach): Located | null {
  const [name, ...rest] = path;
  const definition = definitionOf(owner, reach);
  if (name === undefined || !definition) return definition;
  const member = writtenMember(definition, name, reach);
  return member ? definitionOfPath(member, rest, reach) : null;
}

function definitionOfMember({ tree, node }: Located, reach: Reach): Located | null {
  if (node.type !== 'MemberExpression') return null;
  if (node.object.type === 'ThisExpression') {
    const value = memberOfClass(tree, node);
    return value ? definitionOf({ tree, node: value }, reach) : null;
  }
  const name = staticName(node.property, node.computed);
  if (name === null) return null;
  // What the environment says stands for itself.
  if (environmentName(tree, node) !== null) return { tree, node };
  const namespace = importedName(tree, node.object);
  if (namespace?.path.length === 0) return definitionOfExport(tree, namespace.module, name, [], reach);
  return definitionOfPath({ tree, node: node.object }, [name], reach);
}

/** A call of a helper that comes down to one expression is that expression; any other call stands for itself. */
function definitionOfCall(place: Located, reach: Reach): Located | null {
  const { tree, node } = place;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const frozen = isObjectFreeze(tree, callee) ? node.arguments[0] : undefined;
  if (frozen) return definitionOf({ tree, node: frozen }, reach);
  if (callee.type !== 'Identifier' && !isOwnMember(callee)) return place;
  const target = definitionOf({ tree, node: callee }, reach);
  const returned = target ? returnedExpression(target.node) : null;
  return target && returned ? definitionOf({ tree: target.tree, node: returned }, reach) : place;
}

function isOwnMember(callee: Node) {
  return callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression';
}

function isObjectFreeze(tree: SyntaxTree, callee: Node) {
  if (callee.type !== 'MemberExpression' || staticName(callee.property, callee.computed) !== 'freeze') return false;
  return (
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    (tree.variableOf(callee.object)?.defs.length ?? 0) === 0
  );
}

/** What stands under a name in an object, a list, an enum or a class that is written out; of an object's spreads the last one wins. */
export function writtenMember(owner: Located, name: string, reach: Reach): Located | null {
  const { tree, node } = owner;
  switch (node.type) {
    case 'ObjectExpression': {
      const property = propertyOf(owner, name, reach);
      return property && { tree: property.tree, node: property.value };
    }
    case 'ArrayExpression': {
      const index = /^\d{1,6}$/.test(name) ? Number(name) : -1;
      const element = node.elements[index];
      const isCounted = node.elements.slice(0, index).every((before) => before?.type !== 'SpreadElement');
      return element && element.type !== 'SpreadElement' && isCounted ? { tree, node: element } : null;
    }
    case 'TSEnumDeclaration': {
      const member = node.body.members.find(({ id }) => staticName(id, false) === name);
      return member?.initializer ? { tree, node: member.initializer } : null;
    }
    case 'ClassDeclaration':
    case 'ClassExpression': {
      if (node.id && isMemberWritten(tree, node.id, name)) return null;
      const value = staticMember(node, name);
      return value && { tree, node: value };
    }
    default:
      return null;
  }
}

export interface FoundProperty {
  readonly tree: SyntaxTree;
  readonly property: Node;
  readonly value: Node;
  /** The object literal the property is written in. */
  readonly container: Node;
  /** Written in the very object asked for, not in one that is spread into it. */
  readonly direct: boolean;
}

/** Finds a property of an object expression, looking through spreads of objects that are known. */
export function propertyOf(owner: Located, name: string, reach: Reach): FoundProperty | null {
  const { tree, node } = owner;
  if (node.type !== 'ObjectExpression') return null;
  const { named, spreads } = shapeOf(node);
  const own = named.get(name);
  for (const spread of spreads) {
    if (own && spread.range[0] < own.property.range[0]) break;
    const next = deeper(reach);
    const object = next ? definitionOf({ tree, node: spread }, next) : null;
    const inner = object && next ? propertyOf(object, name, next) : null;
    if (inner) return { ...inner, direct: false };
  }
  return own ? { tree, ...own, container: node, direct: true } : null;
}

interface ObjectShape {
  readonly named: ReadonlyMap<string, { readonly property: Node; readonly value: Node }>;
  /** What is spread into the object, the last first. */
  readonly spreads: readonly Node[];
}

const shapes = new WeakMap<Node, ObjectShape>();

/** A table may have thousands of rows and be asked for as many of them. */
function shapeOf(object: Node): ObjectShape {
  const known = shapes.get(object);
  if (known) return known;
  const named = new Map<string, { property: Node; value: Node }>();
  const spreads: Node[] = [];
  for (const property of object.type === 'ObjectExpression' ? object.properties : []) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    if (property.type === 'SpreadElement') spreads.push(property.argument);
    else if (name !== null) named.set(name, { property, value: property.value });
  }
  const shape = { named, spreads: spreads.reverse() };
  shapes.set(object, shape);
  return shape;
}
