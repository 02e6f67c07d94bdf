import type { StopReasonCheck } from '../../stop-reason-check.js';
import type { Reach } from '../objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax-tree.js';

/** Every place of a file that decides by a stop reason, and every answer that is used without one. */
export function collectStopReasonChecks(
  _tree: SyntaxTree,
  _sites: readonly CallSite[],
  _reach: Reach,
): readonly StopReasonCheck[] {
  return [];
}
