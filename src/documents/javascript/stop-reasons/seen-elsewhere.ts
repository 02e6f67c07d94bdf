import { carriers } from '../answer/carriers.js';
import { callsOf, isLogging } from '../answer/functions.js';
import type { Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Decision } from './decision.js';
import { isOpenMember } from './open-member.js';
import { functionAround, isCallable, isWithin } from '../syntax/functions.js';

/**
 * Whether the reason also goes where other code may look at it: into a field that others read, a list, a setter, a callback, an event.
 * What is done for the reasons that a test names, and what an exception says, shows nothing of the others.
 */
export function isSeenElsewhere(tree: SyntaxTree, uses: readonly Use[], decisions: readonly Decision[]): boolean {
  const followed = new Set(uses.flatMap(({ role, at }) => (role === 'member' ? [at] : [])));
  return uses.some((use) => leaves(tree, use, followed) && !isForNamed(tree, use, uses, decisions));
}

function leaves(tree: SyntaxTree, { role, value, node, at }: Use, followed: ReadonlySet<Node>): boolean {
  if (role !== 'forwarded' && role !== 'handedOn') return false;
  const isReason = value.kind === 'reason' || value.kind === 'messageStop' || value.kind === 'delta';
  if (!isReason && !carriers.has(value.kind)) return false;
  switch (at.type) {
    case 'AssignmentExpression':
      return at.left.type !== 'MemberExpression' || isOpenMember(tree, at.left, followed);
    case 'MemberExpression':
      return isOpenMember(tree, at, followed);
    case 'CallExpression':
    case 'NewExpression':
      return !isShown(tree, at) && (isReason || (at.callee !== tree.parentOf(node) && isKeeping(tree, at.callee)));
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'ThrowStatement':
      return false;
    default:
      // What a function gives back is followed to the calls of it.
      return isCallable(at) ? isReason && callsOf(tree, at).length === 0 : !isShown(tree, at);
  }
}

/** Text for people: an argument of a logger, or of an exception. */
function isShown(tree: SyntaxTree, inside: Node): boolean {
  let node = inside;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'ThrowStatement') return true;
    if (parent.type === 'CallExpression' && parent.callee !== node && isLogging(parent.callee)) return true;
    if (isCallable(parent) || parent.type.endsWith('Statement')) return false;
  }
  return false;
}

const keeping =
  /^(?:push|unshift|append|add|set|put|emit|publish|dispatch|dispatchEvent|notify|next|enqueue|write|send|postMessage|resolve)$/;

/** A call that stores what it is given, or hands it to whoever listens: `turns.push(…)`, `this.emit(…)`, a function that the caller gives. */
function isKeeping(tree: SyntaxTree, callee: Node): boolean {
  let node = unwrap(callee);
  if (node.type === 'MemberExpression' && keeping.test(staticName(node.property, node.computed) ?? '')) return true;
  while (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed) ?? '';
    if (/^on[A-Z]/.test(name)) return true;
    node = unwrap(node.object);
  }
  if (node.type !== 'Identifier') return false;
  const definition = tree.variableOf(node)?.defs[0];
  return definition?.type === 'Parameter' && unwrap(callee) === node;
}

/** Only for reasons that a test or a case names. */
function isForNamed(tree: SyntaxTree, { at }: Use, uses: readonly Use[], decisions: readonly Decision[]): boolean {
  const around = functionAround(tree, at);
  const isHere = (holder: Node) => functionAround(tree, holder) === around;
  return (
    decisions.some(
      ({ holder, isPositive }) =>
        (holder.type === 'IfStatement' || holder.type === 'ConditionalExpression') &&
        isHere(holder) &&
        isWithin(at, isPositive ? holder.consequent : holder.alternate),
    ) ||
    uses.some(
      ({ role, at: holder }) =>
        role === 'switched' &&
        holder.type === 'SwitchStatement' &&
        isHere(holder) &&
        holder.cases.some((each) => each.test !== null && isWithin(at, each)),
    )
  );
}
