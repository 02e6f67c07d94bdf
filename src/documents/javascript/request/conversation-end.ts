import type { Variable } from '@typescript-eslint/scope-manager';
import { globalName } from '../syntax/globals.js';
import { follow } from '../prompt/follow.js';
import { changeOfProperty } from '../prompt/list-changes.js';
import { mutationsOf } from '../values/mutations.js';
import { runsAfter, runsBefore, surroundingsOf } from '../prompt/order.js';
import { isNothing } from '../prompt/properties.js';
import { inside, mayGoOn, type Reading, type Spot } from '../prompt/spot.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** An element that a list may end with. */
export interface End {
  readonly spot: Spot;
  /** The expression at which the list was asked for, and the literal that the element is written in. */
  readonly use: Spot;
  readonly list: Spot | null;
  /** The statement that adds this element and nothing else. */
  readonly statement: Node | null;
}

/** What a list may end with. */
export interface Ends {
  readonly found: readonly End[];
  readonly mayBeEmpty: boolean;
  /** It may end with what nobody can read. */
  readonly mayBeOther: boolean;
}

const unread: Ends = { found: [], mayBeEmpty: false, mayBeOther: true };
const empty: Ends = { found: [], mayBeEmpty: true, mayBeOther: false };

/** The elements that a list may end with, through names, spreads, branches, `concat` and `push`. */
export function endsOf(spot: Spot, reading: Reading): Ends {
  const added = addedToProperty(spot);
  return added ?? endsFrom(spot, spot, reading);
}

function endsFrom(spot: Spot, use: Spot, reading: Reading): Ends {
  const node = unwrap(spot.node);
  const here = { ...spot, node };
  if (!mayGoOn(spot, reading)) return unread;
  if (isNothing(here)) return empty;
  switch (node.type) {
    case 'ArrayExpression':
      return endsOfElements(here, use, reading);
    case 'ConditionalExpression':
      return either(endsOf(inside(here, node.consequent), reading), endsOf(inside(here, node.alternate), reading));
    case 'LogicalExpression':
      return node.operator === '&&'
        ? either(empty, endsOf(inside(here, node.right), reading))
        : either(endsOf(inside(here, node.left), reading), endsOf(inside(here, node.right), reading));
    case 'CallExpression': {
      const made = endsOfCall(here, node, reading);
      if (made) return made;
    }
  }
  const next = follow(here, reading);
  if (!next) return unread;
  const variable = node.type === 'Identifier' ? spot.tree.variableOf(node) : null;
  const ends = endsFrom(next, use, reading);
  return variable ? withChanges(here, variable, ends, reading) : ends;
}

function endsOfElements(list: Spot, use: Spot, reading: Reading): Ends {
  if (list.node.type !== 'ArrayExpression') return unread;
  let ends = empty;
  for (const element of list.node.elements.toReversed()) {
    if (!ends.mayBeEmpty) break;
    if (element) ends = behind(endsOfElement(list, element, use, reading), ends);
  }
  return ends;
}

function endsOfElement(list: Spot, element: Node, use: Spot, reading: Reading): Ends {
  if (element.type === 'SpreadElement') return endsOf(inside(list, element.argument), reading);
  const spot = inside(list, element);
  const inner = unwrap(element);
  if (isNothing(spot)) return empty;
  if (inner.type === 'LogicalExpression' && inner.operator === '&&')
    return either(empty, one({ spot: inside(list, inner.right), use, list: null, statement: null }));
  if (inner.type === 'ConditionalExpression')
    return either(
      endsOfElement(list, inner.consequent, use, reading),
      endsOfElement(list, inner.alternate, use, reading),
    );
  return one({ spot, use, list, statement: null });
}

function endsOfCall(spot: Spot, call: Extract<Node, { type: 'CallExpression' }>, reading: Reading): Ends | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return null;
  const receiver = inside(spot, callee.object);
  switch (staticName(callee.property, callee.computed)) {
    case 'concat':
      return call.arguments.reduce(
        (ends, argument) => behind(ends, concatenated(inside(spot, argument), reading)),
        endsOf(receiver, reading),
      );
    case 'filter': {
      const [first] = call.arguments;
      return first && globalName(spot.tree, first) === 'Boolean' ? endsOf(receiver, reading) : null;
    }
    case 'slice':
      // Whatever is left out at the front: the end stays.
      return call.arguments.length < 2 ? endsOf(receiver, reading) : null;
    default:
      return null;
  }
}

