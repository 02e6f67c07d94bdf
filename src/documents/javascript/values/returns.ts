import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { functionAround } from '../syntax/functions.js';

const returns = new WeakMap<SyntaxTree, ReadonlyMap<Node, readonly Node[]>>();

/** Every expression a function may return; none for a generator, and for one that returns nothing. */
export function returnsOf(tree: SyntaxTree, callable: Node): readonly Node[] {
  if (
    callable.type !== 'ArrowFunctionExpression' &&
    callable.type !== 'FunctionExpression' &&
    callable.type !== 'FunctionDeclaration'
  )
    return [];
  if (callable.generator) return [];
  if (callable.body.type !== 'BlockStatement') return [callable.body];
  return returnsIn(tree).get(callable) ?? [];
}

function returnsIn(tree: SyntaxTree): ReadonlyMap<Node, readonly Node[]> {
  const known = returns.get(tree);
  if (known) return known;
  const found = new Map<Node, Node[]>();
  for (const statement of tree.all('ReturnStatement')) {
    const owner = functionAround(tree, statement);
    if (!owner || !statement.argument) continue;
    const list = found.get(owner);
    if (list) list.push(statement.argument);
    else found.set(owner, [statement.argument]);
  }
  returns.set(tree, found);
  return found;
}
