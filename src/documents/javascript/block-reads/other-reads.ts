import type { BlockRead } from '../../block-read.js';
import type { Origin, Use } from '../answer/value.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { contentAsText } from './content-as-text.js';
import { indexedRead } from './indexed-read.js';

/** Where an answer is read as if nothing stood before its text, and no first block is picked: all blocks at once, or the first one of a stream. */
export function otherRead(
  tree: SyntaxTree,
  { node: { range: call } }: CallSite,
  { dialect }: Origin,
  use: Use,
): BlockRead | null {
  const write = ({ range }: Node) => tree.text.slice(...range);
  const shared = { call, dialect, typing: 'library', mend: null } as const;
  const whole = dialect === 'langChain' ? contentAsText(tree, use) : null;
  if (whole) return { ...shared, range: whole.range, list: write(whole), guard: null, isWhole: true };
  const indexed = indexedRead(tree, use);
  return indexed && { ...shared, range: indexed.at.range, list: write(indexed.stream), guard: 'kind' };
}
