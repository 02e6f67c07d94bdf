import { isSuccess } from '../../../catalog/stop-reasons.js';
import { isWritten } from '../answer/walk.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { answerGuard } from './answer-guard.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import type { Decision } from './decision.js';
import { type Effect, effectOf } from './effect-of.js';
import { finishedValue } from './finished-value.js';
import { courseOf, statementsOf } from './flow-after.js';
import { guardAround, guardBefore } from './guard-place.js';
import { chainOf, othersOf } from './if-chain.js';
import { isWithin } from '../syntax/functions.js';

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
  const effect = effectOf(tree, othersOf(tree, chain), trace.uses);
  const preset = chain.otherwise || effect.becomes !== null ? null : presetWord(tree, holder.consequent);
  return {
    head: chain.head,
    decisions: inOrder(members),
    effect:
      preset && (effect.others === 'ignored' || effect.others === 'success')
        ? { others: 'success', becomes: tree.text.slice(...preset.range) }
        : effect,
  };
}

/** `let finish = 'stop'; if (…) finish = 'length'`: the word that all other reasons keep. */
function presetWord(tree: SyntaxTree, branch: Node): Node | null {
  const [statement] = statementsOf(branch);
  const assignment = statement?.type === 'ExpressionStatement' ? unwrap(statement.expression) : null;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'Identifier') return null;
  const declarator = tree.variableOf(assignment.left)?.defs[0]?.node;
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  return init?.type === 'Literal' && finishedValue(init) ? init : null;
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
  const isUsed =
    trace.uses.some(
      ({ role, node, value }) =>
        (role === 'written' || (role === 'member' && isWritten(value))) && isWithin(node, rest),
    ) && !/(?:stop|finish)_?reason/i.test(tree.text.slice(...rest.range));
  const effect: Effect = finished
    ? { others: 'success', becomes: tree.text.slice(...finished.range) }
    : { others: isUsed ? 'success' : 'unknown', becomes: null };
  return { head, decisions: inOrder(decisions), effect };
}

function inOrder(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.toSorted((a, b) => a.test.range[0] - b.test.range[0]);
}

function checkOf(context: CheckContext, { head, decisions, effect }: Group, first: Decision) {
  const { others, becomes } = effect;
  if (context.isCovered || context.missing.length === 0 || (others !== 'success' && others !== 'ignored')) return null;
  if (becomes === null && context.isSeenElsewhere) return null;
  const words = decisions.flatMap((decision) => decision.words);
  // A test of reasons that are no success guards against them; whatever else comes is another question.
  if (becomes === null && !words.some(({ value }) => isSuccess(context.vocabulary, value))) return null;
  if (!words.some(({ value }) => Object.hasOwn(context.vocabulary.reasons, value))) return null;
  return describe(context, {
    shape: 'branch',
    range: first.test.range,
    reason: first.use.node,
    handled: words.map(({ value, node }) => ({ value, range: node.range })),
    others,
    becomes,
    mend:
      (head.type === 'IfStatement'
        ? guardBefore(context, head, first.use, first.before)
        : guardAround(context, head, first.use, first.before)) ??
      (unwrap(first.use.node).type === 'CallExpression' ? answerGuard(context) : null),
  });
}
