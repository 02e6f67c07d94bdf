import type { FoundationArn } from '../../facts.js';
import { serverlessPaths } from '../../serverless-variables.js';
import { namedModel } from '../values/named-model.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../values/objects.js';
import { idsOf, namesBehind } from './names-behind.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** IDs that code makes the ARN of a foundation model of: `arn:aws:bedrock:*::foundation-model/${modelId}`, `formatArn({ resource: 'foundation-model', … })`. */
export function collectFoundationArns(tree: SyntaxTree, reach: Reach): readonly FoundationArn[] {
  if (!tree.text.includes(resource)) return [];
  const composed = [...holesOf(tree), ...resourcesOf(tree, reach)].flatMap((node) =>
    namesBehind({ tree, node }, reach).map((id): FoundationArn => ({ ...id, range: node.range })),
  );
  return [...composed, ...selfReferences(tree, reach)];
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

/** `foundation-model/${self:custom.modelId}` in the object that is the configuration of Serverless. */
function* selfReferences(tree: SyntaxTree, reach: Reach): Iterable<FoundationArn> {
  for (const node of tree.all('Literal')) {
    if (typeof node.value !== 'string') continue;
    for (const path of serverlessPaths(node.value)) {
      const found = memberAt({ tree, node: outermostObject(tree, node) }, path, reach);
      for (const id of found ? idsOf(namedModel(found, reach)) : []) yield { ...id, range: node.range };
    }
  }
}

function outermostObject(tree: SyntaxTree, start: Node): Node {
  let object = start;
  for (let node = tree.parentOf(start); node; node = tree.parentOf(node))
    if (node.type === 'ObjectExpression') object = node;
  return object;
}

function memberAt(owner: Located, [name, ...rest]: readonly string[], reach: Reach): Located | null {
  const object = definitionOf(owner, reach);
  const property = object && name !== undefined ? propertyOf(object, name, reach) : null;
  if (!property) return null;
  const value = { tree: property.tree, node: property.value };
  return rest.length === 0 ? value : memberAt(value, rest, reach);
}
