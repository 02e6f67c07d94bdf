import type { RequestFacts } from '../../request.js';
import type { Reach } from '../reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax-tree.js';

/** What the request of a call asks for beside its prompt; `null` where the request can't be seen. */
export function requestFactsOf(_site: CallSite, _tree: SyntaxTree, _reach: Reach): RequestFacts | null {
  return null;
}
