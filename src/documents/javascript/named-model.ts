import type { StaticValue } from '../static-value.js';
import { defaultOfMember, memberOfClass } from './class-members.js';
import type { Located, Reach } from './reach.js';
import { staticValue } from './static-value.js';
import { originsOf } from './surfaces/origins.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { unwrap } from './unwrap.js';

/**
 * What code says of the model of a call. Where no one value is known, also those that it may have: what a parameter or a
 * field is by default, what the callers in the file give, and what a variable is given at one time or another.
 */
export function namedModel(place: Located, reach: Reach): StaticValue {
  const value = staticValue(place, reach);
  if (value.kind !== 'unknown') return value;
  const values = originsOf(place, reach).flatMap(({ place: origin }) => valuesAt(origin, reach));
  return values.some(({ kind }) => kind !== 'unknown') ? { kind: 'oneOf', values, range: value.range } : value;
}

function valuesAt(origin: Located, reach: Reach): readonly StaticValue[] {
  const value = staticValue(origin, reach);
  const fallback = value.kind === 'unknown' ? defaultOf(origin) : null;
  return fallback ? [value, staticValue(fallback, reach)] : [value];
}

/** `(model = '…')`, `({ model = '…' })`, `constructor(private model = '…')`, and `this.model` that is given one of them. */
function defaultOf({ tree, node: written }: Located): Located | null {
  const node = unwrap(written);
  if (node.type !== 'MemberExpression') return defaultOfName(tree, node);
  if (node.object.type !== 'ThisExpression') return null;
  const given = memberOfClass(tree, node);
  if (given) return defaultOfName(tree, unwrap(given));
  const value = defaultOfMember(tree, node);
  return value && { tree, node: value };
}

function defaultOfName(tree: SyntaxTree, name: Node): Located | null {
  const [definition, another] = tree.variableOf(name)?.defs ?? [];
  const pattern = definition && !another ? tree.parentOf(definition.name) : null;
  return pattern?.type === 'AssignmentPattern' && pattern.left === definition?.name
    ? { tree, node: pattern.right }
    : null;
}
