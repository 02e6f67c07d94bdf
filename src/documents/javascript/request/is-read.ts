import { isCallable } from '../syntax/functions.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isHandedOn, type Step, type Steps, stepsFrom, stepsOf, stepsOfSetter } from './object-uses.js';

/** Places that an object goes through in one question. */
const maximumSteps = 200;

/**
 * Whether code may read what a property or an assignment sets, beside the calls that are sent the object it stands in:
 * `thinking.budget_tokens * 2`, `const { budget_tokens } = thinking`, `limitFor(thinking)`, `export { thinking }`.
 */
export function isRead(tree: SyntaxTree, setter: Node): boolean {
  const memo = known.get(setter);
  if (memo !== undefined) return memo;
  const answer = mayBeRead(tree, setter);
  known.set(setter, answer);
  return answer;
}

const known = new WeakMap<Node, boolean>();

function mayBeRead(tree: SyntaxTree, setter: Node): boolean {
  const first = stepsOfSetter(tree, setter);
  if (first === 'elsewhere') return true;
  const open = first.filter(({ path }) => path.length > 0);
  const seen = new Set<Node>();
  for (let step = open.pop(); step; step = open.pop()) {
    if (seen.has(step.node)) continue;
    if (step.path.length === 0 || seen.size >= maximumSteps) return true;
    seen.add(step.node);
    const next = given(tree, step) ?? stepsFrom(tree, step);
    if (next === 'elsewhere') return true;
    open.push(...next);
  }
  return false;
}

/** What a function is given: a whole request is given to be sent, a part of one to whoever reads it. */
function given(tree: SyntaxTree, { node, path }: Step): Steps | null {
  const call = tree.parentOf(node);
  if ((call?.type !== 'CallExpression' && call?.type !== 'NewExpression') || call.callee === node) return null;
  if (call.type === 'CallExpression' && isHandedOn(call, node)) return null;
  const index = call.arguments.findIndex((argument) => argument === node);
  const parameter = call.type === 'CallExpression' ? parametersOf(tree, call.callee)?.[index] : null;
  if (parameter && parameter.type !== 'RestElement') return stepsOf(tree, parameter, path);
  return path.length === 1 ? 'elsewhere' : null;
}

/** The parameters of a function of the file that is called by its name. */
function parametersOf(tree: SyntaxTree, callee: Node): readonly Node[] | null {
  const definition = callee.type === 'Identifier' ? tree.variableOf(callee)?.defs[0]?.node : null;
  const made = definition?.type === 'VariableDeclarator' ? definition.init : definition;
  return isCallable(made) ? made.params : null;
}
