import { isSuccess } from '../../../catalog/stop-reasons.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import type { Decision } from './decision.js';
import { effectOf } from './effect-of.js';
import { courseOf, isLoop } from './flow-after.js';
import { guardAfter, guardBefore, guardInBody } from './guard-place.js';
import { chainOf } from './if-chain.js';
import { isWithin } from '../syntax/functions.js';

/** Loops that go on, or end, for every reason nobody names. */
export function* loopChecks(context: CheckContext): Iterable<Draft> {
  for (const decision of context.decisions) {
    if (isLoop(decision.holder)) yield { key: decision.test, check: conditionCheck(context, decision) };
    else if (decision.isPositive && decision.holder.type === 'IfStatement') {
      const check = flagCheck(context, decision, decision.holder);
      if (check) yield { key: decision.test, check };
    }
  }
}

function conditionCheck(context: CheckContext, decision: Decision) {
  const { tree, trace, vocabulary, missing, isCovered } = context;
  const { holder, words, use } = decision;
  if (
    isCovered ||
    context.isSeenElsewhere ||
    missing.length === 0 ||
    !words.some(({ value }) => isSuccess(vocabulary, value))
  )
    return null;
  const others = decision.isPositive ? effectOf(tree, courseOf(tree, null, holder), trace.uses).others : 'repeats';
  if (others !== 'success' && others !== 'ignored' && others !== 'repeats') return null;
  const body = 'body' in holder ? holder.body : null;
  const isBody = body !== null && typeof body === 'object' && 'type' in body;
  return describe(context, {
    shape: 'loop',
    range: decision.test.range,
    reason: use.node,
    handled: words.map(({ value, node }) => ({ value, range: node.range })),
    others,
    mend: decision.isPositive
      ? guardAfter(context, holder, use)
      : isBody
        ? guardInBody(context, body, use, holder.type !== 'DoWhileStatement')
        : null,
  });
}

/** `do { … else if (reason === 'end_turn') again = false } while (again)`: any other reason leaves the flag as it was. */
function flagCheck(context: CheckContext, decision: Decision, statement: Node) {
  const { tree, missing, isCovered, vocabulary } = context;
  if (isCovered || context.isSeenElsewhere || missing.length === 0 || statement.type !== 'IfStatement') return null;
  if (!decision.words.some(({ value }) => isSuccess(vocabulary, value))) return null;
  const flag = clearedFlag(statement.consequent);
  const loop = flag && loopOn(context, statement, flag);
  if (!loop) return null;
  const head = chainOf(tree, statement).head;
  return describe(context, {
    shape: 'loop',
    range: decision.test.range,
    reason: decision.use.node,
    handled: decision.words.map(({ value, node }) => ({ value, range: node.range })),
    others: 'repeats',
    mend: guardBefore(context, head, decision.use, decision.before),
  });
}

/** The name that a branch does nothing but set to `false`. */
function clearedFlag(branch: Node): Node | null {
  const statements = branch.type === 'BlockStatement' ? branch.body : [branch];
  for (const statement of statements) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : null;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'Identifier') continue;
    if (assignment.right.type === 'Literal' && assignment.right.value === false) return assignment.left;
  }
  return null;
}

/** The loop that goes on while a flag is set, when the flag is cleared for named reasons alone and set in the loop. */
function loopOn({ tree, decisions }: CheckContext, statement: Node, flag: Node): Node | null {
  const variable = tree.variableOf(flag);
  let loop: Node | null = statement;
  while (loop && !(isLoop(loop) && reads(loop, variable))) loop = tree.parentOf(loop);
  if (!loop || !variable) return null;
  const writes = variable.references.flatMap(({ identifier }) => {
    const assignment = tree.parentOf(identifier);
    return assignment?.type === 'AssignmentExpression' && assignment.left === identifier && isWithin(assignment, loop)
      ? [assignment]
      : [];
  });
  const isSet = writes.some(({ right }) => right.type === 'Literal' && right.value === true);
  const isCleared = writes
    .filter(({ right }) => right.type !== 'Literal' || right.value !== true)
    .every((write) =>
      decisions.some(
        ({ holder, isPositive }) => isPositive && holder.type === 'IfStatement' && isWithin(write, holder.consequent),
      ),
    );
  return isSet && isCleared ? loop : null;
}

function reads(loop: Node, variable: ReturnType<SyntaxTree['variableOf']>): boolean {
  const test = 'test' in loop && loop.type !== 'SwitchCase' ? loop.test : null;
  if (!test || typeof test !== 'object') return false;
  return variable?.references.some(({ identifier }) => isWithin(identifier, test)) ?? false;
}
