import type { GateGuard } from '../../gate-guard.js';
import type { Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { asksForModel } from './asks-for-model.js';
import { createConditions, type FoundAtom, type GateCondition } from './gate-condition.js';
import { governedParts } from './governed-parts.js';
import { wrapped } from '../syntax/unwrap.js';

/** Tells of each gate what the condition that it is a part of decides about; `null` where that is more than requests to the model it asks about. */
export function createGuards(
  tree: SyntaxTree,
  atoms: ReadonlyMap<Node, FoundAtom>,
  sites: readonly CallSite[],
  reach: Reach,
): (atom: FoundAtom) => GateGuard | null {
  const conditionOf = createConditions(tree, atoms);
  const known = new Map<Node, GateGuard | null>();
  return (atom) => {
    const condition = conditionOf(atom);
    const memo = known.get(condition.node);
    if (memo !== undefined) return memo;
    const guard = guardOf(tree, condition, sites, reach);
    known.set(condition.node, guard);
    return guard;
  };
}

function guardOf(
  tree: SyntaxTree,
  { node, test, subject, mayBeAbsent }: GateCondition,
  sites: readonly CallSite[],
  reach: Reach,
): GateGuard | null {
  const parts = governedParts(tree, node, subject);
  const [first] = parts ?? [];
  if (!parts || !first || parts.some(({ when }) => when !== first.when)) return null;
  const parent = tree.parentOf(node);
  return {
    test,
    range: node.range,
    negated: parent?.type === 'UnaryExpression' ? parent.range : null,
    isValue: isValue(tree, node),
    subject: tree.text.slice(...subject.range),
    mayBeAbsent,
    when: first.when,
    governs: parts.map((part) => ({
      range: part.node.range,
      calls: sites.filter((site) => asksForModel(tree, part.subject, site, reach)).map((site) => site.node.range),
    })),
  };
}

/** `const canThink = isNew && id.includes(…)`, `return id.includes(…)`: types may want a boolean there. */
function isValue(tree: SyntaxTree, start: Node): boolean {
  const parent = tree.parentOf(start);
  if (parent?.type === 'LogicalExpression') return isValue(tree, wrapped(tree, parent));
  return (
    parent?.type === 'VariableDeclarator' ||
    parent?.type === 'ReturnStatement' ||
    parent?.type === 'ArrowFunctionExpression'
  );
}
