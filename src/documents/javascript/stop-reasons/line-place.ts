import { lineStartAt } from '../../../edits/line-bounds.js';
import { commentsAbove } from '../../../edits/notes-above.js';
import type { LinePlace } from '../../stop-reason-check.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isCallable } from '../syntax/functions.js';

/** Where a line that begins with a node begins; `null` when something stands before the node on its line. */
export function lineOf(tree: SyntaxTree, node: Node): LinePlace | null {
  const [at] = node.range;
  const indent = indentAt(tree, at);
  return /^[ \t]*$/.test(indent) ? { at, indent } : null;
}

/** The same, above the comments that speak of the node. */
export function lineAbove(tree: SyntaxTree, node: Node): LinePlace | null {
  const own = lineOf(tree, node);
  if (!own) return null;
  const comments = tree.comments.map(({ range }) => range);
  const [at] = commentsAbove(tree.text, comments, own.at).at(-1) ?? [own.at];
  return { at, indent: own.indent };
}

/** What stands on a line before an offset. */
export function indentAt(tree: SyntaxTree, offset: number): string {
  return tree.text.slice(lineStartAt(tree.text, offset), offset);
}

/** A statement that others can be written before or after. */
export function isInBlock(tree: SyntaxTree, statement: Node): boolean {
  const parent = tree.parentOf(statement);
  if (parent?.type === 'SwitchCase') return parent.test !== statement;
  return parent?.type === 'BlockStatement' || parent?.type === 'Program';
}

/** The statement around an expression, of the same function; `null` in an arrow function that only has an expression. */
export function ownStatement(tree: SyntaxTree, inside: Node): Node | null {
  let node: Node | null = inside;
  while (node && !isInBlock(tree, node)) node = isCallable(node) ? null : tree.parentOf(node);
  return node;
}

/** The statement around an expression, whatever functions stand between. */
export function statementAround(tree: SyntaxTree, inside: Node): Node | null {
  let node: Node | null = inside;
  while (node && !isInBlock(tree, node)) node = tree.parentOf(node);
  return node;
}
