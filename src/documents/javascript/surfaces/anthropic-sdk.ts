import type { Located, Reach } from '../values/objects.js';
import { clientClassOf } from '../calls/receivers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { builtObject } from '../values/built-object.js';
import type { AnswerShape, CallSite, Recognizer } from './call-site.js';
import { installed } from './installed-version.js';
import { headersIn, headersOfMaker } from './request-headers.js';
import { messagesRequest } from './request-shape.js';

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
  const [input, options] = node.arguments;
  const { request: prompt, ...request } = anthropicCall(tree, input ?? null, reach);
  const isCounting = client.method === 'countTokens';
  const headers = [
    ...headersOfMaker(client.place, 'defaultHeaders', reach),
    ...headersIn(options ? { tree, node: options } : null, 'headers', reach),
  ];
  return {
    surface: client.name === 'AnthropicBedrockMantle' ? 'AnthropicBedrockMantle' : 'AnthropicBedrock',
    node,
    ...request,
    ...(request.sources && headers.length > 0 ? { sources: [...request.sources, ...headers] } : {}),
    ...installed(tree, moduleName, reach),
    // Nothing is cached when tokens are counted, and nobody answers.
    ...(isCounting
      ? { isCounting: true as const }
      : { ...(prompt && { request: prompt }), answer: { node, shape: shapeOf(tree, client.method, input, reach) } }),
  };
};

/** What the argument of `messages.create` says, whoever passes it on. */
export function anthropicCall(
  tree: SyntaxTree,
  input: Node | null,
  reach: Reach,
): Pick<CallSite, 'model' | 'otherModels' | 'sampling' | 'provesClaude' | 'request' | 'sources'> {
  const object = input ? builtObject({ tree, node: input }, reach) : null;
  const [model = null, ...otherModels] = object?.valuesOf('model') ?? [];
  return {
    model,
    otherModels,
    sampling: object?.owner ? { owner: object.owner, temperature: 'temperature', topP: 'top_p', topK: 'top_k' } : null,
    provesClaude: true,
    ...(object ? { request: messagesRequest(object), sources: [{ form: 'messages', object }] } : {}),
  };
}

function shapeOf(tree: SyntaxTree, method: string, input: Node | undefined, reach: Reach): AnswerShape {
  if (method === 'stream') return 'eventStream';
  const [stream] = input ? (builtObject({ tree, node: input }, reach)?.valuesOf('stream') ?? []) : [];
  return stream?.node.type === 'Literal' && stream.node.value === true ? 'eventStream' : 'object';
}

/** The name of the client class when a model is handed to Claude on another platform, else `null`. */
export function foreignClientOf(tree: SyntaxTree, node: Node, reach: Reach): string | null {
  const client = clientOf(tree, node, reach);
  return client && client.module !== moduleName && client.module.startsWith('@anthropic-ai/') ? client.name : null;
}

interface Client {
  readonly module: string;
  readonly name: string;
  readonly method: string;
  /** The expression that the client stands for. */
  readonly place: Located;
}

function clientOf(tree: SyntaxTree, node: Node, reach: Reach): Client | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return null;
  const method = staticName(callee.property, callee.computed);
  if (method === null || !calls.has(method)) return null;
  const messages = unwrap(callee.object);
  if (
    messages.type !== 'MemberExpression' ||
    !/^(?:messages|completions)$/.test(staticName(messages.property, messages.computed) ?? '')
  )
    return null;
  const beta = unwrap(messages.object);
  const isBeta = beta.type === 'MemberExpression' && staticName(beta.property, beta.computed) === 'beta';
  const place = { tree, node: isBeta ? beta.object : beta };
  const client = clientClassOf(place, reach);
  if (!client?.module.startsWith('@anthropic-ai/')) return null;
  const exported = client.path.at(-1) ?? 'default';
  return {
    method,
    place,
    module: client.module,
    name: exported === 'default' ? (defaultExports[client.module] ?? client.module) : exported,
  };
}
