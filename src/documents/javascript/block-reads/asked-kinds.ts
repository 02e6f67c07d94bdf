import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** The kinds that code asks a block for: `block.type === 'text'`, `switch (block.type) { case 'text': … }`, where `member` is `block.type`; `null` where nobody can tell. */
export function askedKinds(tree: SyntaxTree, member: Node): readonly string[] | null {
  const chain = tree.parentOf(member);
  const node = chain?.type === 'ChainExpression' ? chain : member;
  const parent = tree.parentOf(node);
  if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator) && parent.left === node)
    return known([staticName(parent.right, true)]);
  if (parent?.type !== 'SwitchStatement' || parent.discriminant !== node) return null;
  return known(parent.cases.flatMap(({ test }) => (test ? [staticName(test, true)] : [])));
}

function known(kinds: readonly (string | null)[]): readonly string[] | null {
  const found = kinds.filter((kind) => kind !== null);
  return found.length === kinds.length ? found : null;
}
