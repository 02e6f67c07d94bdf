import { isMisplacedReason, memberKind } from '../answer/members.js';
import type { Use } from '../answer/value.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { statementAround } from './line-place.js';
import { isWithin } from '../syntax/functions.js';

/** Stop reasons that are read where the API never puts one. Reads in one statement are one mistake. */
export function* misreadChecks(context: CheckContext): Iterable<Draft> {
  const { tree, trace } = context;
  if (isTextCompletion(context)) return;
  const found: Misread[] = [];
  const groups = new Map<Node | null, Misread[]>();
  for (const use of trace.uses) {
    if (use.role !== 'member' || use.at.type !== 'MemberExpression' || use.value.within.length > 0) continue;
    const name = staticName(use.at.property, use.at.computed);
    if (name === null || !isMisplacedReason(trace.origin.dialect, use.value.kind, name)) continue;
    // Metadata that other models may have written, too: only the name that Claude's own API uses is a mistake.
    if (trace.origin.dialect === 'langChain' && trace.origin.basis !== 'call' && name !== 'stop_reason') continue;
    const misread = { use, member: use.at, name };
    const isWrong = !isWritten(tree, use.at) && !readsElsewhere(context, use);
    const statement = statementAround(tree, use.at);
    if (isWrong) found.push(misread);
    if (isWrong && isDecided(tree, use.at)) groups.set(statement, [...(groups.get(statement) ?? []), misread]);
    else yield { key: use.at, check: null };
  }
  for (const [statement, reads] of groups) {
    const [last] = reads.toSorted((a, b) => b.member.range[0] - a.member.range[0]);
    // What a branch does with the same wrong read is mended with the test that leads to it.
    const all = found.filter(({ member, name }) => name === last?.name && isWithin(member, statement));
    if (last) yield { key: last.member, check: checkOf(context, last, all) };
  }
}

/** The API of Claude 2 has its reason beside the text: `{ completion, stop_reason }`. */
function isTextCompletion({ trace }: CheckContext): boolean {
  return trace.uses.some(({ role, at }) => role === 'member' && nameOf(at) === 'completion');
}

interface Misread {
  readonly use: Use;
  readonly member: Node;
  readonly name: string;
}

/** Code that reads the right place beside this one takes answers of several APIs. */
function readsElsewhere({ trace, tree }: CheckContext, use: Use): boolean {
  const statement = statementAround(tree, use.at);
  return trace.uses.some((other) => {
    const name = other.role === 'member' && other.at !== use.at ? nameOf(other.at) : null;
    if (name === null || !/^(?:stop|finish)_?reason$/i.test(name) || name === nameOf(use.at)) {
      const isRight = name !== null && memberKind(trace.origin.dialect, other.value.kind, name) === 'reason';
      return isRight && statementAround(tree, other.at) === statement;
    }
    if (other.value.kind === use.value.kind) return trace.origin.dialect !== 'langChain' || name === 'stopReason';
    return statementAround(tree, other.at) === statement;
  });
}

function nameOf(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
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

function checkOf(context: CheckContext, { use, member, name }: Misread, reads: readonly Misread[]) {
  const right = rightPlace(context, use);
  if (right === null) return null;
  const edits = reads.map((read) => editOf(context, read, rightPlace(context, read.use)));
  return describe(context, {
    shape: 'misread',
    range: member.range,
    reason: member,
    others: 'ignored',
    becomes: name,
    instead: right.replace('?.', '.'),
    missing: [],
    mend: edits.every((edit) => edit !== null) ? { kind: 'replace', edits } : null,
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

function editOf({ trace, tree }: CheckContext, { use, member, name }: Misread, right: string | null): TextEdit | null {
  if (member.type !== 'MemberExpression' || right === null) return null;
  const object = tree.text.slice(...member.object.range);
  const joint = member.optional ? '?.' : '.';
  // Metadata of messages that may also come from other models: what was read before is read still.
  if (trace.origin.dialect === 'langChain' && trace.origin.basis !== 'call') {
    const isCompared = tree.parentOf(member)?.type === 'BinaryExpression';
    return isCompared
      ? { range: member.range, text: `(${tree.text.slice(...member.range)} ?? ${object}${joint}${right})` }
      : null;
  }
  // The words of the other API differ too: `finish_reason === 'length'` can't be mended by its place alone.
  if (/finish/i.test(name) && use.value.kind !== 'delta') return null;
  return { range: member.range, text: `${object}${joint}${right}` };
}
