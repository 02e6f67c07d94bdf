import type { Prompt } from '../../prompt.js';
import type { Reach } from '../objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax-tree.js';

/** The prompt a call sends, as far as it is written down; `null` where its request can't be seen. */
export function promptOf(_site: CallSite, _tree: SyntaxTree, _reach: Reach): Prompt | null {
  return null;
}
