import { propertyOf } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { wholeText } from './compose.js';
import { resolve } from './follow.js';
import { inside, type Reading, type Spot } from './spot.js';

/** Whether an expression takes no more than the day of a time: `toDateString()`, `toISOString().slice(0, 10)`, `format('YYYY-MM-DD')`. */
export function isDayOnly(spot: Spot, reading: Reading): boolean {
  const node = unwrap(spot.node);
  if (node.type === 'MemberExpression') return isIsoDay(node.object) && staticName(node.property, true) === '0';
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  // An hour is long for a cache that lives for minutes.
  if (/^(?:toDateString|toISODate|get(?:UTC)?(?:FullYear|Month|Date|Day|Hours))$/.test(method ?? '')) return true;
  if (method === 'toLocaleDateString') return !showsTime(inside(spot, node.arguments[1] ?? node), reading);
  if (method === 'slice' || method === 'substring' || method === 'substr') return isFirstTen(node.arguments);
  const patterns = node.arguments.map((argument) => wholeText(reading.text(inside(spot, argument))));
  const isFormat = method === 'format' || (callee.type === 'Identifier' && node.arguments.length >= 2);
  return isFormat && patterns.some((pattern) => pattern !== null && isDayPattern(pattern));
}

/** `….split('T')`, of which the first piece is the day. */
function isIsoDay(node: Node) {
  const call = unwrap(node);
  if (call.type !== 'CallExpression') return false;
  const callee = unwrap(call.callee);
  const [separator] = call.arguments;
  return (
    callee.type === 'MemberExpression' &&
    staticName(callee.property, callee.computed) === 'split' &&
    separator !== undefined &&
    staticName(separator, true) === 'T'
  );
}

function isFirstTen([start, end]: readonly Node[]) {
  return start?.type === 'Literal' && start.value === 0 && end?.type === 'Literal' && Number(end.value) <= 10;
}

function showsTime(options: Spot, reading: Reading): boolean {
  const object = resolve(options, reading);
  if (object.node.type === 'CallExpression') return false;
  return (
    object.node.type !== 'ObjectExpression' ||
    ['hour', 'minute', 'second', 'timeStyle', 'dayPeriod'].some((name) => propertyOf(object, name, reading.reach))
  );
}

/** A pattern of a date library that names a day and no hour, minute or second. */
function isDayPattern(pattern: string) {
  const signs = pattern.replace(/\[[^\]]{0,40}\]|'[^']{0,40}'/g, '');
  return /[yYdD]/.test(signs) && !/[HhkKmsSaAxXTtp]/.test(signs);
}
