import { libraryName } from '../imported-from.js';
import { definitionOf, type Reach } from '../objects.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { Recognizer } from './call-site.js';

const providers = new Set(['bedrock', 'amazonBedrock', 'bedrockAnthropic']);
const factories = new Set(['createAmazonBedrock', 'createBedrockAnthropic']);
const methods = new Set(['languageModel', 'chat', 'messages']);

/** AI SDK: `bedrock('…')`, `createAmazonBedrock(…)('…')`, and the Anthropic provider on Bedrock. */
export const aiSdk: Recognizer = (tree, node, reach) => {
  if (node.type !== 'CallExpression') return null;
  const [id] = node.arguments;
  if (!id || id.type === 'SpreadElement' || !isProvider(tree, providerOf(node.callee), reach)) return null;
  return { surface: 'AiSdk', node, model: { tree, node: id }, sampling: null, provesClaude: false };
};

function providerOf(callee: Node): Node {
  const node = unwrap(callee);
  const isMethod = node.type === 'MemberExpression' && methods.has(staticName(node.property, node.computed) ?? '');
  return isMethod ? node.object : node;
}

function isProvider(tree: SyntaxTree, node: Node, reach: Reach): boolean {
  const name = libraryName({ tree, node }, reach);
  if (name && isModule(name.module)) return providers.has(name.path.at(-1) ?? '');
  const made = definitionOf({ tree, node }, reach);
  if (made?.node.type !== 'CallExpression') return false;
  const factory = libraryName({ tree: made.tree, node: made.node.callee }, reach);
  return factory !== null && isModule(factory.module) && factories.has(factory.path.at(-1) ?? '');
}

function isModule(module: string) {
  return module === '@ai-sdk/amazon-bedrock' || module.startsWith('@ai-sdk/amazon-bedrock/');
}
