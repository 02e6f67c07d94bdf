import { libraryName } from '../imported-from.js';
import { definitionOf, type Reach } from '../objects.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { Recognizer, SamplingPlace } from './call-site.js';

const providers = new Set(['bedrock', 'amazonBedrock', 'bedrockAnthropic']);
const factories = new Set(['createAmazonBedrock', 'createBedrockAnthropic']);
const methods = new Set(['languageModel', 'chat', 'messages']);

/** AI SDK: `bedrock('…')`, `createAmazonBedrock(…)('…')`, and the Anthropic provider on Bedrock. */
export const aiSdk: Recognizer = (tree, node, reach) => {
  if (node.type !== 'CallExpression') return null;
  const [id] = node.arguments;
  if (!id || id.type === 'SpreadElement' || !isProvider(tree, providerOf(node.callee), reach)) return null;
  return {
    surface: 'AiSdk',
    node,
    model: { tree, node: id },
    sampling: samplingBeside(tree, node),
    provesClaude: false,
  };
};

/** `generateText({ model: bedrock('…'), temperature, topP })`, also through a variable that one call uses. */
function samplingBeside(tree: SyntaxTree, call: Node): SamplingPlace | null {
  // The Anthropic provider takes the pair apart itself: it drops topP where a temperature is set.
  if (/anthropic/i.test(tree.text.slice(...(call.type === 'CallExpression' ? call.callee : call).range))) return null;
  const parent = tree.parentOf(call);
  const uses =
    parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
      ? (tree.variableOf(parent.id)?.references ?? []).filter(({ init }) => !init).map(({ identifier }) => identifier)
      : [call];
  const [use] = uses;
  const property = use && uses.length === 1 ? tree.parentOf(use) : null;
  if (property?.type !== 'Property' || property.value !== use) return null;
  if (staticName(property.key, property.computed) !== 'model') return null;
  const owner = tree.parentOf(property);
  return owner ? { owner: { tree, node: owner }, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null;
}

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
