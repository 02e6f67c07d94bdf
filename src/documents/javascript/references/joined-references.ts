import { parseModelName } from '../../../catalog/model-id.js';
import { regionOf } from '../../text/mentions.js';
import type { ModelReference } from '../../facts.js';
import { modelsIn } from './model-names.js';
import { definitionOf } from '../values/objects.js';
import type { Reach } from '../values/reach.js';
import { returnedExpression } from '../values/returned-expression.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { factsOfFlow, levelOf, type ReferenceContext, usageOf } from './usage.js';

/**
 * IDs that no single text holds: templates, concatenations and joins of known parts.
 *
 * @param written base IDs that the file spells in full: their texts are references already
 */
export function* joinedReferences(context: ReferenceContext, written: ReadonlySet<string>): Iterable<ModelReference> {
  const { tree, reach } = context;
  if (!/claude/i.test(tree.text)) return;
  for (const node of [...composedIn(tree), ...helperCalls(tree, reach)]) {
    if (isInside(tree, node) || modelsIn(tree, node.range) > 0) continue;
    const value = staticValue({ tree, node }, reach);
    const name = value.kind === 'text' ? parseModelName(value.text) : null;
    if (!name?.base || written.has(name.base)) continue;
    const { position, flow } = usageOf(context, node);
    const facts = factsOfFlow(context, flow);
    yield {
      ...facts,
      name,
      range: node.range,
      form: 'joined',
      position,
      level: levelOf(position),
      region: regionOf(name.arn?.region ?? '') ?? facts.region,
      fixed: 'built from parts',
    };
  }
}

function composedIn(tree: SyntaxTree): readonly Node[] {
  const templates = tree.all('TemplateLiteral').filter(({ expressions }) => expressions.length > 0);
  const sums = tree.all('BinaryExpression').filter(({ operator }) => operator === '+');
  return [...templates, ...sums, ...tree.all('CallExpression').filter(isComposing)];
}

/** `modelFor('haiku')`, where the function only returns a composed text. */
function helperCalls(tree: SyntaxTree, reach: Reach): readonly Node[] {
  return tree.all('CallExpression').filter((call) => {
    if (call.callee.type !== 'Identifier' || call.arguments.length === 0) return false;
    const helper = definitionOf({ tree, node: call.callee }, reach);
    const returned = helper ? returnedExpression(helper.node) : null;
    return returned?.type === 'TemplateLiteral' || (returned?.type === 'BinaryExpression' && returned.operator === '+');
  });
}

function isComposing({ callee }: { readonly callee: Node }) {
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return method === 'join' || method === 'concat';
}

/** A part of a longer composition: the whole of it is looked at. */
function isInside(tree: SyntaxTree, node: Node) {
  const parent = tree.parentOf(node);
  return parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+');
}