function concatenated(spot: Spot, reading: Reading): Ends {
  return unwrap(spot.node).type === 'ObjectExpression'
    ? one({ spot, use: spot, list: null, statement: null })
    : endsOf(spot, reading);
}

/** What the statements before a use of a name do to the end of its list. */
function withChanges(use: Spot, variable: Variable, written: Ends, reading: Reading): Ends {
  const { tree, node } = use;
  const declaration = variable.identifiers[0] ?? node;
  if (isHandedOn(use, variable, declaration)) return unread;
  let ends = written;
  for (const mutation of mutationsOf(tree, variable)) {
    if (runsAfter(tree, mutation.node, node, declaration)) continue;
    if (mutation.kind !== 'method') return unread;
    if (mutation.name === 'push') ends = behind(ends, pushed(use, mutation.node, declaration, reading));
    else if (mutation.name !== 'unshift') return unread;
  }
  return ends;
}

/** What `push` adds before `use`; nothing is known of the end where it runs in another order, or more than once. */
function pushed(use: Spot, call: Node, declaration: Node, reading: Reading): Ends {
  const { tree, node } = use;
  const statement = tree.parentOf(call);
  if (call.type !== 'CallExpression' || statement?.type !== 'ExpressionStatement') return unread;
  const isOnly = call.arguments.length === 1;
  const ends = call.arguments.reduce(
    (before, argument) =>
      behind(
        before,
        argument.type === 'SpreadElement'
          ? endsOf(inside(use, argument.argument), reading)
          : one({ spot: inside(use, argument), use, list: null, statement: isOnly ? statement : null }),
      ),
    empty,
  );
  if (runsBefore(tree, statement, node, declaration)) return ends;
  const [around, step] = [surroundingsOf(tree, node), surroundingsOf(tree, statement)];
  const isOnCondition =
    step.owner === around.owner &&
    step.loop === surroundingsOf(tree, declaration).loop &&
    statement.range[1] <= node.range[0];
  return isOnCondition ? either(empty, ends) : unread;
}

/** `input.messages.push(…)` after `const input = { messages: […] }`. */
function addedToProperty(spot: Spot): Ends | null {
  const change = changeOfProperty({ ...spot, node: unwrap(spot.node) });
  if (!change) return null;
  const callee = change.type === 'CallExpression' ? unwrap(change.callee) : null;
  const isPush = callee?.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'push';
  const [last] = change.type === 'CallExpression' ? change.arguments.slice(-1) : [];
  if (!isPush || !last || last.type === 'SpreadElement') return unread;
  // Where the request is sent is not seen from here: it may be sent before.
  return { ...either(one({ spot: inside(spot, last), use: spot, list: null, statement: null }), unread) };
}

/** Whether a list is given to code that may add to it before it is used. */
function isHandedOn({ tree, node }: Spot, variable: Variable, declaration: Node): boolean {
  return variable.references.some(({ identifier }) => {
    const call = tree.parentOf(identifier);
    if (identifier === node || call?.type !== 'CallExpression' || unwrap(call.callee) === identifier) return false;
    const isReader = /^(?:console|JSON)\./.test(globalName(tree, call.callee) ?? '');
    return !isReader && !runsAfter(tree, call, node, declaration) && !isAround(call, node) && !isAppended(call);
  });
}

function isAround(call: Node, node: Node) {
  return call.range[0] <= node.range[0] && node.range[1] <= call.range[1];
}

/** `history.concat(messages)` reads its arguments. */
function isAppended(call: Extract<Node, { type: 'CallExpression' }>) {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'concat';
}

function one(end: End): Ends {
  return { found: [end], mayBeEmpty: false, mayBeOther: false };
}

function either(first: Ends, second: Ends): Ends {
  return {
    found: [...first.found, ...second.found],
    mayBeEmpty: first.mayBeEmpty || second.mayBeEmpty,
    mayBeOther: first.mayBeOther || second.mayBeOther,
  };
}

/** The end of two lists one behind the other. */
function behind(before: Ends, last: Ends): Ends {
  if (!last.mayBeEmpty) return last;
  return {
    found: [...last.found, ...before.found],
    mayBeEmpty: before.mayBeEmpty,
    mayBeOther: before.mayBeOther || last.mayBeOther,
  };
}
