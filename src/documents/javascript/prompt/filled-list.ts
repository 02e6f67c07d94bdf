import { globalName } from '../syntax/globals.js';
import { propertyOf } from '../values/objects.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { resolve } from './follow.js';
import { numberOf } from './number-of.js';
import { inside, type Reading, type Spot } from './spot.js';

/** `Array(n).fill(x)`: one value, many times. */
export function filledList(spot: Spot, reading: Reading): { readonly value: Spot; readonly count: number } | null {
  const list = resolve(spot, reading);
  const { node } = list;
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return null;
  const [value, ...bounds] = node.arguments;
  if (staticName(callee.property, callee.computed) !== 'fill' || !value || bounds.length > 0) return null;
  const count = lengthOfEmpty(inside(list, callee.object), reading);
  return count === null ? null : { value: inside(list, value), count };
}

/** The length of `Array(n)`, `new Array(n)` or `Array.from({ length: n })`. */
function lengthOfEmpty(spot: Spot, reading: Reading): number | null {
  const node = unwrap(spot.node);
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const [first, ...others] = node.arguments;
  if (!first || others.length > 0) return null;
  const name = globalName(spot.tree, node.callee);
  if (name === 'Array.from') return lengthOfRecord(inside(spot, first), reading);
  return name === 'Array' ? numberOf(inside(spot, first), reading) : null;
}

/** The length that `{ length: n }` asks for. */
export function lengthOfRecord(spot: Spot, reading: Reading): number | null {
  const record = resolve(spot, reading);
  const length = propertyOf(record, 'length', reading.reach);
  return length ? numberOf({ ...inside(record, length.value), tree: length.tree }, reading) : null;
}
