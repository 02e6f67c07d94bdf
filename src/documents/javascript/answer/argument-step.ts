import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { bindTo } from './bind.js';
import { decodedKind } from './decoders.js';
import { isLogging, localFunction } from './functions.js';
import { runtimeStep } from './runtime-step.js';
import type { Kind, Value } from './value.js';
import { as, builtElement, inside, leave, valueOf, type Walk } from './walk.js';
import type { Callable } from '../syntax/functions.js';

/** A value is given to a function. */
export function argumentStep(walk: Walk, call: Node, node: Node, value: Value): void {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return;
  const decoded =
    value.within.length === 0 && call.type === 'CallExpression' ? decodedKind(walk, call.callee, value.kind) : null;
  if (decoded) {
    walk.decode(call, as(value, decoded));
    return;
  }
  if (isLogging(call.callee)) {
    leave(walk, value, node, call, 'logged');
    return;
  }
  const index = call.arguments.findIndex((argument) => argument === node);
  const target = localFunction(walk.tree, call.callee);
  if (target) {
    pass(walk, call, target, index, value);
    return;
  }
  if (value.within.length === 0 && value.kind === 'reason' && isLookup(call)) {
    const method = methodName(call) ?? '';
    // A Set has members, a Map has rows.
    if (/^(?:has|includes|indexOf)$/.test(method)) walk.use('listed', value, node, call);
    if (/^(?:get|has|hasOwn)$/.test(method)) walk.use('looked', value, node, call);
    return;
  }
  if (value.within.length === 0 && value.kind === 'reason' && isMatched(walk, call)) {
    walk.use('matched', value, node, call);
    return;
  }
  if (runtimeStep(walk, call, node, value)) return;
  if (value.kind === 'command' && value.within.length === 0) walk.flow(call, as(value, answerKind(walk)));
  else if (walk.origin.dialect === 'aiSdk' && value.kind === 'model') generate(walk, call, value);
  else if (isPassThrough(call)) passOn(walk, call, value);
  else leave(walk, value, node, call, 'handedOn');
}

function pass(walk: Walk, call: Node, target: Callable, index: number, value: Value) {
  const parameter = target.params[index];
  if (parameter) bindTo(walk, parameter, value, target);
  // A helper that takes a command and sends it is followed inside; what it was given, it need not give back.
  if (!parameter && value.kind === 'command') walk.flow(call, as(value, answerKind(walk)));
}

/** What an AWS command becomes once it is sent. */
function answerKind({ origin }: Walk): Kind {
  if (origin.surface === 'InvokeModel') return 'http';
  return origin.surface === 'Converse' ? 'answer' : 'streaming';
}

const generators: Readonly<Record<string, true>> = {
  generateText: true,
  streamText: true,
  generateObject: true,
  streamObject: true,
};

/** `generateText({ model })` of the AI SDK. */
function generate(walk: Walk, call: Node, value: Value) {
  if (call.type !== 'CallExpression' || value.within[0] !== 'model') return;
  const name = libraryName({ tree: walk.tree, node: call.callee }, walk.reach);
  if (name?.module !== 'ai' || generators[name.path.at(-1) ?? ''] !== true) return;
  walk.flow(call, valueOf('answer'));
}

function isLookup(call: Node) {
  const name = methodName(call);
  return name !== null && /^(?:get|has|hasOwn|includes|indexOf)$/.test(name);
}

function methodName(call: Node): string | null {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  return callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
}

/** `match(reason)` of ts-pattern. */
function isMatched({ tree, reach }: Walk, call: Node): boolean {
  const name = call.type === 'CallExpression' ? libraryName({ tree, node: call.callee }, reach) : null;
  return name?.module === 'ts-pattern' && name.path.at(-1) === 'match';
}

/** What a call gives that is given a list of promises, or only passes on what it is given. */
function passOn(walk: Walk, call: Node, value: Value) {
  const element = builtElement(value);
  const [place] = value.within;
  switch (methodName(call)) {
    case 'race':
    case 'any':
      walk.flow(call, { ...(element ?? value), isUncertain: true });
      return;
    case 'allSettled':
      if (element && place !== undefined)
        walk.flow(call, inside(inside({ ...element, isUncertain: true }, 'value'), place));
      return;
    default:
      walk.flow(call, value);
  }
}

/** `Promise.all([…])`, `Promise.race`, `Object.freeze`, `structuredClone`. */
function isPassThrough(call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (callee.type === 'Identifier') return callee.name === 'structuredClone';
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return (
    /^(?:Promise|Object)$/.test(callee.object.name) &&
    /^(?:all|allSettled|race|any|resolve|freeze)$/.test(methodName(call) ?? '')
  );
}
