import type { Use } from '../answer/value.js';
import { conditionOf } from '../request/condition-of.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** The text of a stream that code takes from its first block alone: `if (event.contentBlockDelta?.contentBlockIndex === 0) write(event.contentBlockDelta.delta.text)`. */
export interface IndexedRead {
  readonly at: Node;
  /** What the events come from. */
  readonly stream: Node;
}

export function indexedRead(tree: SyntaxTree, { role, value, at }: Use): IndexedRead | null {
  if (role !== 'member' || value.loop?.type !== 'ForOfStatement' || at.type !== 'MemberExpression') return null;
  if (staticName(at.property, at.computed) !== 'text') return null;
  let inner: Node = at;
  for (
    let parent = tree.parentOf(inner);
    parent && inner !== value.loop;
    inner = parent, parent = tree.parentOf(inner)
  ) {
    const isOther = 'alternate' in parent && parent.alternate === inner;
    const isAnd = parent.type !== 'LogicalExpression' || parent.operator === '&&';
    const test = isOther || !isAnd ? null : conditionOf(parent, inner);
    if (test && operandsOf(test).some(asksForFirst)) return { at, stream: value.loop.right };
  }
  return null;
}

/** Of tests that all must hold. */
function operandsOf(written: Node): readonly Node[] {
  const test = unwrap(written);
  return test.type === 'LogicalExpression' && test.operator === '&&'
    ? [...operandsOf(test.left), ...operandsOf(test.right)]
    : [test];
}

/** `event.index === 0` */
function asksForFirst(test: Node): boolean {
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return false;
  const [index, number] = [test.left, test.right].map((side) => unwrap(side)) as [Node, Node];
  const name = index.type === 'MemberExpression' ? staticName(index.property, index.computed) : null;
  return (name === 'index' || name === 'contentBlockIndex') && number.type === 'Literal' && number.value === 0;
}
