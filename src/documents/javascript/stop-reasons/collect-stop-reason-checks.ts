import type { StopReasonCheck } from '../../stop-reason-check.js';
import { otherTraces } from '../answer/other-traces.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Trace } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { branchChecks } from './branch-checks.js';
import { type CheckContext, checkContext, type Draft } from './check-context.js';
import { fallbackChecks } from './fallback-checks.js';
import { impossibleChecks } from './impossible-checks.js';
import { lookupChecks } from './lookup-checks.js';
import { loopChecks } from './loop-checks.js';
import { matchChecks } from './match-checks.js';
import { misreadChecks } from './misread-checks.js';
import { withSharedMends } from './shared-mends.js';
import { silentChecks } from './silent-checks.js';
import { switchChecks } from './switch-checks.js';

const collectors: readonly ((context: CheckContext) => Iterable<Draft>)[] = [
  switchChecks,
  matchChecks,
  loopChecks,
  branchChecks,
  lookupChecks,
  fallbackChecks,
  impossibleChecks,
  misreadChecks,
  silentChecks,
];

/** Every place of a file that decides by a stop reason, and every answer that is used without one. */
export function collectStopReasonChecks(
  tree: SyntaxTree,
  sites: readonly CallSite[],
  reach: Reach,
): readonly StopReasonCheck[] {
  if (sites.length === 0 && !/stop_?reason|guardrail_intervened/i.test(tree.text)) return [];
  if (isTestSource(tree)) return [];
  const own = sites.map((site) => traceOfSite(site, tree, reach));
  const traces = [...own, ...otherTraces(tree, own, reach)].filter(({ origin }) => !origin.isForeign);
  return settled(tree, traces, reach);
}

const ranks: Readonly<Record<Trace['origin']['basis'], number>> = { call: 2, type: 1, shape: 0 };

/** Code that several answers come through is judged by the surest of them, and reported when one of these gets through. */
function settled(tree: SyntaxTree, traces: readonly Trace[], reach: Reach): readonly StopReasonCheck[] {
  const verdicts = new Map<string, { rank: number; check: StopReasonCheck | null }>();
  for (const trace of traces) {
    const context = checkContext(tree, trace, reach);
    const rank = ranks[trace.origin.basis];
    for (const { key, check } of context
      ? withSharedMends(
          tree,
          collectors.flatMap((collect) => [...collect(context)]),
        )
      : []) {
      const name = keyOf(key);
      const known = verdicts.get(name);
      const isImpossible = check?.shape === 'impossible' || known?.check?.shape === 'impossible';
      if (
        !known ||
        known.rank < rank ||
        (known.rank === rank && (isImpossible ? check === null : known.check === null))
      )
        verdicts.set(name, { rank, check });
    }
  }
  return [...verdicts.values()]
    .flatMap(({ check }) => (check ? [check] : []))
    .toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function keyOf({ range, type }: Node) {
  return `${type} ${String(range[0])} ${String(range[1])}`;
}
