import { staticName } from '../syntax/unwrap.js';
import type { Node } from '../syntax/syntax-tree.js';
import { bindTo, elementOf, pick } from './bind.js';
import { localFunction } from './functions.js';
import { callResult } from './methods.js';
import type { Value } from './value.js';
import { as, builtElement, isWritten, leave, undecoded, type Walk } from './walk.js';
import { isCallable } from '../syntax/functions.js';

/** `value.name`, `value[0]`, `value.method(…)`. */
export function memberStep(walk: Walk, member: Node, node: Node, value: Value): void {
  if (member.type !== 'MemberExpression') return;
  const parent = walk.tree.parentOf(member);
  const name = staticName(member.property, member.computed);
  if (parent?.type === 'CallExpression' && parent.callee === member && name !== null) {
    methodStep(walk, parent, node, value, name);
    return;
  }
  if (value.within.length === 0) walk.use('member', value, node, member);
  if (name === null) {
    const kind = value.within.length === 0 ? elementOf(walk, value) : null;
    const element = builtElement(value);
    if (element) walk.flow(member, { ...element, isUncertain: true });
    else if (kind) walk.flow(member, as(value, kind));
    return;
  }
  const picked = pick(walk, value, name);
  if (picked) walk.flow(member, picked);
  else if (value.within.length === 0 && isWritten(value) && value.kind === 'block')
    walk.use('inspected', value, node, member);
}

/** `value.then((answer) => …)`, `blocks.find((block) => …)`, `body.transformToString()`. */
function methodStep(walk: Walk, call: Node, node: Node, value: Value, name: string) {
  if (call.type !== 'CallExpression') return;
  if (/^(?:then|catch|finally)$/.test(name)) {
    const [callback] = call.arguments;
    const target = name === 'then' && callback ? localFunction(walk.tree, callback) : null;
    if (target?.params[0]) bindTo(walk, target.params[0], value, target);
    if (name !== 'then') walk.flow(call, value);
    return;
  }
  const element = builtElement(value);
  if (element) listStep(walk, call, value, element, name);
  if (value.within.length > 0) return;
  if (name === 'on' || name === 'once') {
    listen(walk, call, value);
    return;
  }
  if (value.kind === 'content') search(walk, call, node, value, name);
  const kind = callResult(walk.origin.dialect, value.kind, name);
  if (kind && undecoded.has(value.kind)) walk.decode(call, as(value, kind));
  else if (kind) walk.flow(call, as(value, kind));
  else if (value.kind !== 'content' && value.kind !== 'command') leave(walk, value, node, call, 'forwarded');
}

/** `answers.map((answer) => …)` on a list that the code has built. */
function listStep(walk: Walk, call: Node, value: Value, element: Value, name: string) {
  if (call.type !== 'CallExpression') return;
  const [callback] = call.arguments;
  const target = callback && /^(?:map|flatMap|forEach|filter|find|findLast|some|every)$/.test(name) ? callback : null;
  const parameter = target && localFunction(walk.tree, target)?.params[0];
  if (parameter) bindTo(walk, parameter, element, target);
  if (/^(?:find|findLast|at|shift|pop)$/.test(name)) walk.flow(call, { ...element, isUncertain: true });
  else if (/^(?:filter|slice|toReversed|reverse)$/.test(name)) walk.flow(call, value);
}

function listen(walk: Walk, call: Node, value: Value) {
  if (call.type !== 'CallExpression') return;
  const [event, callback] = call.arguments;
  const name = event ? staticName(event, true) : null;
  const kind = value.kind !== 'messageStream' || name === null ? null : (listened[name] ?? null);
  if (kind && isCallable(callback) && callback.params[0])
    bindTo(walk, callback.params[0], { ...as(value, kind), loop: kind === 'event' ? callback : null }, callback);
  walk.flow(call, value);
}

const listened: Readonly<Record<string, 'answer' | 'event' | 'text' | 'block'>> = {
  message: 'answer',
  finalMessage: 'answer',
  streamEvent: 'event',
  text: 'text',
  contentBlock: 'block',
};

/** `content.some((block) => 'toolUse' in block)`: the function sees each block. */
function search(walk: Walk, call: Node, node: Node, value: Value, name: string) {
  if (call.type !== 'CallExpression') return;
  const [callback] = call.arguments;
  if (!isCallable(callback)) return;
  if (/^(?:some|every|find|findLast|findIndex|filter)$/.test(name)) walk.use('inspected', value, node, call);
  const parameter = callback.params[name === 'reduce' ? 1 : 0];
  if (parameter) bindTo(walk, parameter, as(value, 'block'), callback);
}

/** `table[value]`. */
export function indexStep(walk: Walk, member: Node, node: Node, value: Value): void {
  if (value.kind === 'reason' && value.within.length === 0) walk.use('looked', value, node, member);
}
