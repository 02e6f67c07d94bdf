import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { stepsFrom, stepsOfSetter } from './object-uses.js';

/** Names between a literal and the call it ends in. */
const maximumSteps = 24;

/**
 * Whether code beside one request may use what a property or an assignment sets: the object it stands in, or one around
 * that, has a name that is exported or used more than once.
 */
export function isShared(tree: SyntaxTree, setter: Node): boolean {
  const memo = known.get(setter);
  if (memo !== undefined) return memo;
  const answer = isUsedElsewhere(tree, setter);
  known.set(setter, answer);
  return answer;
}

const known = new WeakMap<Node, boolean>();

function isUsedElsewhere(tree: SyntaxTree, setter: Node): boolean {
  let steps = stepsOfSetter(tree, setter);
  for (let count = 0; count < maximumSteps; count++) {
    if (steps === 'elsewhere' || steps.length > 1) return true;
    const [only] = steps;
    if (!only) return false;
    steps = stepsFrom(tree, only);
  }
  return true;
}
