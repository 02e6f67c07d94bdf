import { parseModelName } from '../../../catalog/model-id.js';
import type { ArnName, FoundationArn } from '../../facts.js';
import { serverlessPaths } from '../../serverless-variables.js';
import type { StaticValue } from '../../static-value.js';
import { namedModel } from '../values/named-model.js';
import { givenValues } from './given-values.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../values/objects.js';
import { originsOf } from '../values/origins.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** IDs that code makes the ARN of a foundation model of: `arn:aws:bedrock:*::foundation-model/${modelId}`, `formatArn({ resource: 'foundation-model', … })`. */
export function collectFoundationArns(tree: SyntaxTree, reach: Reach): readonly FoundationArn[] {
  if (!tree.text.includes(resource)) return [];
  const composed = [...holesOf(tree), ...resourcesOf(tree, reach)].flatMap((node) =>
    [
      ...idsOf(namedModel({ tree, node }, reach)),
      ...contextOf({ tree, node }, reach),
      ...givenValues({ tree, node }, reach).flatMap((given) => idsOf(namedModel(given, reach))),
    ].map((id): FoundationArn => ({ ...id, range: node.range })),
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

/** Where the IDs that a value may be are written, or by which name they are given. */
export function idsOf(value: StaticValue): readonly ArnName[] {
  if (value.kind === 'oneOf') return value.values.flatMap(idsOf);
  if (value.kind === 'unknown') return (value.environment ?? []).map((setting) => ({ setting }));
  const { path, range } = value;
  return value.kind === 'text' && path !== null && parseModelName(value.text)?.base ? [{ id: { path, range } }] : [];
}

/** `scope.node.tryGetContext('modelId')`: what `context` of a `cdk.json` says. */
function contextOf(place: Located, reach: Reach): readonly ArnName[] {
  return originsOf(place, reach).flatMap(({ place: { node } }): readonly ArnName[] => {
    const call = unwrap(node);
    const [name] = call.type === 'CallExpression' ? call.arguments : [];
    const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
    const method = callee?.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
    const key = name && /^(?:tryG|g)etContext$/.test(method ?? '') ? staticName(name, true) : null;
    return key === null ? [] : [{ variable: `context.${key}`, folder: null }];
  });
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
