import type { ModelCall } from '../../facts.js';
import type { Place } from '../../prompt.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

const names = new Set(['thinking', 'reasoning_config']);
const runtime = '@aws-sdk/client-bedrock-runtime';
/** Who uses one of these as well may ask Claude on another platform. */
const otherPlatforms = /@anthropic-ai\/(?:sdk|vertex-sdk|foundry-sdk)|@langchain\/anthropic|@ai-sdk\/anthropic/;

/**
 * Settings that only Claude takes, `thinking: { type: 'enabled', budget_tokens: … }`, in a file that uses the SDK of the Bedrock
 * runtime, and that no known call is seen to send: the property of each.
 */
export function collectThinkingObjects(tree: SyntaxTree, calls: readonly ModelCall[]): readonly Place[] {
  const { text } = tree;
  if (!text.includes('budget_tokens') || !text.includes(runtime) || otherPlatforms.test(text)) return [];
  const sent = new Set(
    calls.flatMap(({ request }) => (request?.settings.thinking ?? []).map(({ property }) => keyOf(property))),
  );
  return tree
    .all('Property')
    .filter(({ key, computed, value }) => names.has(staticName(key, computed) ?? '') && isManual(unwrap(value)))
    .map(({ range }) => ({ range, path: tree.path }))
    .filter((place) => !sent.has(keyOf(place)));
}

/** With a budget, and of no type that takes none. */
function isManual(node: Node): boolean {
  if (node.type === 'ConditionalExpression')
    return isManual(unwrap(node.consequent)) || isManual(unwrap(node.alternate));
  if (node.type !== 'ObjectExpression') return false;
  const values = new Map(
    node.properties.flatMap((property) =>
      property.type === 'Property'
        ? [[staticName(property.key, property.computed), unwrap(property.value)] as const]
        : [],
    ),
  );
  const type = values.get('type');
  return values.has('budget_tokens') && (type?.type === 'Literal' ? type.value === 'enabled' : type !== undefined);
}

function keyOf({ path, range }: Place) {
  return `${path}:${String(range[0])}:${String(range[1])}`;
}
