import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

const iterators =
  /^(?:map|flatMap|filter|forEach|find|findLast|findIndex|some|every|reduce|sort|on|once|addEventListener|addListener|subscribe|setTimeout|setInterval|catch|finally)$/;

/** Whether a call runs the functions it is given once for each element, or later: what they return is not what it returns. */
export function isBlockCallback(call: Node): boolean {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  const name =
    callee.type === 'MemberExpression'
      ? staticName(callee.property, callee.computed)
      : callee.type === 'Identifier'
        ? callee.name
        : null;
  return name !== null && iterators.test(name);
}
