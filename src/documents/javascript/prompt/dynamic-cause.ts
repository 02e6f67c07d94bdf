import type { DynamicCause, Place } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { resolve } from './follow.js';
import { growsBetweenCalls } from './growth.js';
import { isDayOnly } from './day-only.js';
import { personalCauseOf } from './personal-data.js';
import { inside, mayGoOn, placeOf, type Reading, sourceOf, type Spot } from './spot.js';
import { globalCalls, libraryCalls, passingFunctions, passingMethods } from './volatile-calls.js';

/** Why a value provably differs between calls. */
export interface Change {
  readonly cause: DynamicCause;
  readonly perProcess?: true;
  readonly perDay?: true;
  /** Where the changing value is made and how, where that is elsewhere. */
  readonly origin?: Place;
  readonly expression?: string;
}

/** Whether a value is the time, chance, a count, or something about the request or the user; `null` where that is not proven. */
export function changeOf(spot: Spot, reading: Reading): Change | null {
  if (!mayGoOn(spot, reading)) return null;
  const made = resolve(spot, reading);
  const own = growthOf(spot) ?? growthOf(made) ?? volatileAt(made, reading);
  if (!own) {
    const cause = personalCauseOf(spot, reading);
    return cause && { cause };
  }
  const isElsewhere = made.node !== unwrap(spot.node) || made.tree !== spot.tree;
  return isElsewhere && !own.origin ? { ...own, origin: placeOf(made), expression: sourceOf(made) } : own;
}

function growthOf(spot: Spot): Change | null {
  const cause = growsBetweenCalls(spot.tree, spot.node);
  return cause && { cause };
}

function volatileAt(spot: Spot, reading: Reading): Change | null {
  const { node } = spot;
  const through = (inner: Node | undefined) => (inner ? changeOf(inside(spot, inner), reading) : null);
  switch (node.type) {
    case 'NewExpression':
      if (globalName(spot.tree, node.callee) !== 'Date') return null;
      return node.arguments.length === 0 ? timed('clock', spot) : impersonal(through(node.arguments[0]));
    case 'CallExpression':
      return volatileCall(spot, node, reading);
    case 'MemberExpression':
      // A random element of a list, the first piece of a text that changes.
      if (!node.computed) return null;
      return (
        impersonal(through(node.property)) ??
        (staticName(node.property, true) === null ? null : dayOr(spot, through(node.object), reading))
      );
    case 'BinaryExpression':
      return /^[-*/%+]$/.test(node.operator)
        ? (impersonal(through(node.left)) ?? impersonal(through(node.right)))
        : null;
    case 'UnaryExpression':
      return node.operator === '+' ? through(node.argument) : null;
    default:
      return null;
  }
}

function volatileCall(spot: Spot, call: Extract<Node, { type: 'CallExpression' }>, reading: Reading): Change | null {
  const { tree } = spot;
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  const through = (inner: Node) => changeOf(inside(spot, inner), reading);
  const global = globalName(tree, callee);
  if (global !== null) {
    const cause = globalCalls.get(global);
    if (cause) return timed(cause, spot);
    return first && passingFunctions.has(global) ? through(first) : null;
  }
  const library = libraryName({ tree, node: callee }, reading.reach);
  if (library) {
    const cause = libraryCalls(library.module, library.path, call.arguments.length);
    if (cause) return timed(cause, spot);
    // date-fns: every function of it says of a time what the time is.
    if (first && /^date-fns(?:-tz)?(?:\/|$)/.test(library.module))
      return dayOr(spot, impersonal(through(first)), reading);
  }
  if (callee.type !== 'MemberExpression') return null;
  const method = staticName(callee.property, callee.computed) ?? '';
  return passingMethods.test(method) ? dayOr(spot, impersonal(through(callee.object)), reading) : null;
}

function timed(cause: DynamicCause, { scope }: Spot): Change {
  return scope.isOnce ? { cause, perProcess: true } : { cause };
}

/** What is read of a request or a user is judged by the whole of its name. */
function impersonal(change: Change | null): Change | null {
  return change && change.cause !== 'request' && change.cause !== 'user' ? change : null;
}

function dayOr(spot: Spot, change: Change | null, reading: Reading): Change | null {
  return change?.cause === 'clock' && isDayOnly(spot, reading) ? { ...change, perDay: true } : change;
}
