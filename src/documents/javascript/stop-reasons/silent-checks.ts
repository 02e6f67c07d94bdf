import { carriers } from '../answer/carriers.js';
import { memberKind } from '../answer/members.js';
import type { Kind, Use } from '../answer/value.js';
import { isWritten } from '../answer/walk.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { answerGuard } from './answer-guard.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { constantReasons } from './constant-reasons.js';
import { choiceByBlocks } from './inspected-blocks.js';

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
  const choice = choiceByBlocks(context);
  if (choice) yield { key: choice, check: silent(context, 'inspected', choice, null) };
  else if (trace.uses.some(isUsed))
    yield { key: trace.origin.node, check: silent(context, 'unread', trace.origin.node, null) };
}

function silent(
  context: CheckContext,
  shape: 'logged' | 'constant' | 'inspected' | 'unread',
  at: Node,
  reason: Node | null,
) {
  return describe(context, {
    shape,
    range: at.range,
    reason,
    others: 'ignored',
    becomes: shape === 'constant' ? context.tree.text.slice(...at.range) : null,
    mend: answerGuard(context),
  });
}

/** Code that nobody sees here may look at the reason. */
function isHandedOn({ role, value }: Use): boolean {
  return (
    (role === 'handedOn' || role === 'forwarded') &&
    (carriers.has(value.kind) || value.kind === 'messageStop' || value.kind === 'delta')
  );
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
