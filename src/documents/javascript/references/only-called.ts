import type { CallSites } from '../calls/call-sites.js';
import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';
import { isExported } from './flow.js';
import { isRequestedEntry } from './requested-entry.js';

/**
 * Whether code does no more with the list that an ID stands in than go through it and call each model, as a script does that tries them all: no ID
 * from elsewhere is looked up there.
 */
export function isOnlyCalled(tree: SyntaxTree, entry: Node, calls: CallSites): boolean {
  const list = listAround(tree, entry);
  if (!list) return false;
  const holder = tree.parentOf(list);
  if (holder?.type !== 'VariableDeclarator') return isGoneThrough(tree, list) && isRequestedEntry(tree, entry, calls);
  const variable = holder.id.type === 'Identifier' ? tree.variableOf(holder.id) : null;
  if (!variable || isExported(tree, variable)) return false;
  const uses = variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
  return uses.every((use) => isGoneThrough(tree, use)) && isRequestedEntry(tree, entry, calls);
}

/** The list that an ID is an element of, or that has it in a row. */
function listAround(tree: SyntaxTree, entry: Node): Node | null {
  const value = wrapped(tree, entry);
  const property = tree.parentOf(value);
  const row = property?.type === 'Property' && property.value === value ? tree.parentOf(property) : null;
  const element = row ? wrapped(tree, row) : value;
  const list = tree.parentOf(element);
  return list?.type === 'ArrayExpression' ? wrapped(tree, list) : null;
}

/** `for (const model of list)`, `list.forEach(…)`, `list.map(async …)`, where the elements are compared with nothing. */
function isGoneThrough(tree: SyntaxTree, list: Node): boolean {
  const value = wrapped(tree, list);
  const user = tree.parentOf(value);
  if (user?.type === 'ForOfStatement' && user.right === value) {
    const declared = user.left.type === 'VariableDeclaration' ? user.left.declarations[0].id : null;
    return declared !== null && areLeftAlone(tree, declared);
  }
  if (user?.type !== 'MemberExpression' || user.object !== value) return false;
  const name = staticName(user.property, user.computed);
  if (name === 'length') return true;
  const call = tree.parentOf(user);
  const [first] = call?.type === 'CallExpression' && call.callee === user ? call.arguments : [];
  const callback = first && unwrap(first);
  if (!callback || !isCallable(callback) || !(name === 'forEach' || (name === 'map' && callback.async))) return false;
  const [element] = callback.params;
  return element !== undefined && areLeftAlone(tree, element);
}

function areLeftAlone(tree: SyntaxTree, pattern: Node): boolean {
  const names = namesIn(pattern);
  return names.every((name) =>
    (tree.variableOf(name)?.references ?? []).every((each) => isLeftAlone(tree, each.identifier)),
  );
}

function namesIn(pattern: Node): readonly Node[] {
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) => (property.type === 'Property' ? namesIn(property.value) : []));
}

const lookups = /^(?:includes|indexOf|lastIndexOf|has|get|set|add|delete|localeCompare|push|find|filter)$/;

/** Nothing decides by what is read off an element, and nothing keeps it. */
function isLeftAlone(tree: SyntaxTree, name: Node): boolean {
  let node = name;
  let parent = tree.parentOf(node);
  while (parent?.type === 'MemberExpression' && parent.object === node) {
    node = parent;
    parent = tree.parentOf(node);
  }
  switch (parent?.type) {
    case 'BinaryExpression':
      return !/^[!=]==?$/.test(parent.operator) || parent.left.type === 'Literal' || parent.right.type === 'Literal';
    case 'CallExpression': {
      if (parent.callee === node) return true;
      const callee = unwrap(parent.callee);
      return callee.type !== 'MemberExpression' || !lookups.test(staticName(callee.property, callee.computed) ?? '');
    }
    case 'MemberExpression':
    case 'SwitchStatement':
    case 'AssignmentExpression':
      return false;
    default:
      return true;
  }
}
