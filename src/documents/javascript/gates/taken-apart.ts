import { parseModelName } from '../../../catalog/model-id.js';
import type { ModelGate } from '../../facts.js';
import { textsOf } from '../../static-value.js';
import { namedModel } from '../values/named-model.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** `modelId.split('.')[0]`, `const [vendor] = modelId.split('.')`, `modelId.split(':')[1]`: which piece it is depends on the ID's form. */
export function gateOfSplit(
  tree: SyntaxTree,
  call: Node,
  id: Node,
  separator: string | null,
  reach: Reach,
): ModelGate | null {
  if (separator !== '.' && separator !== ':') return null;
  const piece = pieceOf(tree, call);
  // The first piece before a colon is the ID without its minor version, whether it has one or not.
  if (piece === null || (separator === ':' && piece === 0) || !mayBeModelId(tree, id, reach)) return null;
  return { kind: 'split', patterns: [separator], range: call.range, geography: false };
}

/** What is known to reach an expression says it; where nothing is, its name does. */
function mayBeModelId(tree: SyntaxTree, id: Node, reach: Reach) {
  const texts = textsOf(namedModel({ tree, node: id }, reach));
  return texts.length > 0
    ? texts.some(({ text }) => parseModelName(text))
    : /model/i.test(tree.text.slice(...id.range));
}

/** The one piece that is taken, counted from the front. Code that takes several may tell the forms apart itself. */
function pieceOf(tree: SyntaxTree, call: Node): number | null {
  const parent = tree.parentOf(call);
  if (parent?.type === 'MemberExpression' && parent.object === call) {
    const { property } = parent;
    if (property.type === 'Literal' && typeof property.value === 'number') return property.value;
    return staticName(property, parent.computed) === 'shift' ? 0 : null;
  }
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ArrayPattern') return null;
  const taken = parent.id.elements.flatMap((element, index) => (element === null ? [] : [index]));
  return taken.length === 1 ? (taken[0] ?? null) : null;
}
