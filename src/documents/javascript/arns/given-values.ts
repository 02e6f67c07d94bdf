import type { Located, Reach } from '../values/objects.js';
import { propertyOf } from '../values/objects.js';
import { originsOf } from '../values/origins.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/**
 * What a construct was given where code reads it back: `new StringParameter(this, 'Model', { stringValue: ID }).stringValue`,
 * `new CfnParameter(this, 'Model', { default: ID }).valueAsString`.
 */
export function givenValues(place: Located, reach: Reach): readonly Located[] {
  return originsOf(place, reach).flatMap(({ place: { tree, node } }) => {
    const member = unwrap(node);
    if (member.type !== 'MemberExpression') return [];
    const name = staticName(member.property, member.computed);
    if (name === null) return [];
    return originsOf({ tree, node: member.object }, reach).flatMap((made) =>
      argumentsOf(unwrap(made.place.node)).flatMap((argument) => {
        const options = { tree: made.place.tree, node: argument };
        const given = propertyOf(options, givenName(name), reach);
        return given ? [{ tree: given.tree, node: given.value }] : [];
      }),
    );
  });
}

function argumentsOf(node: Node): readonly Node[] {
  return node.type === 'NewExpression' ? node.arguments.filter(({ type }) => type !== 'SpreadElement') : [];
}

/** A parameter of a stack is read as a text, a number or a list, and given as a default. */
function givenName(name: string) {
  return name.startsWith('valueAs') ? 'default' : name;
}
