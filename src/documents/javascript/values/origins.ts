import type { Variable } from '@typescript-eslint/scope-manager';
import { declaredWith } from '../modules/bindings.js';
import { deeper, definitionOf, type Located, type Reach } from './objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { argumentsFor } from './callers.js';
import { returnsOf } from './returns.js';

/** A variable that a value goes through, and the place where it is read. */
export interface Passage {
  readonly tree: SyntaxTree;
  readonly variable: Variable;
  readonly use: Node;
}

/** An expression that a value may come from, as written. */
export interface Origin {
  readonly place: Located;
  /** The variables between it and the place asked about, the nearest to the origin first. */
  readonly passed: readonly Passage[];
}

/** A value with more origins than this is as good as unknown. */
const maximumOrigins = 16;

/**
 * Every expression a value may come from: through variables, branches, helpers of the file and its neighbours, and the
 * parameters of functions that only this file calls. What can't be followed stands for itself, and so does `a && b`
 * beside `b`: it may be nothing.
 */
export function originsOf(place: Located, reach: Reach): readonly Origin[] {
  const origins = follow(place, reach, []);
  return origins.length > maximumOrigins ? [{ place, passed: [] }] : origins;
}

function follow(place: Located, reach: Reach, seen: readonly Variable[]): readonly Origin[] {
  const node = unwrap(place.node);
  const here: Origin = { place: { tree: place.tree, node }, passed: [] };
  const next = deeper(reach);
  if (!next) return [here];
  const all = (...nodes: readonly Node[]) =>
    nodes.flatMap((each) => follow({ tree: place.tree, node: each }, next, seen));
  switch (node.type) {
    case 'AwaitExpression':
      return all(node.argument);
    case 'ConditionalExpression':
      return all(node.consequent, node.alternate);
    case 'LogicalExpression':
      return node.operator === '&&' ? [...all(node.right), here] : all(node.left, node.right);
    case 'Identifier':
      return followVariable(here, next, seen);
    case 'CallExpression':
      return followCall(here, next, seen);
    case 'MemberExpression': {
      const found = definitionOf(here.place, next);
      return found && found.node !== node ? follow(found, next, seen) : [here];
    }
    default:
      return [here];
  }
}

function followVariable(here: Origin, reach: Reach, seen: readonly Variable[]): readonly Origin[] {
  const { tree, node } = here.place;
  const variable = tree.variableOf(node);
  if (!variable || seen.includes(variable)) return [here];
  const within = [...seen, variable];
  const passage: Passage = { tree, variable, use: node };
  const values = valuesOf(tree, variable);
  if (values === null) {
    const found = definitionOf(here.place, reach);
    return found && found.node !== node ? passing(follow(found, reach, within), passage) : [here];
  }
  const origins = values.flatMap((value) => follow({ tree, node: value }, reach, within));
  return passing(origins, passage);
}

function passing(origins: readonly Origin[], passage: Passage): readonly Origin[] {
  return origins.map(({ place, passed }) => ({ place, passed: [...passed, passage] }));
}

/** What a variable is given, at its declaration, later, or by every caller; `null` where that is for others to find out. */
function valuesOf(tree: SyntaxTree, variable: Variable): readonly Node[] | null {
  const [definition, another] = variable.defs;
  if (!definition || another) return null;
  if (definition.type === 'Parameter') {
    return variable.references.some((reference) => reference.isWrite() && !reference.init)
      ? null
      : argumentsFor(tree, variable);
  }
  const { node } = definition;
  if (node.type !== 'VariableDeclarator' || node.id !== definition.name) return null;
  const declared = declaredWith(variable);
  if (declared) return [declared.value];
  const values: Node[] = node.init ? [node.init] : [];
  for (const { identifier, init } of variable.references.filter((reference) => reference.isWrite())) {
    if (init) continue;
    const value = assignedTo(tree, identifier);
    if (!value) return null;
    if (!extendsItself(tree, value, variable)) values.push(value);
  }
  return values.length > 0 ? values : null;
}

/** The right side of `name = …`; `null` for every other way to write to it. */
export function assignedTo(tree: SyntaxTree, identifier: Node): Node | null {
  const parent = tree.parentOf(identifier);
  return parent?.type === 'AssignmentExpression' &&
    parent.left === identifier &&
    /^(?:\?\?|\|\|)?=$/.test(parent.operator)
    ? parent.right
    : null;
}

/** `input = { ...input, system }` adds to an object rather than making another. */
export function extendsItself(tree: SyntaxTree, value: Node, variable: Variable): boolean {
  const object = unwrap(value);
  const [first] = object.type === 'ObjectExpression' ? object.properties : [];
  return first?.type === 'SpreadElement' && tree.variableOf(unwrap(first.argument)) === variable;
}

function followCall(here: Origin, reach: Reach, seen: readonly Variable[]): readonly Origin[] {
  const { tree, node } = here.place;
  if (node.type !== 'CallExpression') return [here];
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (argument && copiesArgument(tree, callee)) return follow({ tree, node: argument }, reach, seen);
  const target = definitionOf({ tree, node: callee }, reach);
  if (!target || target.node === callee) return [here];
  const returned = returnsOf(target.tree, target.node);
  if (returned.length === 0) return [here];
  return returned.flatMap((value) => follow({ tree: target.tree, node: value }, reach, seen));
}

/** `Object.freeze(x)` and `structuredClone(x)` are `x` as far as its properties go. */
function copiesArgument(tree: SyntaxTree, callee: Node) {
  if (callee.type === 'Identifier') return callee.name === 'structuredClone' && isGlobal(tree, callee);
  return (
    callee.type === 'MemberExpression' &&
    staticName(callee.property, callee.computed) === 'freeze' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    isGlobal(tree, callee.object)
  );
}

/** A name that nothing in the file declares. */
export function isGlobal(tree: SyntaxTree, identifier: Node): boolean {
  return (tree.variableOf(identifier)?.defs.length ?? 0) === 0;
}
