import { classAround } from '../syntax/class-around.js';
import type { Located, Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import { originsOf } from '../values/origins.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Whether an expression yields the very ID that a call is made with. */
export function asksForModel(
  tree: SyntaxTree,
  subject: Node,
  { model, otherModels = [] }: CallSite,
  reach: Reach,
): boolean {
  if (!model || otherModels.length > 0 || model.tree !== tree) return false;
  if (isSame({ tree, node: subject }, model)) return true;
  const asked = originsOf({ tree, node: subject }, reach).map(({ place }) => place);
  const called = originsOf(model, reach).map(({ place }) => place);
  return (
    asked.every((one) => called.some((other) => isSame(one, other))) &&
    called.every((one) => asked.some((other) => isSame(one, other)))
  );
}

/** Whether two expressions are the same name, or the same member of the same object, and nothing is assigned to it anew. */
export function isSame(one: Located, other: Located): boolean {
  if (one.tree !== other.tree) return false;
  const { tree } = one;
  const [a, b] = [unwrap(one.node), unwrap(other.node)];
  if (a === b) return true;
  if (a.type === 'Identifier' && b.type === 'Identifier') return isSameName(tree, a, b);
  if (a.type === 'ThisExpression' && b.type === 'ThisExpression') return classAround(tree, a) === classAround(tree, b);
  if (a.type === 'MemberExpression' && b.type === 'MemberExpression') {
    const [name, otherName] = [staticName(a.property, a.computed), staticName(b.property, b.computed)];
    return name !== null && name === otherName && isSame({ tree, node: a.object }, { tree, node: b.object });
  }
  return a.type === 'Literal' && b.type === 'Literal' && typeof a.value === 'string' && a.value === b.value;
}

/** A name that is given anew may mean another ID by the time of the call. */
function isSameName(tree: SyntaxTree, a: Node, b: Node) {
  const [one, other] = [tree.variableOf(a), tree.variableOf(b)];
  const isGlobal = (one?.defs.length ?? 0) === 0 && (other?.defs.length ?? 0) === 0;
  if (isGlobal) return a.type === 'Identifier' && b.type === 'Identifier' && a.name === b.name;
  return one === other && one?.references.some((reference) => reference.isWrite() && !reference.init) === false;
}
