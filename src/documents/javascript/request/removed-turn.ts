import { lineEndAt, lineStartAt, previousLineEnd } from '../../../edits/line-bounds.js';
import { removeProperty } from '../../../edits/remove-property.js';
import type { Range, TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Takes an element out of a list; `null` where nothing would be left, or a comment would be lost. */
export function removedElement(tree: SyntaxTree, element: Node, list: Node): TextEdit | null {
  if (list.type !== 'ArrayExpression' || list.elements.length < 2) return null;
  if (!list.elements.some((each) => each === element)) return null;
  const note = ownNote(tree, element);
  if (!note) return removeProperty(tree.text, element.range, list.range);
  const { text } = tree;
  const blank = text.slice(0, note[0]) + ' '.repeat(note[1] - note[0]) + text.slice(note[1]);
  const edit = removeProperty(blank, element.range, list.range);
  if (edit?.text.trim() !== '') return null;
  return { range: [Math.min(edit.range[0], lineBefore(text, note)), edit.range[1]], text: '' };
}

/** Takes a statement out with its line; `null` where something else stands there, or a comment above may speak of more. */
export function removedStatement(tree: SyntaxTree, statement: Node): TextEdit | null {
  const { text } = tree;
  const { range } = statement;
  const [start, end] = [lineStartAt(text, range[0]), lineEndAt(text, range[1])];
  const isAlone = text.slice(start, range[0]).trim() === '' && text.slice(range[1], end).trim() === '';
  if (!isAlone) return null;
  const note = ownNote(tree, statement);
  if (!note && commentAbove(tree, statement)) return null;
  return { range: [lineBefore(text, note ?? range), end], text: '' };
}

/** A comment above a turn that speaks of the turn and of nothing else. */
function ownNote(tree: SyntaxTree, node: Node): Range | null {
  const comment = commentAbove(tree, node);
  if (!comment || !/\bpre-?fill/i.test(comment.value)) return null;
  const { range } = comment;
  const isAlone = tree.text.slice(lineStartAt(tree.text, range[0]), range[0]).trim() === '';
  const isOnly = !tree.comments.some(
    (each) => each !== comment && each.range[1] <= range[0] && isAbove(tree, each.range, range),
  );
  return isAlone && isOnly ? range : null;
}

function commentAbove(tree: SyntaxTree, { range }: Node) {
  return tree.comments.find((comment) => isAbove(tree, comment.range, range));
}

/** Nothing but a line end stands between two places. */
function isAbove({ text }: SyntaxTree, above: Range, below: Range) {
  return above[1] <= below[0] && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(above[1], below[0]));
}

function lineBefore(text: string, { 0: start }: Range) {
  return previousLineEnd(text, lineStartAt(text, start));
}
