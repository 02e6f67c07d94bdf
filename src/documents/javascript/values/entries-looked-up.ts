import { definitionOf, type Located, propertyOf, type Reach } from './objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** A longer map says little about what one lookup in it finds. */
const mostEntries = 64;

/**
 * `MODELS[tier]`, `MODELS[tier].id`: what a lookup finds in a map, a list or an enum that is written out, under any name.
 * `null` for an expression that is no such lookup, and where more entries may be added to those that are seen.
 */
export function entriesLookedUp({ tree, node: written }: Located, reach: Reach): readonly Located[] | null {
  const node = unwrap(written);
  if (node.type !== 'MemberExpression') return null;
  const object = { tree, node: node.object };
  const name = staticName(node.property, node.computed);
  if (name === null) return entriesOf(definitionOf(object, reach));
  const rows = entriesLookedUp(object, reach);
  return (
    rows?.flatMap((row) => {
      const found = definitionOf(row, reach);
      const property = found && propertyOf(found, name, reach);
      return property ? [{ tree: property.tree, node: property.value }] : [];
    }) ?? null
  );
}

function entriesOf(owner: Located | null): readonly Located[] | null {
  const values = owner && valuesOf(owner);
  return owner && values && values.length <= mostEntries ? values.map((node) => ({ tree: owner.tree, node })) : null;
}

function valuesOf({ node }: Located) {
  switch (node.type) {
    case 'ObjectExpression':
      return whole(node.properties.map((property) => (property.type === 'Property' ? property.value : null)));
    case 'ArrayExpression':
      return whole(node.elements.map((element) => (element?.type === 'SpreadElement' ? null : element)));
    case 'TSEnumDeclaration':
      return whole(node.body.members.map(({ initializer }) => initializer));
    default:
      return null;
  }
}

function whole(values: readonly (Node | null | undefined)[]): readonly Node[] | null {
  const seen = values.filter((value) => value != null);
  return seen.length === values.length ? seen : null;
}
