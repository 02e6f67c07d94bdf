import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

const conditions = /^(?:where|filters?|\$match|dimensions|dimensionsMap)$/i;
const whereMethods = /^(?:where\w*|andWhere|orWhere|having)$/;
const finders =
  /^(?:find|findOne|findAll|findMany|findFirst|updateOne|updateMany|deleteOne|deleteMany|countDocuments|findBy|findOneBy|findByIdAndUpdate|findOneAndUpdate)$/;
const operators = /^(?:eq|ne|inArray|notInArray|like|ilike)$/;

/** Whether a text is what records are asked for by: a condition of a query names what was stored, whichever model is called today. */
export function isQueried(tree: SyntaxTree, start: Node): boolean {
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'Property') {
      if (parent.value === node && conditions.test(staticName(parent.key, parent.computed) ?? '')) return true;
    } else if (parent.type === 'CallExpression') {
      return isCondition(parent, node, start);
    } else if (parent.type !== 'ObjectExpression' && parent.type !== 'ArrayExpression') return false;
  }
  return false;
}

function isCondition(call: Node, argument: Node, start: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee === argument) return false;
  const callee = unwrap(call.callee);
  const isMember = callee.type === 'MemberExpression';
  const name = isMember
    ? staticName(callee.property, callee.computed)
    : callee.type === 'Identifier'
      ? callee.name
      : null;
  if (name === null) return false;
  if (operators.test(name)) return call.arguments.length >= 2 && call.arguments[0] !== argument;
  if (!isMember) return false;
  return whereMethods.test(name) || (finders.test(name) && argument !== start && call.arguments[0] === argument);
}
