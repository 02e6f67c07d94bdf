import { areAlike, isOneWord } from '../../../catalog/stop-reasons.js';
import type { LinePlace, MendPlace } from '../../stop-reason-check.js';
import type { Use } from '../answer/value.js';
import type { Node } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { CheckContext } from './check-context.js';
import { repeatable } from './guard-place.js';
import { lineOf } from './line-place.js';
import { takesMissing } from './reason-type.js';
import type { CaseGroup } from './switch-cases.js';

/** Where the cases that a switch lacks can be written. */
export function casesPlace(
  context: CheckContext,
  statement: Node,
  groups: readonly CaseGroup[],
  use: Use,
): MendPlace | null {
  const reason = repeatable(context.tree, use.node);
  if (statement.type !== 'SwitchStatement' || reason === null || !takesMissing(context, use)) return null;
  // What depends on a version that is not known can't be named.
  if (!context.toName.every((missing) => isOneWord(context.vocabulary, missing))) return null;
  const joins = context.toName.flatMap((missing) => {
    const place = joinPlace(context, groups, missing);
    return place ? [{ reason: missing, place }] : [];
  });
  const rest = context.toName.filter((missing) => !joins.some((join) => join.reason === missing));
  const place = rest.length > 0 ? ownPlace(context, groups) : null;
  if (rest.length > 0 && !place) return null;
  return { kind: 'cases', joins, throws: place && { reasons: rest, place }, reason };
}

/** The first label of the case that gives a word for the like of a reason and does nothing else. */
function joinPlace(
  { tree, vocabulary }: CheckContext,
  groups: readonly CaseGroup[],
  missing: string,
): LinePlace | null {
  const group = groups.find(
    ({ words, isDefault }) => !isDefault && words.some((word) => areAlike(vocabulary, missing, word)),
  );
  const [first] = group?.cases ?? [];
  return group && first && isWordOnly(group.body) ? lineOf(tree, first) : null;
}

/** `return 'length'`, or `reason = 'length'; break`. */
function isWordOnly(body: readonly Node[]): boolean {
  const [first, second] = body.flatMap((each): readonly Node[] =>
    each.type === 'BlockStatement' ? each.body : [each],
  );
  if (first?.type === 'ReturnStatement') return first.argument !== null && isWord(first.argument);
  if (first?.type !== 'ExpressionStatement' || second?.type !== 'BreakStatement') return false;
  const assignment = unwrap(first.expression);
  return assignment.type === 'AssignmentExpression' && isWord(assignment.right);
}

function isWord(expression: Node) {
  const node = unwrap(expression);
  return node.type === 'Literal' || (node.type === 'MemberExpression' && unwrap(node.object).type === 'Identifier');
}

/** Before the labels of `default` where nothing falls into them, else before the first case. */
function ownPlace({ tree }: CheckContext, groups: readonly CaseGroup[]): LinePlace | null {
  const index = groups.findIndex(({ isDefault }) => isDefault);
  const above = groups[index - 1];
  const group = index > 0 && above && leaves(above.body) ? groups[index] : groups[0];
  const [first] = group?.cases ?? [];
  return first ? lineOf(tree, first) : null;
}

function leaves(body: readonly Node[]): boolean {
  const last = body.at(-1);
  if (last?.type === 'BlockStatement') return leaves(last.body);
  return last !== undefined && /^(?:Return|Throw|Break|Continue)Statement$/.test(last.type);
}
