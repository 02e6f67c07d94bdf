import { outcomeOf, vocabularyOf } from '../../../../catalog/stop-reasons.js';
import type { TextEdit } from '../../../../edits/text-edit.js';
import type { Trace, Use } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import type { AnswerEdits } from '../answer-edits.js';
import { done, doneNow, editCases, isThrown } from '../reason-edits.js';
import { emptyText, isTyped } from '../text-code.js';
import { isLoose } from '../type-edits.js';

/**
 * Decisions by the stop reason, in the words of Converse.
 *
 * @param hasStops an answer may also end at a stop sequence of the request, which counted as done as well
 */
export function converseReasons(tree: SyntaxTree, { uses }: Trace, hasStops: boolean): AnswerEdits {
  const edits: TextEdit[] = [];
  for (const use of uses) {
    if (use.value.kind !== 'reason') continue;
    const found = editUse(tree, use, hasStops);
    if (!found) return { obstacle: 'its stop reason, whose words are others in Converse, goes to other code' };
    edits.push(...found);
  }
  return { edits };
}

function editUse(tree: SyntaxTree, { role, value, node, at }: Use, hasStops: boolean): readonly TextEdit[] | null {
  if (value.within.length > 0) return null;
  switch (role) {
    case 'bound':
      return node.type === 'Identifier' && hasOwnType(node.typeAnnotation?.typeAnnotation) ? null : [];
    case 'logged':
    case 'tested':
    case 'member':
      return [];
    case 'returned':
      return 'returnType' in at && hasOwnType(at.returnType?.typeAnnotation) ? null : [];
    case 'forwarded':
      return isThrown(tree, at) ? [] : null;
    case 'compared':
      return editComparison(tree, at, node, hasStops);
    case 'switched':
      return at.type === 'SwitchStatement' ? editSwitch(tree, at.cases, hasStops) : null;
    default:
      return null;
  }
}

/** Whether a type is written that a stop reason of the SDK may not fit. */
function hasOwnType(type: Node | undefined): boolean {
  return type !== undefined && !isLoose(type);
}

function editComparison(
  tree: SyntaxTree,
  comparison: Node,
  reason: Node,
  hasStops: boolean,
): readonly TextEdit[] | null {
  if (comparison.type !== 'BinaryExpression') return null;
  const { left, right } = comparison;
  const isLeft = unwrap(left) === unwrap(reason);
  const literal = isLeft ? right : left;
  const word = staticName(literal, true);
  const operator = /^([!=])==?$/.exec(comparison.operator);
  if (word === null || !operator || !isKnown(word)) return null;
  if (word !== done) return [];
  const code = tree.text.slice(...literal.range);
  if (!hasStops) return [{ range: literal.range, text: code.replace(done, doneNow) }];
  const opening = `${operator[1] === '!' ? '!' : ''}[${code.replace(done, doneNow)}, ${code}].includes(`;
  const closing = isTyped(tree) ? ` ?? ${emptyText(tree)})` : ')';
  const [start, end] = comparison.range;
  // Parentheses around the reason would be cut in two.
  if ((isLeft ? left.range[0] : right.range[1]) !== (isLeft ? start : end)) return null;
  return isLeft
    ? [
        { range: [start, start], text: opening },
        { range: [left.range[1], end], text: closing },
      ]
    : [
        { range: [start, right.range[0]], text: opening },
        { range: [end, end], text: closing },
      ];
}

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

function editSwitch(tree: SyntaxTree, cases: readonly SwitchCase[], hasStops: boolean): readonly TextEdit[] | null {
  const words = cases.map(({ test }) => (test ? staticName(test, true) : done));
  if (!words.every((word) => word !== null && isKnown(word))) return null;
  if (hasStops || words.includes(doneNow)) return editCases(tree, cases);
  return cases.flatMap(({ test }) =>
    test && staticName(test, true) === done
      ? [{ range: test.range, text: tree.text.slice(...test.range).replace(done, doneNow) }]
      : [],
  );
}

function isKnown(word: string): boolean {
  return outcomeOf(vocabularyOf('converse'), word) !== null;
}
