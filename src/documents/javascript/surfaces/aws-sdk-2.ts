import { clientClassOf } from '../calls/receivers.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';
import { answerOf } from './answer-of.js';
import { awsAnswers, awsCall, type AwsCall, type AwsSurface } from './aws-sdk.js';
import type { Recognizer } from './call-site.js';

/** Only calls whose request is a body: the client refuses fields of Converse that are newer than itself. */
const methods: ReadonlyMap<string, AwsSurface> = new Map<string, AwsSurface>([
  ['invokeModel', 'InvokeModel'],
  ['invokeModelWithResponseStream', 'InvokeModelWithResponseStream'],
]);

/** AWS SDK for JavaScript v2: `new AWS.BedrockRuntime().invokeModel(params).promise()`, or with a callback. */
export const awsSdk2: Recognizer = (tree, node, reach) => {
  const call = methodOf(tree, node, reach);
  return call && { ...awsCall(tree, call, reach), node, ...answerOf(answersTo(tree, node), awsAnswers[call.surface]) };
};

function methodOf(tree: SyntaxTree, node: Node, reach: Reach): AwsCall | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return null;
  const surface = methods.get(staticName(callee.property, callee.computed) ?? '');
  return surface && isClient(tree, callee.object, reach) ? { surface, input: node.arguments[0] ?? null } : null;
}

/** `AWS.BedrockRuntime`, or the class by itself from `aws-sdk/clients/bedrockruntime`. */
function isClient(tree: SyntaxTree, client: Node, reach: Reach): boolean {
  const name = clientClassOf({ tree, node: client }, reach);
  if (name?.module === 'aws-sdk' || name?.module === 'aws-sdk/clients/all')
    return name.path.at(-1) === 'BedrockRuntime';
  return name?.module === 'aws-sdk/clients/bedrockruntime' && name.path.every((part) => part === 'default');
}

/** Where the answer comes: `.promise()` of the request, and what the callback is given. */
function answersTo(tree: SyntaxTree, call: Node): readonly Node[] {
  const [, callback] = call.type === 'CallExpression' ? call.arguments : [];
  const promises = requestsOf(tree, call).flatMap((request) => promiseOf(tree, request) ?? []);
  return [...promises, ...(callback ? [givenTo(callback)] : [])];
}

/** The call itself, or the reads of the one name that it is given. */
function requestsOf(tree: SyntaxTree, call: Node): readonly Node[] {
  const request = wrapped(tree, call);
  const holder = tree.parentOf(request);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [call];
  const reads = (tree.variableOf(holder.id)?.references ?? []).filter((reference) => reference.isRead());
  const isPromised = reads.every(({ identifier }) => promiseOf(tree, identifier) !== null);
  return isPromised ? reads.map(({ identifier }) => identifier) : [call];
}

function promiseOf(tree: SyntaxTree, request: Node): Node | null {
  const member = tree.parentOf(wrapped(tree, request));
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== unwrap(request)) return null;
  const call = tree.parentOf(wrapped(tree, member));
  const isCall = call?.type === 'CallExpression' && unwrap(call.callee) === member;
  return isCall && staticName(member.property, member.computed) === 'promise' ? call : null;
}

/** `data` of `(error, data) => …`; where that can't be told, the function as a whole: what it does with the answer is not seen. */
function givenTo(callback: Node): Node {
  const made = unwrap(callback);
  if (made.type !== 'ArrowFunctionExpression' && made.type !== 'FunctionExpression') return callback;
  const [error, data] = made.params;
  return data && error?.type !== 'RestElement' && data.type !== 'RestElement' ? data : callback;
}
