import { definitionOf, propertyOf, type Reach } from '../objects.js';
import { clientClassOf } from '../receivers.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { Recognizer } from './call-site.js';

const moduleName = '@anthropic-ai/bedrock-sdk';
/** The class that each package exports as its default. */
const defaultExports: Readonly<Record<string, string>> = {
  '@anthropic-ai/sdk': 'Anthropic',
  '@anthropic-ai/bedrock-sdk': 'AnthropicBedrock',
  '@anthropic-ai/vertex-sdk': 'AnthropicVertex',
  '@anthropic-ai/foundry-sdk': 'AnthropicFoundry',
};
const calls = new Set(['create', 'stream', 'parse', 'countTokens', 'toolRunner']);

/** `@anthropic-ai/bedrock-sdk`: the Messages API on bedrock-runtime, or on bedrock-mantle. */
export const anthropicSdk: Recognizer = (tree, node, reach) => {
  const client = clientOf(tree, node, reach);
  if (client?.module !== moduleName || node.type !== 'CallExpression') return null;
  const input = node.arguments[0] ? definitionOf({ tree, node: node.arguments[0] }, reach) : null;
  const model = input ? propertyOf(input, 'model', reach) : null;
  return {
    surface: client.name === 'AnthropicBedrockMantle' ? 'AnthropicBedrockMantle' : 'AnthropicBedrock',
    node,
    model: model ? { tree: model.tree, node: model.value } : null,
    sampling: input ? { owner: input, temperature: 'temperature', topP: 'top_p', topK: 'top_k' } : null,
    provesClaude: true,
  };
};

/** The name of the client class when a model is handed to Claude on another platform, else `null`. */
export function foreignClientOf(tree: SyntaxTree, node: Node, reach: Reach): string | null {
  const client = clientOf(tree, node, reach);
  return client && client.module !== moduleName && client.module.startsWith('@anthropic-ai/') ? client.name : null;
}

function clientOf(tree: SyntaxTree, node: Node, reach: Reach): { module: string; name: string } | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression' || !calls.has(staticName(callee.property, callee.computed) ?? '')) return null;
  const messages = unwrap(callee.object);
  if (
    messages.type !== 'MemberExpression' ||
    !/^(?:messages|completions)$/.test(staticName(messages.property, messages.computed) ?? '')
  )
    return null;
  const beta = unwrap(messages.object);
  const isBeta = beta.type === 'MemberExpression' && staticName(beta.property, beta.computed) === 'beta';
  const client = clientClassOf({ tree, node: isBeta ? beta.object : beta }, reach);
  if (!client?.module.startsWith('@anthropic-ai/')) return null;
  const exported = client.path.at(-1) ?? 'default';
  return {
    module: client.module,
    name: exported === 'default' ? (defaultExports[client.module] ?? client.module) : exported,
  };
}
