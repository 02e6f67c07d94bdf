import { parseModelName } from '../../../catalog/model-id.js';
import type { ModelGate } from '../../facts.js';
import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { Reach } from '../values/objects.js';
import { isFragment } from './fragment.js';
import { geographyStrips } from './geography-strips.js';
import { partOf, rowsOf, textOf } from './rows.js';

/**
 * Tables in which code looks up what is left of an ID: `PRICES[modelId.split('.').pop()]`, `LIMITS.get(bare(modelId))`.
 * Tables of whole IDs name models that are judged where they stand.
 */
export function gatesOfLookups(tree: SyntaxTree, reach: Reach): ModelGate[] {
  return [...tree.all('MemberExpression'), ...tree.all('CallExpression')].flatMap((node) => {
    const lookup = lookupOf(node);
    if (!lookup || geographyStrips(tree, lookup.key).length === 0) return [];
    const keys = keysOf(tree, lookup, reach);
    if (!keys.some(isFragment) || keys.some((key) => parseModelName(key))) return [];
    return [{ kind: 'includes', patterns: keys, range: node.range, geography: false, yields: 'entry' } as const];
  });
}

interface Lookup {
  readonly table: Node;
  readonly key: Node;
  readonly isMap: boolean;
}

function lookupOf(node: Node): Lookup | null {
  if (node.type === 'MemberExpression')
    return node.computed && unwrap(node.property).type !== 'Literal'
      ? { table: node.object, key: node.property, isMap: false }
      : null;
  if (node.type !== 'CallExpression' || !/^(?:get|has)$/.test(calledName(node))) return null;
  const callee = unwrap(node.callee);
  const [key] = node.arguments;
  return callee.type === 'MemberExpression' && key ? { table: callee.object, key, isMap: true } : null;
}

function keysOf(tree: SyntaxTree, { table, isMap }: Lookup, reach: Reach): readonly string[] {
  const rows = rowsOf({ tree, node: table }, isMap ? 'elements' : 'keys', reach) ?? [];
  return rows.flatMap((row) => {
    const key = isMap ? partOf(row, ['0'], reach) : row.element;
    return (key && textOf(key, reach)) ?? [];
  });
}
