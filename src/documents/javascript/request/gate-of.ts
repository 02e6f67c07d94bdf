import { namesFamily } from '../../../catalog/family-words.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { conditionOf } from './condition-of.js';

/** Whether code sets something only where it has asked for what a model can do, or which model it is. */
export type Gate = 'capability' | 'model';

const capability = /support|capab|(?:allow|accept|reject|refus|omit|strip|deprecat)\w*(?:temp|sampl|top_?[pk])/i;
const generation = /claude\W?\w?\d/i;

/** The condition about the model on which a property or an assignment is made, where its object is made without it; `null` for none. */
export function gateOf(tree: SyntaxTree, setter: Node): Gate | null {
  let inner = setter;
  for (let parent = tree.parentOf(inner); parent; inner = parent, parent = tree.parentOf(inner)) {
    const test = conditionOf(parent, inner);
    const text = test ? tree.text.slice(...test.range) : '';
    if (capability.test(text)) return 'capability';
    if (namesFamily(text) || generation.test(text)) return 'model';
    if (parent.type.includes('Function') || holdsObject(tree, parent, setter)) return null;
  }
  return null;
}

/** A literal is made where it stands, an object that is assigned to where its name is declared. */
function holdsObject(tree: SyntaxTree, block: Node, setter: Node): boolean {
  if (setter.type !== 'AssignmentExpression') return /Statement$|Declaration$/.test(block.type);
  let owner = unwrap(setter.left);
  while (owner.type === 'MemberExpression') owner = unwrap(owner.object);
  const name = tree.variableOf(owner)?.identifiers[0];
  return name !== undefined && block.range[0] <= name.range[0] && name.range[1] <= block.range[1];
}
