import { namesClaude } from '../../../catalog/family-words.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { conditionOf } from './condition-of.js';

/** What a condition speaks of, beside families, that lets a turn in for some models only: `supportsPrefill(model)`, `!thinking`. */
const words = /prefill|model|support|thinking|reasoning|capab/i;

/** Whether code is only run, or a value only taken, on a condition about what the model can do. */
export function isGuarded({ tree, node }: { readonly tree: SyntaxTree; readonly node: Node }): boolean {
  let inner = node;
  for (let parent = tree.parentOf(inner); parent; inner = parent, parent = tree.parentOf(inner)) {
    const test = conditionOf(parent, inner);
    const text = test ? tree.text.slice(...test.range) : '';
    if (words.test(text) || namesClaude(text)) return true;
    if (parent.type.includes('Function')) return false;
  }
  return false;
}
