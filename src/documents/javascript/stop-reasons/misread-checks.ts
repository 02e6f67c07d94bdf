import { isMisplacedReason } from '../answer/members.js';
import type { Use } from '../answer/value.js';
import type { MendPlace } from '../../stop-reason-check.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName } from '../unwrap.js';
import { type CheckContext, describe, type Draft } from './check-context.js';

/** Stop reasons that are read where the API never puts one. */
export function* misreadChecks(context: CheckContext): Iterable<Draft> {
  const { tree, trace } = context;
  for (const use of trace.uses) {
    if (use.role !== 'member' || use.at.type !== 'MemberExpression' || use.value.within.length > 0) continue;
    const name = staticName(use.at.property, use.at.computed);
    if (name === null || !isMisplacedReason(trace.origin.dialect, use.value.kind, name)) continue;
    // Metadata that other models may have written, too: only the name that Claude's own API uses is a mistake.
    if (trace.origin.dialect === 'langChain' && trace.origin.basis !== 'call' && name !== 'stop_reason') continue;
    const isWrong = !isWritten(tree, use.at) && !readsElsewhere(context, use) && isDecided(tree, use.at);
    yield { key: use.at, check: isWrong ? checkOf(context, use, use.at, name) : null };
  }
}

/** Code that reads the right place too knows several kinds of answers. */
function readsElsewhere({ trace, tree }: CheckContext, use: Use): boolean {
  if (trace.uses.some(({ value }) => value.kind === 'reason')) return true;
  // Another API's name beside this one: the code takes answers of both.
  const own = use.at.type === 'MemberExpression' ? staticName(use.at.property, use.at.computed) : null;
  const names = new Set(
    trace.uses.flatMap(({ role, at, value }) =>
      role === 'member' && at.type === 'MemberExpression' && value.kind === use.value.kind
        ? (staticName(at.property, at.computed) ?? [])
        : [],
    ),
  );
  names.delete(own ?? '');
  return trace.origin.dialect !== 'langChain' && [...names].some((name) => /^(?:stop|finish)_?reason$/i.test(name)) && tree !== null;
}

function isWritten(tree: SyntaxTree, member: Node): boolean {
  const parent = tree.parentOf(member);
  return parent?.type === 'AssignmentExpression' && parent.left === member;
}

/** The program decides by it: compares it, tests it, switches on it. */
function isDecided(tree: SyntaxTree, member: Node): boolean {
  let node = member;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'UnaryExpression':
      case 'LogicalExpression':
        continue;
      case 'BinaryExpression':
        return /^[!=]==?$/.test(parent.operator);
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return parent.test === node;
      case 'SwitchStatement':
        return true;
      default:
        return false;
    }
  }
  return false;
}

function checkOf(context: CheckContext, use: Use, member: Node, name: string) {
  const { tree } = context;
  const right = rightPlace(context, use);
  if (right === null || member.type !== 'MemberExpression') return null;
  const object = tree.text.slice(...member.object.range);
  return describe(context, {
    shape: 'misread',
    range: member.range,
    reason: member,
    others: 'ignored',
    becomes: name,
    instead: right,
    missing: [],
    mend: mendOf(context, use, member, object, right),
  });
}

/** The way from the value to its reason. */
function rightPlace({ trace }: CheckContext, { value }: Use): string | null {
  switch (`${trace.origin.dialect} ${value.kind}`) {
    case 'converse answer':
    case 'converse messageStop':
    case 'langChain metadata':
      return 'stopReason';
    case 'converse event':
      return 'messageStop?.stopReason';
    case 'messages answer':
    case 'messages delta':
      return 'stop_reason';
    case 'messages event':
      return 'delta?.stop_reason';
    case 'aiSdk answer':
    case 'aiSdk event':
      return 'finishReason';
    default:
      return null;
  }
}

function mendOf({ trace, tree }: CheckContext, use: Use, member: Node, object: string, right: string): MendPlace | null {
  if (member.type !== 'MemberExpression') return null;
  const joint = member.optional ? '?.' : '.';
  // Metadata of messages that may also come from other models: what was read before is read still.
  if (trace.origin.dialect === 'langChain' && trace.origin.basis !== 'call') {
    const parent = tree.parentOf(member);
    if (parent?.type !== 'BinaryExpression') return null;
    const read = `(${tree.text.slice(...member.range)} ?? ${object}${joint}${right})`;
    return { kind: 'replace', range: member.range, text: read };
  }
  // The words of the other API differ too: `finish_reason === 'length'` can't be mended by its place alone.
  return /finish/i.test(staticName(member.property, member.computed) ?? '') && use.value.kind !== 'delta'
    ? null
    : { kind: 'replace', range: member.range, text: `${object}${joint}${right}` };
}
