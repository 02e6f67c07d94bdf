import type { TSESTree } from '@typescript-eslint/types';
import { parseModelName } from '../../../catalog/model-id.js';
import type { ModelGate } from '../../facts.js';
import { textsOf } from '../../static-value.js';
import { usesOf } from '../prompt/name-uses.js';
import { namedModel } from '../values/named-model.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, wrapped } from '../syntax/unwrap.js';

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
export function mayBeModelId(tree: SyntaxTree, id: Node, reach: Reach): boolean {
  const texts = textsOf(namedModel({ tree, node: id }, reach));
  return texts.length > 0
    ? texts.some(({ text }) => parseModelName(text))
    : /model/i.test(tree.text.slice(...id.range));
}

/** The one piece that is taken, counted from the front. Code that takes several may tell the forms apart itself. */
function pieceOf(tree: SyntaxTree, call: Node): number | null {
  const pieces = wrapped(tree, call);
  const parent = tree.parentOf(pieces);
  if (parent?.type === 'MemberExpression' && parent.object === pieces) return pieceRead(tree, parent);
  if (parent?.type !== 'VariableDeclarator') return null;
  if (parent.id.type === 'ArrayPattern') return pieceOfPattern(parent.id);
  const variable = tree.variableOf(parent.id);
  const taken = new Set(variable ? usesOf(variable).map((use) => pieceOfUse(tree, use)) : []);
  const [piece = null] = taken;
  return taken.size === 1 ? piece : null;
}

function pieceOfUse(tree: SyntaxTree, use: Node) {
  const pieces = wrapped(tree, use);
  const parent = tree.parentOf(pieces);
  return parent?.type === 'MemberExpression' && parent.object === pieces ? pieceRead(tree, parent) : null;
}

/** `pieces[0]`, `pieces.at(0)`, `pieces.shift()` */
function pieceRead(tree: SyntaxTree, member: TSESTree.MemberExpression): number | null {
  const { property, computed } = member;
  if (property.type === 'Literal' && typeof property.value === 'number') return property.value;
  const name = staticName(property, computed);
  if (name === 'shift') return 0;
  const call = tree.parentOf(member);
  const [index] = call?.type === 'CallExpression' && call.callee === member ? call.arguments : [];
  return name === 'at' && index?.type === 'Literal' && typeof index.value === 'number' ? index.value : null;
}

/** `[vendor]`, `[, name]`; `[vendor, name]` leaves no room for a geography. */
function pieceOfPattern({ elements }: TSESTree.ArrayPattern): number | null {
  if (elements.some((element) => element?.type === 'RestElement')) return null;
  const [first, second, another] = elements.flatMap((element, index) => (element === null ? [] : [index]));
  return second === undefined || (second === 1 && another === undefined) ? (first ?? null) : null;
}
