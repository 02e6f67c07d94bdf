import { unwrap } from '../syntax/unwrap.js';
import { resolve } from './follow.js';
import { inside, mayGoOn, type Reading, type Spot } from './spot.js';

/** A whole number that is written out, or the sum or product of such; `null` otherwise. */
export function numberOf(spot: Spot, reading: Reading): number | null {
  if (!mayGoOn(spot, reading)) return null;
  const found = resolve(spot, reading);
  const node = unwrap(found.node);
  if (node.type === 'Literal')
    return typeof node.value === 'number' && Number.isInteger(node.value) ? node.value : null;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const number = numberOf(inside(found, node.argument), reading);
    return number === null ? null : -number;
  }
  if (node.type !== 'BinaryExpression' || (node.operator !== '*' && node.operator !== '+')) return null;
  const left = numberOf(inside(found, node.left), reading);
  const right = numberOf(inside(found, node.right), reading);
  if (left === null || right === null) return null;
  return node.operator === '*' ? left * right : left + right;
}
