import { declaredWith } from '../modules/bindings.js';
import { callsOf } from '../values/callers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { conditionOf } from './condition-of.js';
import { functionAround, isCallable } from '../syntax/functions.js';

/** The conditions on which code runs, or a value gets to where it is used. */
export type Circumstance =
  | { readonly kind: 'test'; readonly tree: SyntaxTree; readonly node: Node; readonly holds: boolean }
  /** One of these texts is what a `switch` looks at; `holds` is false for its default. */
  | {
      readonly kind: 'case';
      readonly tree: SyntaxTree;
      readonly node: Node;
      readonly cases: readonly Node[];
      readonly holds: boolean;
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Circumstance[] };

/** A value handed from name to name and from function to function further than this is not followed. */
const deepest = 5;
/** What more places use is for all of them. */
const mostUses = 8;

const known = new WeakMap<Node, Circumstance | 'always'>();

/** On what a node is reached, and what it makes gets to a call: branches, early exits, the uses of its name, the calls of its function; `null` for always. */
export function runsWhere(tree: SyntaxTree, node: Node, depth = 0): Circumstance | null {
  const memo = known.get(node);
  if (memo !== undefined) return memo === 'always' ? null : memo;
  if (depth > deepest) return null;
  known.set(node, 'always');
  const found = climb(tree, node, depth);
  known.set(node, found ?? 'always');
  return found;
}

function climb(tree: SyntaxTree, start: Node, depth: number): Circumstance | null {
  const found: Circumstance[] = [];
  const add = (circumstance: Circumstance | null) => {
    if (circumstance) found.push(circumstance);
  };
  let inner = start;
  for (let parent = tree.parentOf(inner); parent; inner = parent, parent = tree.parentOf(inner)) {
    add(branchAround(tree, parent, inner));
    if (parent.type === 'BlockStatement' || parent.type === 'Program')
      found.push(...exitsBefore(tree, parent.body, inner));
    if (parent.type === 'SwitchCase') add(caseAround(tree, parent));
    if (parent.type === 'VariableDeclarator' && parent.init === inner) add(usedWhere(tree, parent.id, depth));
    if (isCallable(parent)) {
      add(calledWhere(tree, parent, depth));
      break;
    }
  }
  return joined('all', found);
}

function branchAround(tree: SyntaxTree, parent: Node, inner: Node): Circumstance | null {
  const node = conditionOf(parent, inner);
  if (!node) return null;
  // What stands behind `??` is there where the other is missing: that is no question about it.
  if (parent.type === 'LogicalExpression' && parent.operator === '??') return null;
  const isOther =
    (parent.type === 'LogicalExpression' && parent.operator === '||') ||
    ('alternate' in parent && parent.alternate === inner);
  return { kind: 'test', tree, node, holds: !isOther };
}

/** `if (…) return …;` in front of a statement. */
function exitsBefore(tree: SyntaxTree, statements: readonly Node[], inner: Node): readonly Circumstance[] {
  const found: Circumstance[] = [];
  for (const statement of statements) {
    if (statement === inner) break;
    if (statement.type === 'IfStatement' && !statement.alternate && leaves(statement.consequent))
      found.push({ kind: 'test', tree, node: statement.test, holds: false });
  }
  return found;
}

function leaves(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && leaves(last);
  }
  return (
    statement.type === 'ReturnStatement' ||
    statement.type === 'ThrowStatement' ||
    statement.type === 'ContinueStatement'
  );
}

function caseAround(tree: SyntaxTree, inner: Node): Circumstance | null {
  const parent = tree.parentOf(inner);
  if (parent?.type !== 'SwitchStatement' || inner.type !== 'SwitchCase') return null;
  const { cases, discriminant: node } = parent;
  const tests = (all: typeof cases) => all.flatMap(({ test }) => test ?? []);
  if (!inner.test) return { kind: 'case', tree, node, cases: tests(cases), holds: false };
  const index = cases.indexOf(inner);
  const first = cases.slice(0, index).findLastIndex(({ consequent }) => consequent.length > 0) + 1;
  return { kind: 'case', tree, node, cases: tests(cases.slice(first, index + 1)), holds: true };
}

/** What a constant holds is used where its name is read as a whole. */
function usedWhere(tree: SyntaxTree, name: Node, depth: number): Circumstance | null {
  const variable = name.type === 'Identifier' ? tree.variableOf(name) : null;
  if (!variable || !declaredWith(variable)) return null;
  const uses = variable.references
    .filter(({ init, identifier }) => init !== true && !isReadInside(tree, identifier))
    .map(({ identifier }) => identifier);
  return anyOf(tree, uses, depth);
}

function isReadInside(tree: SyntaxTree, identifier: Node) {
  const parent = tree.parentOf(identifier);
  if (parent?.type === 'MemberExpression') return parent.object === identifier;
  return parent?.type === 'TSAsExpression' && tree.parentOf(parent)?.type === 'MemberExpression';
}

function calledWhere(tree: SyntaxTree, callable: Node, depth: number): Circumstance | null {
  // A function written where it is called runs where that stands.
  const calls = callsOf(tree, callable);
  if (calls) return anyOf(tree, calls, depth);
  const parent = tree.parentOf(callable);
  const isCallback = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  return isCallback && functionAround(tree, callable) ? runsWhere(tree, callable, depth + 1) : null;
}

function anyOf(tree: SyntaxTree, nodes: readonly Node[], depth: number): Circumstance | null {
  if (nodes.length === 0 || nodes.length > mostUses) return null;
  const all = nodes.map((node) => runsWhere(tree, node, depth + 1));
  return all.includes(null)
    ? null
    : joined(
        'any',
        all.flatMap((each) => each ?? []),
      );
}

function joined(kind: 'all' | 'any', found: readonly Circumstance[]): Circumstance | null {
  const [only, another] = found;
  return another ? { kind, of: found } : (only ?? null);
}
