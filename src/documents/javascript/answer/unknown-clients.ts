import { definitionOf, type Located, propertyOf, type Reach } from '../values/objects.js';
import { clientClassOf } from '../calls/receivers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { messagesKind } from './starts-of-site.js';
import { type Start, traceAnswer } from './trace-answer.js';
import type { Origin, Trace } from './value.js';
import { isCallable } from '../syntax/functions.js';

/** Calls of the Messages API whose client nobody sees made, in a file that says its answers come from Bedrock. */
export function unknownClientTraces(tree: SyntaxTree, reach: Reach): readonly Trace[] {
  if (!/bedrock/i.test(tree.text) && !/bedrock/i.test(tree.path)) return [];
  if (!tree.text.includes('.messages') && !tree.text.includes('streamEvent')) return [];
  return tree.all('CallExpression').flatMap((call) => {
    const start = listenerOf(tree, call) ?? requestOf(tree, call, reach);
    if (!start) return [];
    const origin: Origin = {
      dialect: 'messages',
      surface: 'AnthropicBedrock',
      node: call,
      basis: 'shape',
      isForeign: false,
    };
    return [traceAnswer(tree, origin, [start], reach)];
  });
}

/** `stream.on('streamEvent', (event) => …)` of a stream that is passed in: the event has that name in Anthropic's SDK alone. */
function listenerOf(tree: SyntaxTree, call: Node): Start | null {
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const [event, callback] = call.arguments;
  if (callee.type !== 'MemberExpression' || staticName(callee.property, callee.computed) !== 'on') return null;
  if (!event || staticName(event, true) !== 'streamEvent' || !isCallable(callback) || !callback.params[0]) return null;
  return isParameter(tree, callee.object) ? { node: callback.params[0], kind: 'event' } : null;
}

/** `client.messages.create({ model, max_tokens, messages })`. */
function requestOf(tree: SyntaxTree, call: Node, reach: Reach): Start | null {
  if (call.type !== 'CallExpression') return null;
  const callee = unwrap(call.callee);
  const messages = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  if (messages?.type !== 'MemberExpression' || staticName(messages.property, messages.computed) !== 'messages')
    return null;
  if (!isUnseen(tree, messages.object, reach) && !isMadeForBedrock({ tree, node: messages.object }, reach)) return null;
  const input = call.arguments[0] ? definitionOf({ tree, node: call.arguments[0] }, reach) : null;
  const isRequest = input && ['model', 'max_tokens', 'messages'].every((name) => propertyOf(input, name, reach));
  const kind = isRequest ? messagesKind(tree, call, reach) : null;
  return kind && { node: call, kind };
}

/** A client that is passed in, of a type that says nothing. */
function isUnseen(tree: SyntaxTree, client: Node, reach: Reach): boolean {
  return isParameter(tree, client) && clientClassOf({ tree, node: client }, reach) === null;
}

function isParameter(tree: SyntaxTree, node: Node): boolean {
  const name = unwrap(node);
  return name.type === 'Identifier' && String(tree.variableOf(name)?.defs[0]?.type) === 'Parameter';
}

/** `new Anthropic({ baseURL: 'https://bedrock-mantle…' })`. */
function isMadeForBedrock(client: Located, reach: Reach): boolean {
  const made = definitionOf(client, reach);
  const options = made?.node.type === 'NewExpression' ? made.node.arguments[0] : undefined;
  const url =
    made && options?.type === 'ObjectExpression'
      ? propertyOf({ tree: made.tree, node: options }, 'baseURL', reach)
      : null;
  return url !== null && /bedrock/i.test(url.tree.text.slice(...url.value.range));
}
