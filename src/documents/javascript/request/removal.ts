import { lineEndAt, lineStartAt, previousLineEnd } from '../../../edits/line-bounds.js';
import { removeProperty } from '../../../edits/remove-property.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';

/** Many calls may share a request. */
const known = new WeakMap<Node, TextEdit | null>();

/** The edit that takes out what sets a property, the property of a literal or the statement that assigns it, or an element of a list. */
export function removalOf(tree: SyntaxTree, setter: Node): TextEdit | null {
  const memo = known.get(setter);
  if (memo !== undefined) return memo;
  const removal = remove(tree, setter);
  known.set(setter, removal);
  return removal;
}

function remove(tree: SyntaxTree, setter: Node): TextEdit | null {
  const parent = tree.parentOf(setter);
  if (!parent) return null;
  if (setter.type === 'Property' || parent.type === 'ArrayExpression')
    return removeProperty(tree.text, setter.range, parent.range);
  return setter.type === 'AssignmentExpression' && parent.type === 'ExpressionStatement'
    ? removeStatement(tree, parent)
    : null;
}

/** A statement that has its lines to itself; what stands alone under a condition is left, for the condition would say nothing without it. */
function removeStatement({ text, parentOf }: SyntaxTree, statement: Node): TextEdit | null {
  const block = parentOf(statement);
  const isOne = block?.type === 'Program' || (block?.type === 'BlockStatement' && block.body.length > 1);
  const [start, end] = [lineStartAt(text, statement.range[0]), lineEndAt(text, statement.range[1])];
  const hasLines =
    text.slice(start, statement.range[0]).trim() === '' && text.slice(statement.range[1], end).trim() === '';
  if (!isOne || !hasLines || /\/[/*]/.test(text.slice(start, end))) return null;
  return { range: [start === 0 ? 0 : previousLineEnd(text, start), end], text: '' };
}
