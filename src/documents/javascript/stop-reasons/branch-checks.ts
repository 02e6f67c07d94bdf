import { isSuccess } from '../../../catalog/stop-reasons.js';
import { isWithin } from '../answer/functions.js';
import type { Node } from '../syntax-tree.js';
import { unwrap } from '../unwrap.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import type { Decision } from './decision.js';
import { type Effect, effectOf, finishedValue } from './effect-of.js';
import { courseOf } from './flow-after.js';
import { guardBefore } from './guard-place.js';
import { chainOf, othersOf } from './if-chain.js';
import { statementAround } from './line-place.js';

/** If-chains and conditionals of which the rest takes every other reason for a finished answer. */
export function* branchChecks(context: CheckContext): Iterable<Draft> {
  const seen = new Set<Node>();
  const reported: Node[] = [];
  for (const decision of inOrder(context.decisions)) {
    const { holder } = decision;
    if (holder.type !== 'IfStatement' && holder.type !== 'ConditionalExpression') continue;
    const group = groupOf(context, decision);
    const [first] = group.decisions;
    if (!first || seen.has(group.head)) continue;
    seen.add(group.head);
    const check = checkOf(context, group, first);
    // `if (…) return …; if (…) return …; return 'stop'`: one chain, written in steps.
    if (check && reported.some((head) => areSteps(context, head, group.head))) continue;
    if (check) reported.push(group.head);
    yield { key: first.test, check };
  }
}

function areSteps({ tree }: CheckContext, earlier: Node, later: Node): boolean {
  return (
    earlier.type === 'IfStatement' && later.type === 'IfStatement' && tree.parentOf(earlier) === tree.parentOf(later)
  );
}

interface Group {
  readonly head: Node;
  /** The tests of one chain, as they are written. */
  readonly decisions: readonly Decision[];
  readonly effect: Effect;
}

function groupOf(context: CheckContext, decision: Decision): Group {
  const { tree, trace } = context;
  const { holder } = decision;
  if (holder.type === 'ConditionalExpression') return conditionalGroup(context, decision);
  if (holder.type !== 'IfStatement')
    return { head: holder, decisions: [], effect: { others: 'unknown', becomes: null } };
  if (!decision.isPositive) {
    const effect = effectOf(tree, courseOf(tree, holder.consequent, holder), trace.uses);
    return { head: holder, decisions: inOrder(context.decisions.filter((each) => each.holder === holder)), effect };
  }
  const chain = chainOf(tree, holder);
  const members = context.decisions.filter(
    (each) => each.isPositive && each.holder.type === 'IfStatement' && chainOf(tree, each.holder).head === chain.head,
  );
  return { head: chain.head, decisions: inOrder(members), effect: effectOf(tree, othersOf(tree, chain), trace.uses) };
}

function conditionalGroup(context: CheckContext, decision: Decision): Group {
  const { tree, trace } = context;
  let head = decision.holder;
  for (
    let parent = tree.parentOf(head);
    parent?.type === 'ConditionalExpression' && parent.alternate === head;
    parent = tree.parentOf(head)
  )
    head = parent;
  let last: Node = decision.holder;
  while (last.type === 'ConditionalExpression' && unwrap(last.alternate).type === 'ConditionalExpression')
    last = unwrap(last.alternate);
  const rest = last.type !== 'ConditionalExpression' ? last : decision.isPositive ? last.alternate : last.consequent;
  const decisions = context.decisions.filter(
    (each) => each.holder.type === 'ConditionalExpression' && isWithin(each.holder, head),
  );
  const finished = finishedValue(rest);
  const isWritten = trace.uses.some(({ role, node }) => role === 'written' && isWithin(node, rest));
  const effect: Effect = finished
    ? { others: 'success', becomes: tree.text.slice(...finished.range) }
    : { others: isWritten ? 'success' : 'unknown', becomes: null };
  return { head, decisions: inOrder(decisions), effect };
}

function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.toSorted((a, b) => a.test.range[0] - b.test.range[0]);
}

function checkOf(context: CheckContext, { head, decisions, effect }: Group, first: Decision) {
  const { others, becomes } = effect;
  if (context.isCovered || context.missing.length === 0 || (others !== 'success' && others !== 'ignored')) return null;
  const words = decisions.flatMap((decision) => decision.words);
  // A test of reasons that are no success guards against them; whatever else comes is another question.
  if (becomes === null && !words.some(({ value }) => isSuccess(context.vocabulary, value))) return null;
  if (!words.some(({ value }) => Object.hasOwn(context.vocabulary.reasons, value))) return null;
  const statement = head.type === 'IfStatement' ? head : statementAround(context.tree, head);
  return describe(context, {
    shape: 'branch',
    range: first.test.range,
    reason: first.use.node,
    handled: words.map(({ value, node }) => ({ value, range: node.range })),
    others,
    becomes,
    mend: statement && guardBefore(context, statement, first.use, first.before),
  });
}
