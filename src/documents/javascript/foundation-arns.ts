import { parseModelName, printModelId } from '../../catalog/model-id.js';
import type { ArnName, FoundationArn } from '../facts.js';
import type { StaticValue } from '../static-value.js';
import { namedModel } from './named-model.js';
import { propertyOf, type Reach } from './objects.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName } from './unwrap.js';

/** IDs that code makes the ARN of a foundation model of: `arn:aws:bedrock:*::foundation-model/${modelId}`, `formatArn({ resource: 'foundation-model', … })`. */
export function collectFoundationArns(tree: SyntaxTree, reach: Reach): readonly FoundationArn[] {
  if (!tree.text.includes(resource)) return [];
  return [...holesOf(tree), ...resourcesOf(tree, reach)].flatMap((node) =>
    idsOf(namedModel({ tree, node }, reach)).map((id): FoundationArn => ({ ...id, range: node.range })),
  );
}

const resource = 'foundation-model';

function* holesOf(tree: SyntaxTree): Iterable<Node> {
  for (const { expressions, quasis } of tree.all('TemplateLiteral'))
    for (const [index, hole] of expressions.entries())
      if (quasis[index]?.value.raw.endsWith(`${resource}/`)) yield hole;
  for (const { operator, left, right } of tree.all('BinaryExpression'))
    if (operator === '+' && endOf(left).endsWith(`${resource}/`)) yield right;
}

function endOf(node: Node): string {
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)?.value.raw ?? '';
  return node.type === 'BinaryExpression' ? endOf(node.right) : (staticName(node, true) ?? '');
}

/** `{ service: 'bedrock', resource: 'foundation-model', resourceName: modelId }` */
function* resourcesOf(tree: SyntaxTree, reach: Reach): Iterable<Node> {
  for (const node of tree.all('ObjectExpression')) {
    const kind = propertyOf({ tree, node }, 'resource', reach);
    if (!kind?.direct || staticName(kind.value, true) !== resource) continue;
    const name = propertyOf({ tree, node }, 'resourceName', reach);
    if (name?.direct) yield name.value;
  }
}

function idsOf(value: StaticValue): readonly ArnName[] {
  if (value.kind === 'oneOf') return value.values.flatMap(idsOf);
  if (value.kind === 'unknown') return (value.environment ?? []).map((setting) => ({ setting }));
  const name = value.kind === 'text' && value.path !== null ? parseModelName(value.text) : null;
  if (value.kind !== 'text' || value.path === null || !name?.base) return [];
  return [{ id: { path: value.path, text: printModelId(name) } }];
}
