import type { LastTurn } from '../../request.js';
import type { Reach } from '../reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax-tree.js';

/** The turn that the conversation of a call ends with; `null` where only the running program knows it. */
export function lastTurnOf(_site: CallSite, _tree: SyntaxTree, _reach: Reach): LastTurn | null {
  return null;
}
