import { parseModelName } from '../../../catalog/model-id.js';
import { removeProperty } from '../../../edits/remove-property.js';
import type { ModelCall, PropertyFact } from '../../facts.js';
import type { SamplingPair } from '../../sampling-pair.js';
import { isExpected } from '../references/position.js';
import { isExported, usesOf } from '../prompt/name-uses.js';
import type { Reach } from '../values/reach.js';
import { isReadByType } from './read-by-type.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

type ObjectNode = Extract<Node, { type: 'ObjectExpression' }>;
type PropertyNode = Extract<Node, { type: 'Property' }>;

/**
 * Pairs of sampling parameters in bodies that only Bedrock's Claude takes (`anthropic_version: 'bedrock-…'`, a text completion in a file that names
 * Bedrock), and in constants that tables of models hold for Claude alone, where no known call is seen to send them.
 */
export function collectSamplingPairs(
  tree: SyntaxTree,
  calls: readonly ModelCall[],
  reach: Reach,
): readonly SamplingPair[] {
  if (!tree.text.includes('temperature') || !/top_?[pP]\b/.test(tree.text)) return [];
  const sent = new Set(
    calls.flatMap(({ request }) =>
      (request?.settings.topP ?? []).map(({ property: { path, range } }) => `${path}:${String(range[0])}`),
    ),
  );
  return tree.all('Property').flatMap((property) => {
    if (staticName(property.key, property.computed) !== 'temperature') return [];
    const object = tree.parentOf(property);
    const pair = object?.type === 'ObjectExpression' ? pairIn(object, property, tree, reach) : null;
    return pair && !sent.has(`${tree.path}:${String(pair.topP.range[0])}`) ? [pair] : [];
  });
}

function pairIn(object: ObjectNode, temperature: PropertyNode, tree: SyntaxTree, reach: Reach): SamplingPair | null {
  const named = new Map<string, PropertyNode>();
  for (const property of object.properties)
    if (property.type === 'Property') named.set(staticName(property.key, property.computed) ?? '', property);
  const topP = named.get('top_p') ?? named.get('topP');
  if (!topP) return null;
  const version = unwrap(named.get('anthropic_version')?.value ?? object);
  const isMessages = version.type === 'Literal' && String(version.value).startsWith('bedrock-');
  const isCompletion =
    !isMessages && named.has('max_tokens_to_sample') && named.has('prompt') && /bedrock/i.test(tree.text);
  const models = isMessages || isCompletion ? [] : keysAround(object, tree);
  if (!isMessages && !isCompletion && models.length === 0) return null;
  const fact = factOf(topP, object, tree, reach);
  return {
    temperature: factOf(temperature, object, tree, reach),
    topP: models.length > 0 && isReadByType(tree, 'topP') ? { ...fact, removal: null } : fact,
    models,
    isCompletion,
    isExpected: isTestSource(tree) || isExpected(tree, object),
  };
}

/** The Claude IDs under which alone a constant stands in tables; none where anything else uses it. */
function keysAround(object: ObjectNode, tree: SyntaxTree): readonly string[] {
  let node: Node = object;
  for (let parent = tree.parentOf(node); parent?.type.startsWith('TS') === true; parent = tree.parentOf(node))
    node = parent;
  const declarator = tree.parentOf(node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [];
  const variable = tree.variableOf(declarator.id);
  if (!variable || isExported(tree, variable)) return [];
  const keys = usesOf(variable).map((use) => keyAround(use, tree));
  const ids = keys.filter((key) => key !== null);
  return ids.length === keys.length ? [...new Set(ids)] : [];
}

/** `'us.anthropic.claude-…': { defaults: CLAUDE_DEFAULTS }` */
function keyAround(use: Node, tree: SyntaxTree): string | null {
  let node = use;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'ObjectExpression' || parent.type.startsWith('TS')) continue;
    if (parent.type !== 'Property' || parent.value !== node) return null;
    const key = staticName(parent.key, parent.computed) ?? '';
    if (key.includes('anthropic.claude') && parseModelName(key)) return key;
  }
  return null;
}

function factOf(property: PropertyNode, object: ObjectNode, tree: SyntaxTree, reach: Reach): PropertyFact {
  return {
    name: staticName(property.key, property.computed) ?? '',
    range: property.range,
    value: staticValue({ tree, node: property.value }, reach),
    removal: removeProperty(tree.text, property.range, object.range),
  };
}
