import { codeStyleOf } from '../../../edits/code-style.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** What comes behind `content`. Blocks that are no text have no `text`. */
export function joinedText(tree: SyntaxTree): string {
  const block = isTyped(tree) ? '(block: { text?: string })' : '(block)';
  return `.map(${block} => block.text ?? ${emptyText(tree)}).join(${emptyText(tree)})`;
}

/** Code of a text with nothing in it, as the file writes it. */
export function emptyText(tree: SyntaxTree): string {
  return codeStyleOf(tree.text).quote.repeat(2);
}

/** Whether a file is checked by TypeScript, which wants a type for a parameter of which it knows nothing. */
export function isTyped(tree: SyntaxTree): boolean {
  return /\.[cm]?tsx?$/.test(tree.path);
}
