import type { Located } from '../values/objects.js';
import type { Given } from './model-sources.js';

/** What a call hands to the parameters of a function. */
export function givenTo({ tree, node: call }: Located, target: Located, given: Given): Given {
  const found = new Map(given);
  if (call.type !== 'CallExpression' || !('params' in target.node)) return found;
  const leading = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  const values = leading < 0 ? call.arguments : call.arguments.slice(0, leading);
  for (const [index, parameter] of target.node.params.entries()) {
    const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const variable = name.type === 'Identifier' ? target.tree.variableOf(name) : null;
    const node = values[index];
    if (variable && node) found.set(variable, { tree, node, given });
  }
  return found;
}
