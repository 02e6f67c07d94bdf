import type { AnswerShape, CallSite } from '../surfaces/call-site.js';
import { definitionOf, propertyOf, type Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { resolverOf } from '../surfaces/resolver.js';
import type { Start } from './trace-answer.js';
import type { Kind } from './value.js';
import { isCallable } from '../syntax/functions.js';

/** Where following the answer of a call begins. */
export function startsOfSite(tree: SyntaxTree, site: CallSite, reach: Reach): readonly Start[] {
  // A command is followed to wherever it is sent.
  const isAws = /^(?:Converse|InvokeModel)/.test(site.surface);
  const isCommand = isAws && site.node.type === 'NewExpression';
  const command: readonly Start[] = isCommand ? [{ node: site.node, kind: 'command' }] : [];
  const given = site.answer ? [site.answer.node, ...(site.otherAnswers ?? [])] : isCommand ? [] : [site.node];
  const shape = site.answer?.shape ?? 'object';
  return [
    ...command,
    ...given.flatMap((node): readonly Start[] => {
      const kind = kindOf(tree, site, node, shape, reach);
      if (!kind) return [];
      const handed = isAws ? handedTo(node) : null;
      return [{ node, kind }, ...(handed ? [{ node: handed, kind }] : [])];
    }),
    ...(site.surface === 'AiSdk' ? callbacksOf(site.node) : []),
    ...(site.surface === 'AppSync' ? resolverAnswer(tree, site) : []),
  ];
}

function kindOf(tree: SyntaxTree, site: CallSite, node: Node, shape: AnswerShape, reach: Reach): Kind | null {
  if (shape === 'model') return 'model';
  switch (site.surface) {
    case 'Converse':
      return 'answer';
    case 'InvokeModel':
      return 'http';
    case 'ConverseStream':
    case 'InvokeModelWithResponseStream':
      return 'streaming';
    case 'AnthropicBedrock':
    case 'AnthropicBedrockMantle':
      return messagesKind(tree, node, reach);
    case 'AiSdk':
      return 'answer';
    case 'LangChain':
      return shape === 'eventStream' ? 'stream' : 'answer';
    case 'Http':
      return shape === 'jsonBody' ? 'http' : null;
    default:
      return null;
  }
}

/** `client.send(command, (error, answer) => …)` */
function handedTo(call: Node): Node | null {
  const callback = call.type === 'CallExpression' ? call.arguments.at(-1) : undefined;
  return isCallable(callback) && callback.params.length === 2 ? (callback.params[1] ?? null) : null;
}

/** `generateText({ onFinish: ({ text, finishReason }) => … })` */
function callbacksOf(call: Node): readonly Start[] {
  const [options] = call.type === 'CallExpression' ? call.arguments : [];
  return (options?.type === 'ObjectExpression' ? options.properties : []).flatMap((property): readonly Start[] => {
    if (property.type !== 'Property' || !isCallable(property.value)) return [];
    const [parameter] = property.value.params;
    return parameter && /^on(?:Step)?Finish$/.test(staticName(property.key, property.computed) ?? '')
      ? [{ node: parameter, kind: 'answer' }]
      : [];
  });
}

/** `ctx.result` in the `response(ctx)` of the resolver that makes the request. */
function resolverAnswer(tree: SyntaxTree, { node }: CallSite): readonly Start[] {
  const resolver = resolverOf(tree);
  const isIts = resolver && resolver.request.range[0] <= node.range[0] && node.range[1] <= resolver.request.range[1];
  return isIts && resolver.context ? [{ node: resolver.context, kind: 'http', within: ['result'] }] : [];
}

/** What a method of `client.messages` gives. */
export function messagesKind(tree: SyntaxTree, call: Node, reach: Reach): Kind | null {
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  if (method === 'stream') return 'messageStream';
  if (method !== 'create') return null;
  const input = call.arguments[0] ? definitionOf({ tree, node: call.arguments[0] }, reach) : null;
  const stream = input ? propertyOf(input, 'stream', reach) : null;
  if (!stream) return 'answer';
  const value = unwrap(stream.value);
  if (value.type !== 'Literal') return null;
  return value.value === true ? 'stream' : 'answer';
}
