import type { Place } from '../../prompt.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { resolve } from './follow.js';
import { inside, mayGoOn, type Reading, type Spot } from './spot.js';

/** A property of an object literal, also one that is only spread into it on some condition. */
export interface Property {
  readonly property: Node;
  readonly value: Spot;
  readonly isConditional: boolean;
}

/** Finds a property of an object that is written out; the last one of a name counts. */
export function findProperty(object: Spot, name: string, reading: Reading): Property | null {
  const { node } = object;
  if (node.type !== 'ObjectExpression' || !mayGoOn(object, reading)) return null;
  for (const property of node.properties.toReversed()) {
    if (property.type === 'Property') {
      if (staticName(property.key, property.computed) === name)
        return { property, value: inside(object, property.value), isConditional: false };
      continue;
    }
    const spread = inside(object, property.argument);
    for (const choice of choicesOf(spread, reading)) {
      const found = findProperty(choice.spot, name, reading);
      if (found) return choice.isCertain ? found : { ...found, isConditional: true };
    }
  }
  return null;
}

/** Whether something that can't be read is spread into an object. */
export function hasUnknownSpread(object: Spot, reading: Reading): boolean {
  const { node } = object;
  if (node.type !== 'ObjectExpression') return true;
  return node.properties.some((property) => {
    if (property.type !== 'SpreadElement' || !mayGoOn(object, reading)) return property.type === 'SpreadElement';
    return choicesOf(inside(object, property.argument), reading).some(
      ({ spot }) => !isNothing(spot) && hasUnknownSpread(spot, reading),
    );
  });
}

interface Choice {
  readonly spot: Spot;
  readonly isCertain: boolean;
}

/** What an expression may come down to: itself, or the branches of a condition. */
export function choicesOf(spot: Spot, reading: Reading): readonly Choice[] {
  const found = resolve(spot, reading);
  const { node } = found;
  const either = (...nodes: readonly Node[]) =>
    nodes.flatMap((branch) =>
      mayGoOn(found, reading)
        ? choicesOf(inside(found, branch), reading).map((choice) => ({ ...choice, isCertain: false }))
        : [],
    );
  if (node.type === 'ConditionalExpression') return either(node.consequent, node.alternate);
  if (node.type === 'LogicalExpression')
    return node.operator === '&&' ? either(node.right) : either(node.left, node.right);
  return [{ spot: found, isCertain: true }];
}

/** `undefined`, `null`, `false`, `''`, `[]`, `{}`. */
export function isNothing({ node: expression, tree }: Spot): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return node.value === null || node.value === false || node.value === '';
  if (node.type === 'Identifier') return node.name === 'undefined' && (tree.variableOf(node)?.defs.length ?? 0) === 0;
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  if (node.type === 'ArrayExpression') return node.elements.length === 0;
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

/** The whole property as written. */
export function placeOfProperty({ property, value }: Property): Place {
  return { range: property.range, path: value.tree.path };
}
