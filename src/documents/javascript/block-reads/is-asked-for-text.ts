import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** `block.type === 'text'`, where `member` is `block.type`. */
export function isAskedForText(tree: SyntaxTree, member: Node): boolean {
  const chain = tree.parentOf(member);
  const node = chain?.type === 'ChainExpression' ? chain : member;
  const comparison = tree.parentOf(node);
  return (
    comparison?.type === 'BinaryExpression' &&
    /^[!=]==?$/.test(comparison.operator) &&
    comparison.left === node &&
    staticName(comparison.right, true) === 'text'
  );
}
