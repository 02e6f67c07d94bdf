import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Element } from './list.js';
import { type Mutation, mutationsOf } from '../values/mutations.js';
import { runsAfter, runsBefore } from './order.js';
import { inside, type Spot } from './spot.js';

/** What a file does to a list before a use of its name. */
export function withMutations(use: Spot, variable: Variable, elements: readonly Element[]): readonly Element[] {
  const { tree, node } = use;
  const all = [...elements];
  const declaration = variable.identifiers[0] ?? node;
  for (const mutation of mutationsOf(tree, variable)) {
    if (runsAfter(tree, mutation.node, node, declaration)) continue;
    if (mutation.kind === 'method' && mutation.name === 'push') all.push(...addedBy(use, mutation, declaration));
    else if (mutation.kind === 'method' && mutation.name === 'unshift')
      all.unshift(...addedBy(use, mutation, declaration));
    else return [{ spot: use, count: 'many' }];
  }
  return all;
}

/** What `push` adds for sure; a hole where it may not run, or not in this order. */
function addedBy(use: Spot, { node }: Mutation, declaration: Node): readonly Element[] {
  const statement = use.tree.parentOf(node);
  if (
    node.type !== 'CallExpression' ||
    statement?.type !== 'ExpressionStatement' ||
    !runsBefore(use.tree, statement, use.node, declaration)
  )
    return [{ spot: use, count: 'many' }];
  return node.arguments.map((argument): Element => {
    const isSpread = argument.type === 'SpreadElement';
    return { spot: inside(use, isSpread ? argument.argument : argument), count: isSpread ? 'many' : 'one' };
  });
}

/** `input.messages.push(…)` after `const input = { messages: […] }`. */
export function changeOfProperty({ tree, node }: Spot): Node | null {
  let value = node;
  let property = tree.parentOf(value);
  while (property && unwrap(property) === node) {
    value = property;
    property = tree.parentOf(value);
  }
  const object = property?.type === 'Property' && property.value === value ? tree.parentOf(property) : null;
  const declarator = object && tree.parentOf(object);
  if (property?.type !== 'Property' || declarator?.type !== 'VariableDeclarator') return null;
  const variable = tree.variableOf(declarator.id);
  const name = staticName(property.key, property.computed);
  const mutations = variable ? mutationsOf(tree, variable) : [];
  return mutations.find((mutation) => mutation.kind === 'member' && mutation.name === name)?.node ?? null;
}
