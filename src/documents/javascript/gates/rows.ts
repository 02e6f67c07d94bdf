import { globalName } from '../syntax/globals.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** A text that a table has as a key, or an expression. */
export type Element = string | Located;

/** An element of a list, a key of a table, or an entry, which has a value beside its key. */
export interface Row {
  readonly element: Element;
  readonly isOfTable: boolean;
  readonly value?: Located;
}

/** What a list or a table that is written out holds; `null` where more may come. */
export function rowsOf(list: Located, takes: 'elements' | 'keys', reach: Reach): readonly Row[] | null {
  const found = definitionOf(list, reach);
  if (!found) return null;
  const { tree, node } = found;
  if (takes === 'keys') return keysOf(entriesOf(found));
  switch (node.type) {
    case 'ArrayExpression':
      return whole(node.elements.map((element) => element && rowsOfElement(tree, element, reach)))?.flat() ?? null;
    case 'NewExpression': {
      const [given] = node.arguments;
      const name = globalName(tree, node.callee);
      return given && (name === 'Map' || name === 'Set') ? rowsOf({ tree, node: given }, takes, reach) : null;
    }
    case 'CallExpression':
      return rowsOfCall(found, reach);
    default:
      return null;
  }
}

function rowsOfElement(tree: SyntaxTree, element: Node, reach: Reach): readonly Row[] | null {
  return element.type === 'SpreadElement'
    ? rowsOf({ tree, node: element.argument }, 'elements', reach)
    : [{ element: { tree, node: element }, isOfTable: false }];
}

/** `Object.entries(TABLE)`, `MAP.keys()`, `LIST.sort(…)` */
function rowsOfCall({ tree, node: call }: Located, reach: Reach): readonly Row[] | null {
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : call;
  if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression') return null;
  const [argument] = call.arguments;
  const method = staticName(callee.property, callee.computed) ?? '';
  if (argument && globalName(tree, callee.object) === 'Object') {
    const table = definitionOf({ tree, node: argument }, reach);
    const entries = table && entriesOf(table);
    if (method === 'entries') return entries;
    if (method === 'keys') return keysOf(entries);
    return method === 'values' ? (entries?.map(({ value }) => ({ element: value, isOfTable: true })) ?? null) : null;
  }
  const rows = () => rowsOf({ tree, node: callee.object }, 'elements', reach);
  if (/^(?:sort|toSorted|reverse|toReversed|slice|filter|entries|values)$/.test(method)) return rows();
  if (method !== 'keys') return null;
  const keys = whole((rows() ?? [null]).map((row) => row && partOf(row, ['0'], reach)));
  return keys && keysOf(keys.map((element) => ({ element })));
}

function keysOf(rows: readonly Pick<Row, 'element'>[] | null): readonly Row[] | null {
  return rows?.map(({ element }) => ({ element, isOfTable: true })) ?? null;
}

/** `null` where a key is not known, or more of them may come. */
function entriesOf({ tree, node }: Located) {
  if (node.type !== 'ObjectExpression') return null;
  return whole(
    node.properties.map((property) => {
      const key = property.type === 'Property' ? staticName(property.key, property.computed) : null;
      return property.type === 'Property' && key !== null
        ? { element: key, value: { tree, node: property.value }, isOfTable: true }
        : null;
    }),
  );
}

/** What is under a path of an element or an entry. */
export function partOf({ element, value }: Row, path: readonly string[], reach: Reach): Element | null {
  const [name, ...rest] = path;
  if (value) return name === '0' ? element : name === '1' ? memberOf(value, rest, reach) : null;
  return typeof element === 'string' ? (name === undefined ? element : null) : memberOf(element, path, reach);
}

/** The text of an element that is one. */
export function textOf(element: Element, reach: Reach): string | null {
  if (typeof element === 'string') return element;
  const node = definitionOf(element, reach)?.node;
  return node ? staticName(node, true) : null;
}

function memberOf(place: Located, [name, ...rest]: readonly string[], reach: Reach): Located | null {
  if (name === undefined) return place;
  const owner = definitionOf(place, reach);
  if (owner?.node.type === 'ArrayExpression') {
    const element = owner.node.elements[Number(name)];
    return element && element.type !== 'SpreadElement'
      ? memberOf({ tree: owner.tree, node: element }, rest, reach)
      : null;
  }
  const property = owner && propertyOf(owner, name, reach);
  return property && memberOf({ tree: property.tree, node: property.value }, rest, reach);
}

function whole<Value>(values: readonly (Value | null)[]): readonly Value[] | null {
  const seen = values.filter((value) => value !== null);
  return seen.length === values.length ? seen : null;
}
