import { globalName } from '../syntax/globals.js';
import { definitionOf, propertyOf, type Located, type Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** The texts of a list or a set that is written out. */
export function textsOf(place: Located, reach: Reach): readonly string[] | null {
  const found = definitionOf(place, reach);
  const [source] = found?.node.type === 'NewExpression' ? found.node.arguments : [];
  if (found && source)
    return globalName(found.tree, newNameOf(found.node)) === 'Set'
      ? textsOf({ tree: found.tree, node: source }, reach)
      : null;
  if (found?.node.type !== 'ArrayExpression') return null;
  const values = found.node.elements.map((node) => (node ? staticValue({ tree: found.tree, node }, reach) : null));
  const texts = values.flatMap((value) => (value?.kind === 'text' ? value.text : []));
  return texts.length === values.length ? texts : null;
}

function newNameOf(node: Node) {
  return node.type === 'NewExpression' ? node.callee : node;
}

/** The keys of a table under which a switch is on; `null` where one can't be read. */
export function keysWith(place: Located, path: readonly string[], reach: Reach): readonly string[] | null {
  const table = definitionOf(place, reach);
  if (table?.node.type !== 'ObjectExpression') return null;
  const keys: string[] = [];
  for (const property of table.node.properties) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    if (property.type !== 'Property' || name === null) return null;
    const value = switchAt({ tree: table.tree, node: property.value }, path, reach);
    if (value === null) return null;
    if (value) keys.push(name);
  }
  return keys;
}

function switchAt(place: Located, [name, ...rest]: readonly string[], reach: Reach): boolean | null {
  const found = definitionOf(place, reach);
  if (!found) return null;
  if (name === undefined)
    return found.node.type === 'Literal' && typeof found.node.value === 'boolean' ? found.node.value : null;
  if (found.node.type !== 'ObjectExpression') return null;
  const property = propertyOf(found, name, reach);
  if (property) return switchAt({ tree: property.tree, node: property.value }, rest, reach);
  return found.node.properties.every(({ type }) => type === 'Property') ? false : null;
}
