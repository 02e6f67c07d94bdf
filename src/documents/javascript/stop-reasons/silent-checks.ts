import { functionAround, isWithin, localFunction } from '../answer/functions.js';
import type { Kind, Use } from '../answer/value.js';
import { memberKind } from '../answer/members.js';
import { isWritten } from '../answer/walk.js';
import type { Node } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import { answerGuard } from './answer-guard.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { effectOf, finishedValue } from './effect-of.js';
import { courseOf } from './flow-after.js';
import { chainOf, othersOf } from './if-chain.js';
import { saysFinished } from './reason-words.js';

/** Answers that are used although their reason is never looked at, or is only shown to people. */
export function* silentChecks(context: CheckContext): Iterable<Draft> {
  const { trace, reasonUses, isCovered } = context;
  if (isCovered || trace.origin.basis === 'type' || trace.uses.some(isHandedOn)) return;
  const read = reasonUses.filter(({ role }) => role !== 'bound' && role !== 'returned');
  if (read.some(({ role }) => role !== 'logged')) return;
  if (read.length > 0) {
    const node = trace.uses.find(({ role, at, value }) => role === 'member' && isReason(context, value.kind, at))?.at;
    if (node && trace.uses.some(isUsed)) yield { key: node, check: silent(context, 'logged', node, node) };
    return;
  }
  if (trace.uses.some(({ value }) => value.kind === 'reason')) return;
  // A reason that is read in the wrong place has a check of its own.
  if (trace.uses.some(isReadSomehow)) return;
  const constants = constantReasons(context);
  for (const constant of constants) yield { key: constant, check: silent(context, 'constant', constant, null) };
  if (constants.length > 0) return;
  const inspected = trace.uses.find((use) => use.role === 'inspected' && decides(context, use));
  if (inspected) yield { key: inspected.at, check: silent(context, 'inspected', inspected.at, null) };
  else if (trace.uses.some(isUsed)) yield { key: trace.origin.node, check: silent(context, 'unread', trace.origin.node, null) };
}

function silent(context: CheckContext, shape: 'logged' | 'constant' | 'inspected' | 'unread', at: Node, reason: Node | null) {
  return describe(context, {
    shape,
    range: at.range,
    reason,
    others: 'ignored',
    becomes: shape === 'constant' ? context.tree.text.slice(...at.range) : null,
    mend: answerGuard(context),
  });
}

const wholes: ReadonlySet<Kind> = new Set<Kind>([
  'answer', 'http', 'bytes', 'json', 'streaming', 'stream', 'event', 'chunk', 'eventBytes', 'eventJson', 'messageStop', 'delta', 'metadata', 'messageStream', 'model', 'command',
]);

/** Code that nobody sees here may look at the reason. */
function isHandedOn({ role, value }: Use): boolean {
  return (role === 'handedOn' || role === 'forwarded') && wholes.has(value.kind);
}

function isUsed({ role, value }: Use): boolean {
  return role === 'written' || (role === 'inspected' && isWritten(value));
}

function isReason({ trace }: CheckContext, kind: Kind, at: Node): boolean {
  const name = nameOf(at);
  return name !== null && memberKind(trace.origin.dialect, kind, name) === 'reason';
}

function isReadSomehow({ role, at }: Use): boolean {
  const name = role === 'member' ? nameOf(at) : null;
  return name !== null && /^(?:stop|finish)_?reason$/i.test(name);
}

function nameOf(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
}

/** `finish_reason: 'stop'`, written by a function that has the answer, or that calls one that has. */
function constantReasons(context: CheckContext): readonly Node[] {
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
    return [node.consequent, node.alternate].some((each) => finishedValue(each) !== null) && [node.consequent, node.alternate].every((each) => unwrap(each).type === 'Literal');
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

/** The blocks that were looked for choose between a tool and a final answer. */
function decides(context: CheckContext, { at }: Use): boolean {
  const { tree } = context;
  let node = at;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'LogicalExpression':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'MemberExpression':
        continue;
      case 'IfStatement':
        return parent.test === node && namesTool(tree.text.slice(...at.range)) && !givesUp(context, parent);
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ConditionalExpression':
        return parent.test === node && namesTool(tree.text.slice(...at.range));
      case 'VariableDeclarator':
        return (
          parent.id.type === 'Identifier' &&
          namesTool(tree.text.slice(...at.range)) &&
          (tree.variableOf(parent.id)?.references ?? []).some(({ identifier }) => isTested(tree, identifier))
        );
      default:
        return false;
    }
  }
  return false;
}

/** An answer without a tool is an error to this code. */
function givesUp({ tree, trace }: CheckContext, statement: Node): boolean {
  if (statement.type !== 'IfStatement') return false;
  const branches = [othersOf(tree, chainOf(tree, statement)), courseOf(tree, statement.consequent, statement)];
  return branches.some((course) => effectOf(tree, course, trace.uses).others === 'throws');
}

function namesTool(text: string) {
  return /tool_?use/i.test(text);
}

function isTested(tree: CheckContext['tree'], identifier: Node): boolean {
  let node = identifier;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression' || parent.type === 'WhileStatement') return parent.test === node;
    if (!/^(?:Unary|Binary|Member|Logical|Chain|TSNonNull)Expression$/.test(parent.type)) return false;
  }
  return false;
}
