import type { DynamicCause, TextPart } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { resolve } from './follow.js';
import { growsBetweenCalls } from './growth.js';
import { inside, mayGoOn, placeOf, type Reading, type Spot } from './spot.js';
import { isWithin } from '../syntax/functions.js';

/** What a list that nobody can read adds to a text: a part in an order of its own where it is shuffled, or made of a collection that functions fill, and nobody sorts it. */
export function partsOfUnreadList(spot: Spot, reading: Reading): readonly TextPart[] {
  const found = disorderOf(spot, reading);
  if (!found) return [{ kind: 'unknown', place: placeOf(spot) }];
  const { tree, node } = found.spot;
  return [
    {
      kind: 'dynamic',
      cause: found.cause,
      expression: tree.text.slice(...node.range),
      place: placeOf(spot),
      origin: placeOf(found.spot),
    },
  ];
}

interface Disorder {
  readonly cause: DynamicCause;
  /** The collection, or the call that shuffles. */
  readonly spot: Spot;
}

/** `[...tools].map(…)`, `Array.from(tools.values(), …)`, `shuffle(tools)`: what gives a list its order. */
function disorderOf(spot: Spot, reading: Reading): Disorder | null {
  if (!mayGoOn(spot, reading)) return null;
  const node = unwrap(spot.node);
  const here = { ...spot, node };
  if (growsBetweenCalls(spot.tree, node) === 'serialisation') return { cause: 'serialisation', spot: here };
  if (isShuffle(here, reading)) return { cause: 'random', spot: here };
  const source = sourceOf(here);
  if (source) return disorderOf(inside(spot, source), reading);
  const target = resolve(spot, reading);
  return target.node === node ? null : disorderOf(target, reading);
}

const shuffling = /^(?:lodash(?:-es)?(?:\/.*)?|underscore|es-toolkit(?:\/.*)?|remeda|radash|d3-array)$/;

/** `shuffle(tools)` of a library, `tools.sort(() => Math.random() - 0.5)`. */
function isShuffle({ tree, node }: Spot, reading: Reading): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  const library = libraryName({ tree, node: callee }, reading.reach);
  if (library && shuffling.test(library.module))
    return library.path.at(-1) === 'shuffle' || library.module.endsWith('/shuffle');
  const [comparator] = node.arguments;
  if (!comparator || callee.type !== 'MemberExpression') return false;
  if (!/^(?:sort|toSorted)$/.test(staticName(callee.property, callee.computed) ?? '')) return false;
  return tree
    .all('CallExpression')
    .some((call) => isWithin(call, comparator) && globalName(tree, call.callee) === 'Math.random');
}

const keepsOrder = new Set(['map', 'filter', 'flatMap', 'slice', 'values', 'keys', 'entries', 'flat']);

/** The list whose order an expression keeps. */
function sourceOf({ tree, node }: Spot): Node | null {
  if (node.type === 'SpreadElement') return node.argument;
  if (node.type === 'ArrayExpression') {
    const [only] = node.elements;
    return node.elements.length === 1 && only?.type === 'SpreadElement' ? only.argument : null;
  }
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (globalName(tree, callee) === 'Array.from') return node.arguments[0] ?? null;
  if (callee.type !== 'MemberExpression') return null;
  return keepsOrder.has(staticName(callee.property, callee.computed) ?? '') ? callee.object : null;
}
