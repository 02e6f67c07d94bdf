import { localFunction } from '../answer/functions.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { CheckContext } from './check-context.js';
import { finishedValue } from './finished-value.js';
import { saysFinished } from './reason-words.js';
import { functionAround, isWithin } from '../syntax/functions.js';

/** `finish_reason: 'stop'`, written by a function that has the answer, or that calls one that has. */
export function constantReasons(context: CheckContext): readonly Node[] {
  const { tree } = context;
  const holders = functionsWith(context);
  return tree.all('Property').flatMap((property) => {
    const name = staticName(property.key, property.computed) ?? '';
    if (!/^(?:stop|finish)_?reason$/i.test(name) || tree.parentOf(property)?.type !== 'ObjectExpression') return [];
    const around = functionAround(tree, property);
    if (!around || ![...holders].some((holder) => isWithin(property, holder)) || !isConstant(property.value)) return [];
    return [property];
  });
}

/** `'stop'`, or a choice between words that asks for something else than the reason. */
function isConstant(value: Node): boolean {
  const node = unwrap(value);
  if (node.type === 'ConditionalExpression')
    return (
      [node.consequent, node.alternate].some((each) => finishedValue(each) !== null) &&
      [node.consequent, node.alternate].every((each) => unwrap(each).type === 'Literal')
    );
  return saysFinished(node);
}

/** The functions in which the answer is used, and those that call them. */
function functionsWith({ tree, trace }: CheckContext): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const { node } of [{ node: trace.origin.node }, ...trace.uses]) {
    const around = functionAround(tree, node);
    if (around) found.add(around);
  }
  for (const call of tree.all('CallExpression')) {
    const target = localFunction(tree, call.callee);
    const caller = target && found.has(target) ? functionAround(tree, call) : null;
    if (caller) found.add(caller);
  }
  return found;
}
