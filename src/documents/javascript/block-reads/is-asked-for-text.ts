import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { askedKinds } from './asked-kinds.js';

/** `block.type === 'text'`, where `member` is `block.type`. */
export function isAskedForText(tree: SyntaxTree, member: Node): boolean {
  const chain = tree.parentOf(member);
  const asking = chain?.type === 'ChainExpression' ? tree.parentOf(chain) : chain;
  return asking?.type === 'BinaryExpression' && askedKinds(tree, member)?.[0] === 'text';
}
