import { declaredWith, importedName } from '../modules/bindings.js';
import { memberOfClass } from '../values/class-members.js';
import { globalName } from '../syntax/globals.js';
import { resolveExport } from '../modules/modules.js';
import { writtenMember } from '../values/objects.js';
import { returnedAtEnd, returnedExpression } from '../values/returned-expression.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { bindArguments } from './bind-arguments.js';
import { isFieldChanged, isMemberWritten, mutationsOf } from '../values/mutations.js';
import { onlyArgumentOf } from './only-argument.js';
import { inside, mayGoOn, reached, type Reading, type Spot } from './spot.js';

/** Follows references until an expression that is none; a name nobody can follow stands for itself. */
export function resolve(start: Spot, reading: Reading): Spot {
  let spot = start;
  for (;;) {
    const next = follow(spot, reading);
    if (!next) return { ...spot, node: unwrap(spot.node) };
    spot = next;
  }
}

/** What a name, a member or the call of a helper stands for, one step on; `null` where that can't be told, or where it stands for itself. */
export function follow(spot: Spot, reading: Reading): Spot | null {
  const node = unwrap(spot.node);
  const here = { ...spot, node };
  switch (node.type) {
    case 'Identifier':
      return mayGoOn(spot, reading) ? followName(here, reading) : null;
    case 'MemberExpression':
      return mayGoOn(spot, reading) ? followMember(here, reading) : null;
    case 'CallExpression':
      return mayGoOn(spot, reading) ? followCall(here, reading) : null;
    case 'AwaitExpression':
      return inside(spot, node.argument);
    default:
      return null;
  }
}

function followName(spot: Spot, reading: Reading): Spot | null {
  const { tree, node, scope } = spot;
  const variable = tree.variableOf(node);
  const name = variable?.identifiers[0];
  if (!variable || !name) return null;
  const bound = scope.bindings.get(name);
  if (bound) return bound.kind === 'expression' ? deeperThan(bound.spot, spot) : null;
  const declared = declaredWith(variable);
  if (declared && importedName(tree, node) === null) {
    const value = reached(spot, { tree, node: declared.value });
    return value && memberAt(value, declared.path, reading);
  }
  const [definition] = variable.defs;
  if (variable.defs.length !== 1 || !definition) return null;
  if (isDeclaration(definition.node) && definition.node.id === definition.name)
    return definition.node === node ? null : reached(spot, { tree, node: definition.node });
  const argument = onlyArgumentOf(tree, definition);
  return argument ? reached(spot, { tree, node: argument }) : followImport(spot, reading);
}

function isDeclaration(node: Node) {
  return node.type === 'FunctionDeclaration' || node.type === 'TSEnumDeclaration' || node.type === 'ClassDeclaration';
}

/** What is bound was bound further out; the way to it counts all the same. */
function deeperThan(spot: Spot, { scope }: Spot): Spot {
  return { ...spot, scope: { ...spot.scope, depth: Math.max(spot.scope.depth, scope.depth) + 1 } };
}

function followImport(spot: Spot, reading: Reading): Spot | null {
  const imported = importedName(spot.tree, spot.node);
  const [name, ...path] = imported?.path ?? [];
  if (!imported || name === undefined) return null;
  const exported = resolveExport(reading.reach.modules, spot.tree.path, imported.module, name);
  const value = exported?.kind === 'expression' ? reached(spot, exported) : null;
  return value && memberAt(value, path, reading);
}

function memberAt(owner: Spot, path: readonly string[], reading: Reading): Spot | null {
  let spot: Spot | null = owner;
  for (const name of path) spot = spot && memberOf(spot, name, reading);
  return spot;
}

function followMember(spot: Spot, reading: Reading): Spot | null {
  const { tree, node } = spot;
  if (node.type !== 'MemberExpression') return null;
  if (node.object.type === 'ThisExpression') {
    const field = staticName(node.property, node.computed);
    const value = field !== null && isFieldChanged(tree, field) ? null : memberOfClass(tree, node);
    return value ? reached(spot, { tree, node: value }) : null;
  }
  const name =
    staticName(node.property, node.computed) ?? (node.computed ? keyOf(inside(spot, node.property), reading) : null);
  if (name === null) return null;
  return followImport(spot, reading) ?? memberOf(inside(spot, node.object), name, reading);
}

/** The text of a computed key that is a constant. */
function keyOf(spot: Spot, reading: Reading): string | null {
  return staticName(resolve(spot, reading).node, true);
}

/** A property of an object that is written out, an element of a list, a member of an enum, a static one of a class. */
function memberOf(owner: Spot, name: string, reading: Reading): Spot | null {
  if (isMemberWritten(owner.tree, owner.node, name)) return null;
  const object = resolve(owner, reading);
  const found = writtenMember(object, name, reading.reach);
  return found && reached(object, found);
}

/** A helper that comes down to one expression is that expression, with its parameters bound. */
function followCall(spot: Spot, reading: Reading): Spot | null {
  const { tree, node } = spot;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  const global = globalName(tree, callee);
  if (first && (global === 'Object.freeze' || global === 'structuredClone')) return inside(spot, first);
  if (!isCallable(callee)) return null;
  const target = resolve(inside(spot, callee), reading);
  const returned = returnedExpression(target.node) ?? returnedText(target);
  if (!returned) return null;
  reading.budget.left -= costOfCall;
  return reached(
    { ...target, scope: bindArguments(spot, node.arguments, target, reading) },
    { tree: target.tree, node: returned },
  );
}

/** The text or list that a helper builds in steps, of which some may be left out; an object that is written to on a condition can't be told. */
function returnedText({ tree, node }: Spot): Node | null {
  const returned = returnedAtEnd(node);
  const variable = returned && tree.variableOf(unwrap(returned));
  return variable && mutationsOf(tree, variable).every(({ kind }) => kind === 'method') ? returned : null;
}

/** Helpers that call one another double at every step; no prompt takes thousands of calls. */
const costOfCall = 20;

function isCallable(callee: Node) {
  return (
    callee.type === 'Identifier' ||
    callee.type === 'MemberExpression' ||
    callee.type === 'ArrowFunctionExpression' ||
    callee.type === 'FunctionExpression'
  );
}
