import { pickedPath } from '../modules/bindings.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** What a name stands for an element of, while code goes through it. */
export interface ElementSource {
  readonly list: Node;
  /** The members of an element that the name stands for. */
  readonly path: readonly string[];
  readonly takes: 'elements' | 'keys';
  /** The code only asks whether any does. */
  readonly isAsked: boolean;
}

const takers = /^(?:find|findLast|findIndex|findLastIndex|filter|some|every|forEach|map|flatMap)$/;

/** `m` of `MODELS.some((m) => …)`, `part` of `for (const [part, price] of …)`, `({ id }) => …`, and members of them. */
export function elementSource(tree: SyntaxTree, written: Node): ElementSource | null {
  const node = unwrap(written);
  if (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed);
    return below(elementSource(tree, node.object), name === null ? null : [name]);
  }
  const definition = node.type === 'Identifier' ? tree.variableOf(node)?.defs : undefined;
  const [declared, another] = definition ?? [];
  if (!declared || another) return null;
  if (declared.node.type === 'VariableDeclarator') {
    const path = pathIn(declared.node.id, declared.name);
    return below(declared.node.init ? elementSource(tree, declared.node.init) : loopOf(tree, declared.node), path);
  }
  return declared.type === 'Parameter' ? callbackOf(tree, declared.node, declared.name) : null;
}

function below(source: ElementSource | null, path: readonly string[] | null): ElementSource | null {
  return source && path && { ...source, path: [...source.path, ...path] };
}

function loopOf(tree: SyntaxTree, declarator: Node): ElementSource | null {
  const declaration = tree.parentOf(declarator);
  const loop = declaration && tree.parentOf(declaration);
  if ((loop?.type !== 'ForOfStatement' && loop?.type !== 'ForInStatement') || loop.left !== declaration) return null;
  return { list: loop.right, path: [], takes: loop.type === 'ForInStatement' ? 'keys' : 'elements', isAsked: false };
}

function callbackOf(tree: SyntaxTree, callable: Node, name: Node): ElementSource | null {
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
