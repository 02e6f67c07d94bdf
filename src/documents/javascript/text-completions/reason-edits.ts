import { codeStyleOf } from '../../../edits/code-style.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Trace, Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { AnswerEdits } from './answer-edits.js';

/** How a text completion says that the model was done: it was stopped before the next turn of the user. */
export const done = 'stop_sequence';
/** How an answer to messages says it. */
export const doneNow = 'end_turn';

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

/** Decisions by the stop reason, with the word that a Messages answer has for its end beside the old one. */
export function reasonEdits(tree: SyntaxTree, { uses }: Trace): AnswerEdits {
  const edits: TextEdit[] = [];
  for (const use of uses) {
    if (use.value.kind !== 'reason') continue;
    const found = editUse(tree, use);
    if (!found) return { obstacle: 'its stop reason, whose words are others in a Messages answer, goes to other code' };
    edits.push(...found);
  }
  return { edits };
}

function editUse(tree: SyntaxTree, { role, value, node, at }: Use): readonly TextEdit[] | null {
  switch (role) {
    case 'bound':
    case 'logged':
    case 'tested':
    case 'member':
      return value.within.length > 0 ? null : [];
    case 'returned':
      return [];
    case 'forwarded':
      return isThrown(tree, at) ? [] : null;
    case 'compared':
      return editComparison(tree, at, node);
    case 'switched':
      return at.type === 'SwitchStatement' ? editCases(tree, at.cases) : null;
    default:
      return null;
  }
}

/** Whether a text is the words of an error, which people read. */
export function isThrown(tree: SyntaxTree, text: Node): boolean {
  if (text.type !== 'TemplateLiteral' && text.type !== 'BinaryExpression') return false;
  const error = tree.parentOf(text);
  return error?.type === 'NewExpression' && tree.parentOf(error)?.type === 'ThrowStatement';
}

function editComparison(tree: SyntaxTree, comparison: Node, reason: Node): readonly TextEdit[] | null {
  if (comparison.type !== 'BinaryExpression') return null;
  const isLeft = unwrap(comparison.left) === unwrap(reason);
  const word = staticName(isLeft ? comparison.right : comparison.left, true);
  const operator = /^([!=])==?$/.exec(comparison.operator);
  if (word === null || !operator) return null;
  if (word !== done) return [];
  const literal = tree.text.slice(...(isLeft ? comparison.right : comparison.left).range);
  const opening = `${operator[1] === '!' ? '!' : ''}[${literal.replace(done, doneNow)}, ${literal}].includes(`;
  const [start, end] = comparison.range;
  const { left, right } = comparison;
  // Parentheses around the reason would be cut in two.
  if ((isLeft ? left.range[0] : right.range[1]) !== (isLeft ? start : end)) return null;
  return isLeft
    ? [
        { range: [start, start], text: opening },
        { range: [left.range[1], end], text: ')' },
      ]
    : [
        { range: [start, right.range[0]], text: opening },
        { range: [end, end], text: ')' },
      ];
}

/** A case for the new word of done, before that of the old one. */
export function editCases(tree: SyntaxTree, cases: readonly SwitchCase[]): readonly TextEdit[] {
  const caseOf = (word: string) => cases.find(({ test }) => test && staticName(test, true) === word);
  const old = caseOf(done);
  if (!old?.test || caseOf(doneNow)) return [];
  const [start] = old.range;
  const lineStart = tree.text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(tree.text.slice(lineStart, start))?.[0] ?? '';
  const literal = tree.text.slice(...old.test.range).replace(done, doneNow);
  return [{ range: [start, start], text: `case ${literal}:${codeStyleOf(tree.text).lineEnd}${indent}` }];
}
