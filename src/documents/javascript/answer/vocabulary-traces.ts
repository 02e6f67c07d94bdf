import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { traceAnswer } from './trace-answer.js';
import type { Origin, Trace } from './value.js';

/** A word that no API but Converse has. */
const onlyConverse = 'guardrail_intervened';

/** Functions and tables that speak of the stop reasons of Converse, in a file that nobody is seen to call them from. */
export function vocabularyTraces(tree: SyntaxTree, taken: ReadonlySet<Node>, reach: Reach): readonly Trace[] {
  if (!tree.text.includes(onlyConverse)) return [];
  return [...switchedOn(tree), ...lookedUp(tree)].flatMap((reason) => {
    const node = unwrap(reason);
    const name = node.type === 'Identifier' ? tree.variableOf(node)?.defs[0]?.name : undefined;
    if (!name || taken.has(node) || taken.has(name)) return [];
    const origin: Origin = { dialect: 'converse', surface: 'Converse', node: name, basis: 'shape', isForeign: false };
    return [traceAnswer(tree, origin, [{ node: name, kind: 'reason' }], reach)];
  });
}

function switchedOn(tree: SyntaxTree): readonly Node[] {
  return tree.all('SwitchStatement').flatMap(({ discriminant, cases }) => {
    const words = cases.map(({ test }) => test && staticName(test, true));
    return words.includes(onlyConverse) && words.includes('end_turn') ? [discriminant] : [];
  });
}

/** `table[reason]` of a constant with a row for each reason. */
function lookedUp(tree: SyntaxTree): readonly Node[] {
  return tree.all('ObjectExpression').flatMap((object) => {
    const keys = object.properties.map((property) =>
      property.type === 'Property' ? staticName(property.key, property.computed) : null,
    );
    if (!keys.includes(onlyConverse) || !keys.includes('end_turn')) return [];
    let owner: Node | null = object;
    while (owner && /^TS\w+Expression$|^ObjectExpression$/.test(owner.type)) owner = tree.parentOf(owner);
    const variable = owner?.type === 'VariableDeclarator' ? tree.variableOf(owner.id) : null;
    return (variable?.references ?? []).flatMap(({ identifier }) => {
      const member = tree.parentOf(identifier);
      return member?.type === 'MemberExpression' && member.object === identifier && member.computed
        ? [member.property]
        : [];
    });
  });
}
