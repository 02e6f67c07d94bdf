import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { type Course, courseOf } from './flow-after.js';

/** `if … else if … else`: its first statement, and its last `else`. */
export interface IfChain {
  readonly head: Node;
  readonly last: Node;
  readonly otherwise: Node | null;
}

export function chainOf(tree: SyntaxTree, statement: Node): IfChain {
  let head = statement;
  for (
    let parent = tree.parentOf(head);
    parent?.type === 'IfStatement' && parent.alternate === head;
    parent = tree.parentOf(head)
  )
    head = parent;
  let last = statement;
  while (last.type === 'IfStatement' && last.alternate?.type === 'IfStatement') last = last.alternate;
  return { head, last, otherwise: last.type === 'IfStatement' ? last.alternate : null };
}

/** What runs for everything that no test of a chain names. */
export function othersOf(tree: SyntaxTree, chain: IfChain): Course {
  return courseOf(tree, chain.otherwise, chain.head);
}
