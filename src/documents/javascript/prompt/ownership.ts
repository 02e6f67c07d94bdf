import type { Node } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { follow } from './follow.js';
import { mutationsOf } from '../values/mutations.js';
import { isExported, usesOf } from './name-uses.js';
import type { Reading, Spot } from './spot.js';

/** Whether every name between a use and its definition is used here alone, so that changing the definition changes nothing else. */
export function isOwned(use: Spot, definition: Spot, reading: Reading): boolean {
  let spot: Spot | null = use;
  while (spot) {
    const node: Node = unwrap(spot.node);
    if (node === unwrap(definition.node)) return true;
    const name: Node = node.type === 'CallExpression' ? unwrap(node.callee) : node;
    if (!isUsedOnce({ ...spot, node: name })) return false;
    spot = follow(spot, reading);
  }
  return false;
}

function isUsedOnce({ tree, node }: Spot): boolean {
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  if (!variable || isExported(tree, variable) || String(variable.defs[0]?.type) === 'ImportBinding') return false;
  const own = new Set(mutationsOf(tree, variable).map((mutation) => mutation.node.range[0]));
  return usesOf(variable).filter(({ range }) => !own.has(range[0])).length === 1;
}
