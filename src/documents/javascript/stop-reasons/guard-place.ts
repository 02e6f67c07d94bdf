import { isSuccess, successReasons } from '../../../catalog/stop-reasons.js';
import type { MendPlace } from '../../stop-reason-check.js';
import { lineStartAt } from '../../../edits/line-bounds.js';
import type { Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { CheckContext } from './check-context.js';
import { firstWordAt } from './first-word.js';
import { isInBlock, lineAbove, lineOf, ownStatement } from './line-place.js';
import { functionAround, isCallable, isWithin } from '../syntax/functions.js';

export type Guard = Extract<MendPlace, { kind: 'guard' }>;

/** A guard before a statement, on a reason that is read there. */
export function guardBefore(
  context: CheckContext,
  statement: Node,
  use: Use,
  before: readonly Node[] = [],
): Guard | null {
  const { tree } = context;
  if (use.value.isUncertain) return null;
  // An exception in a listener reaches nobody who waits for the answer.
  const isHeard = isCallable(use.value.loop) && isWithin(statement, use.value.loop);
  const place = isInBlock(tree, statement) && !isHeard ? lineAbove(tree, statement) : null;
  const reason = place && repeatable(tree, use.node);
  if (!reason || isReadUnder(tree, use.node, statement, reason, before)) return null;
  const when = whenOf(context, use, reason, before, statement);
  return when === undefined
    ? null
    : guard(context, { side: 'before', place, when, reason, answer: answerOf(context, use) });
}

/** A guard before the statement around an expression, or in front of what an arrow function returns. */
export function guardAround(context: CheckContext, inside: Node, use: Use, before: readonly Node[] = []): Guard | null {
  const { tree } = context;
  const statement = ownStatement(tree, inside);
  if (statement) return guardBefore(context, statement, use, before);
  const arrow = functionAround(tree, inside);
  const reason = use.value.isUncertain ? null : repeatable(tree, use.node);
  if (arrow?.type !== 'ArrowFunctionExpression' || arrow.body.type === 'BlockStatement' || !reason) return null;
  if (isReadUnder(tree, use.node, arrow, reason, before)) return null;
  const opening = /=>(\s*)[\s(]*$/.exec(tree.text.slice(arrow.range[0], arrow.body.range[0]));
  const when = isCallable(use.value.loop) ? undefined : whenOf(context, use, reason, before, arrow.body);
  if (!opening || when === undefined) return null;
  const at = arrow.range[0] + opening.index + '=>'.length;
  const [indent = ''] = /^[ \t]*/.exec(tree.text.slice(lineStartAt(tree.text, arrow.range[0]))) ?? [];
  return guard(context, {
    side: 'before',
    place: { at, indent },
    when,
    reason,
    answer: answerOf(context, use),
    returned: [at + (opening[1] ?? '').length, arrow.range[1]],
  });
}

/** A guard behind a loop that a reason has kept going. */
export function guardAfter(context: CheckContext, statement: Node, use: Use): Guard | null {
  const { tree } = context;
  const own = isInBlock(tree, statement) ? lineOf(tree, statement) : null;
  const reason = own && !use.value.isUncertain ? repeatable(tree, use.node) : null;
  if (!own || !reason) return null;
  const place = { at: statement.range[1], indent: own.indent };
  return guard(context, { side: 'after', place, when: null, reason, answer: answerOf(context, use) });
}

/** A guard at the beginning or the end of the body of a loop. */
export function guardInBody(context: CheckContext, body: Node, use: Use, isFirst: boolean): Guard | null {
  const statement = body.type === 'BlockStatement' ? body.body.at(isFirst ? 0 : -1) : undefined;
  if (!statement) return null;
  return isFirst ? guardBefore(context, statement, use) : guardAfter(context, statement, use);
}

export function guard(
  context: CheckContext,
  own: Pick<Guard, 'side' | 'place' | 'when' | 'reason' | 'answer'> & Partial<Guard>,
): Guard | null {
  const { vocabulary, named, isSurelyClaude } = context;
  // What other models answer has no reason, or words of its own.
  if (!isSurelyClaude && own.when === null) return null;
  const success = successReasons(vocabulary);
  // What some other code handles must still reach it.
  const others = [...named].filter((reason) => !success.includes(reason) && Object.hasOwn(vocabulary.reasons, reason));
  return { kind: 'guard', pick: null, allowed: [...success, ...others], ...own };
}

/** The text of an expression that means the same each time it runs: names, members, `this`. */
export function repeatable(tree: SyntaxTree, expression: Node): string | null {
  let node = unwrap(expression);
  // `reason ?? 'end_turn'`: the word that stands in for an absent reason is no reason.
  if (node.type === 'LogicalExpression' && node.operator !== '&&' && unwrap(node.right).type === 'Literal')
    node = unwrap(node.left);
  const outer = node;
  for (;;) {
    if (node.type === 'Identifier' || node.type === 'ThisExpression') return tree.text.slice(...outer.range);
    if (node.type === 'TSNonNullExpression' || node.type === 'TSAsExpression') node = node.expression;
    else if (node.type === 'MemberExpression' && (!node.computed || node.property.type === 'Literal'))
      node = node.object;
    else return null;
  }
}

/**
 * What must hold before the reason of an event is there: the tests the code makes itself, or the reason. `undefined`
 * where that can't be written.
 */
function whenOf(
  { tree, vocabulary }: CheckContext,
  use: Use,
  reason: string,
  before: readonly Node[],
  statement: Node,
): string | null | undefined {
  const { isEvent, loop } = use.value;
  const first = firstWordAt(tree, use.node, statement);
  const isNone = first === '';
  if (first !== null && !isNone && !isSuccess(vocabulary, first)) return undefined;
  const owners = ownersOf(reason);
  // `answer && answer.stopReason === …`: there may be no answer.
  const isAsked = before.some((test) => owners.some((owner) => owner.test(tree.text.slice(...test.range))));
  // What is asked for with `?.` may not be there, and nothing was wrong with that.
  if (!isEvent && !isAsked && (loop === null || !isWithin(use.at, loop)))
    return isNone || reason.includes('?.') ? reason : null;
  const root = /^[\w$]+/.exec(reason)?.[0] ?? '';
  const tests = before.filter((test) =>
    new RegExp(String.raw`\b${root.replaceAll('$', String.raw`\$`)}\b`).test(tree.text.slice(...test.range)),
  );
  if (tests.some((test) => hasCall(tree, test))) return undefined;
  const texts = tests.map((test) => tree.text.slice(...test.range)).filter((text) => text !== reason);
  return [...texts, reason].join(' && ');
}

/** Whether tests between a statement and the reason are what makes reading the reason legal there: `if (event.messageStop) …`. */
function isReadUnder(
  tree: SyntaxTree,
  reading: Node,
  statement: Node,
  reason: string,
  before: readonly Node[],
): boolean {
  const owners = ownersOf(reason);
  for (
    let node = reading, parent = tree.parentOf(node);
    parent && node !== statement;
    node = parent, parent = tree.parentOf(node)
  ) {
    const test =
      parent.type === 'IfStatement' || parent.type === 'ConditionalExpression'
        ? parent.test
        : parent.type === 'LogicalExpression' && parent.right === node && !before.includes(parent.left)
          ? parent.left
          : null;
    if (test && test !== node && owners.some((owner) => owner.test(tree.text.slice(...test.range)))) return true;
  }
  return false;
}

/** Tests of what a reason is read from; what is read with `?.` needs none. */
function ownersOf(reason: string): readonly RegExp[] {
  const names = reason.split('.');
  return names.slice(0, -1).flatMap((_, index) => {
    const owner = names.slice(0, index + 1).join('.');
    if (owner.endsWith('?') || owner === 'this') return [];
    const written = owner.replaceAll(/[$?.]/g, String.raw`\$&`);
    return new RegExp(String.raw`(?<![\w$.])${written}(?![\w$.?]|\?\.)|(?<![\w$.])${written}\??\.type\b`);
  });
}

function hasCall(tree: SyntaxTree, test: Node) {
  return tree.text.slice(...test.range).includes('(') && test.type !== 'BinaryExpression';
}

/** The whole answer where its reason is a member of it: what the runtime takes. */
function answerOf(context: CheckContext, use: Use): string | null {
  const member = unwrap(use.node);
  if (member.type !== 'MemberExpression') return null;
  const owner = context.trace.uses.find(({ role, at }) => role === 'member' && at === member);
  return owner?.value.kind === 'answer' ? repeatable(context.tree, member.object) : null;
}
