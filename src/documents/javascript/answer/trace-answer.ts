import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { bindTo, isName } from './bind.js';
import { step } from './step.js';
import type { Kind, Origin, Trace, Use, Value } from './value.js';
import { valueOf, type Walk } from './walk.js';

/** Where a value is there to begin with: an expression, or the name or pattern that is declared for it. */
export interface Start {
  readonly node: Node;
  readonly kind: Kind;
  readonly within?: readonly string[];
}

/** A question that takes longer has no answer. */
const maximumSteps = 4000;

/** Follows one answer through a file: to everything that is read off it, and to what is done with that. */
export function traceAnswer(tree: SyntaxTree, origin: Origin, starts: readonly Start[], reach: Reach): Trace {
  const uses: Use[] = [];
  const decodings = new Map<Node, Kind>();
  const pending: (readonly [Node, Value])[] = [];
  const seen = new Map<Node, Set<string>>();
  const walk: Walk = {
    tree,
    origin,
    reach,
    flow: (node, value) => {
      const key = [value.kind, ...value.within].join(' ');
      const keys = seen.get(node) ?? new Set();
      if (keys.has(key)) return;
      seen.set(node, keys.add(key));
      pending.push([node, value]);
    },
    decode: (call, value) => {
      decodings.set(call, value.kind);
      walk.flow(call, value);
    },
    use: (role, value, node, at) => uses.push({ role, value, node, at }),
  };
  for (const { node, kind, within = [] } of starts) {
    const value = valueOf(kind, within);
    if (isName(tree, node)) bindTo(walk, node, value, node);
    else walk.flow(node, value);
  }
  for (let steps = 0; steps < maximumSteps; steps++) {
    const next = pending.pop();
    if (!next) break;
    step(walk, ...next);
  }
  return { origin, uses, decodings };
}
