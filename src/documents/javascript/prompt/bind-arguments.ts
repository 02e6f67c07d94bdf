import { propertyOf } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { type Binding, inside, type Reading, type Scope, type Spot } from './spot.js';

/** What is known inside a function that is called with these arguments. */
export function bindArguments(caller: Spot, callArguments: readonly Node[], target: Spot, reading: Reading): Scope {
  const given = callArguments.map((argument): Binding => ({ kind: 'expression', spot: inside(caller, argument) }));
  const spread = callArguments.findIndex(({ type }) => type === 'SpreadElement');
  return bindParameters(caller.scope, spread < 0 ? given : given.slice(0, spread), target, reading);
}

/** The same for values that are not written as arguments: the elements a callback is called with. */
export function bindParameters(
  outer: Scope,
  given: readonly (Binding | undefined)[],
  target: Spot,
  { reach }: Reading,
): Scope {
  const bindings = new Map(outer.bindings);
  const scope = { ...outer, bindings, depth: outer.depth + 1 };
  const { node, tree } = target;
  const bind = (pattern: Node, value: Binding | undefined): void => {
    if (pattern.type === 'Identifier') {
      if (value) bindings.set(pattern, value);
      else bindings.delete(pattern);
    } else if (pattern.type === 'AssignmentPattern') {
      bind(pattern.left, value ?? { kind: 'expression', spot: { tree, node: pattern.right, scope } });
    } else if (pattern.type === 'ObjectPattern' && value?.kind === 'expression') {
      const owner = value.spot;
      const object = { tree: owner.tree, node: unwrap(owner.node) };
      for (const property of pattern.properties) {
        const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
        const found = name === null ? null : propertyOf(object, name, reach);
        if (property.type !== 'Property' || (!found && object.node.type !== 'ObjectExpression')) continue;
        bind(
          property.value,
          found ? { kind: 'expression', spot: { ...owner, tree: found.tree, node: found.value } } : undefined,
        );
      }
    }
  };
  if ('params' in node && Array.isArray(node.params))
    for (const [index, parameter] of node.params.entries()) bind(parameter, given[index]);
  return scope;
}
