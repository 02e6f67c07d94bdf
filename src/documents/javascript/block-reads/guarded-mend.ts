import type { BlockMend } from '../../block-read.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { choiceMend } from './choice-mend.js';
import type { FirstBlock } from './first-block.js';
import { namedMend } from './named-mend.js';

/** Where a first block without a name is asked whether it is a text, and the first one that is can be taken instead; `null` where that needs a person. */
export function guardedMend(tree: SyntaxTree, first: FirstBlock, at: Node): BlockMend | null {
  if (first.variable || first.place.type === 'ArrayPattern' || at.type !== 'MemberExpression' || at.computed)
    return null;
  return choiceMend(tree, first, at) ?? namedMend(tree, first);
}
