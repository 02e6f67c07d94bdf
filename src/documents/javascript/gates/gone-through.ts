import type { ModelGate } from '../../facts.js';
import { pickedPath } from '../modules/bindings.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { type Element, partOf, rowsOf } from './rows.js';

/** What a name stands for, one after the other, while code goes through a list or a table that is written out. */
export interface GoneThrough {
  readonly elements: readonly Element[];
  /** What the code learns where one of them matches; nothing but a yes where it only asks whether any does. */
  readonly yields: ModelGate['yields'];
}

/** A longer table is data that no person goes through to mend a test. */
const mostElements = 400;

/** `for (const [part, price] of Object.entries(PRICES))`, `PARTS.some((part) => …)`, `RULES.find((rule) => … rule.part …)` */
export function goneThrough(place: Located, reach: Reach): GoneThrough | null {
  const found = sourceOf(place.tree, place.node);
  const rows = found && rowsOf({ tree: place.tree, node: found.list }, found.takes, reach);
  if (!rows || rows.length > mostElements) return null;
  const elements = rows.map((row) => partOf(row, found.path, reach)).filter((element) => element !== null);
  if (elements.length < rows.length) return null;
  const isTable = found.path.length > 0 || rows.some(({ isOfTable }) => isOfTable);
  const yields = found.isAsked ? undefined : isTable ? 'entry' : 'pattern';
  return { elements, yields };
}

interface Source {
  readonly list: Node;
  /** The members of an element that the name stands for. */
  readonly path: readonly string[];
  readonly takes: 'elements' | 'keys';
  readonly isAsked: boolean;
}

const takers = /^(?:find|findLast|findIndex|findLastIndex|filter|some|every|forEach|map|flatMap)$/;

function sourceOf(tree: SyntaxTree, written: Node): Source | null {
  const node = unwrap(written);
  if (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed);
    return below(sourceOf(tree, node.object), name === null ? null : [name]);
  }
  const definition = node.type === 'Identifier' ? tree.variableOf(node)?.defs : undefined;
  const [declared, another] = definition ?? [];
  if (!declared || another) return null;
  if (declared.node.type === 'VariableDeclarator') {
    const path = pathIn(declared.node.id, declared.name);
    return below(declared.node.init ? sourceOf(tree, declared.node.init) : loopOf(tree, declared.node), path);
  }
  return declared.type === 'Parameter' ? callbackOf(tree, declared.node, declared.name) : null;
}

function below(source: Source | null, path: readonly string[] | null): Source | null {
  return source && path && { ...source, path: [...source.path, ...path] };
}

function loopOf(tree: SyntaxTree, declarator: Node): Source | null {
  const declaration = tree.parentOf(declarator);
  const loop = declaration && tree.parentOf(declaration);
  if ((loop?.type !== 'ForOfStatement' && loop?.type !== 'ForInStatement') || loop.left !== declaration) return null;
  return { list: loop.right, path: [], takes: loop.type === 'ForInStatement' ? 'keys' : 'elements', isAsked: false };
}

function callbackOf(tree: SyntaxTree, callable: Node, name: Node): Source | null {
  const call = tree.parentOf(callable);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== callable) return null;
  const callee = unwrap(call.callee);
  const [element] = 'params' in callable ? callable.params : [];
  if (callee.type !== 'MemberExpression' || !element) return null;
  const method = staticName(callee.property, callee.computed) ?? '';
  if (!takers.test(method)) return null;
  return below({ list: callee.object, path: [], takes: 'elements', isAsked: method === 'some' }, pathIn(element, name));
}

/** `[part]` and `[, price]` of an entry, `{ part }` of a row. */
function pathIn(pattern: Node, name: Node): readonly string[] | null {
  if (pattern.type !== 'ArrayPattern') return pickedPath(pattern, name);
  for (const [index, element] of pattern.elements.entries()) {
    const path = element && pickedPath(element, name);
    if (path) return [String(index), ...path];
  }
  return null;
}
