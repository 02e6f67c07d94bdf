import type { AnswerShape, CallSite } from '../surfaces/call-site.js';
import { definitionOf, propertyOf, type Reach } from '../objects.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { Start } from './trace-answer.js';
import type { Kind } from './value.js';

/** Where following the answer of a call begins. */
export function startsOfSite(tree: SyntaxTree, site: CallSite, reach: Reach): readonly Start[] {
  const given = site.answer ? [{ node: site.answer.node, kind: kinds[site.answer.shape] }] : [];
  switch (site.surface) {
    case 'Converse':
    case 'ConverseStream':
    case 'InvokeModel':
    case 'InvokeModelWithResponseStream':
      // A command is followed to wherever it is sent; a method of the client gives the answer itself.
      return site.node.type === 'NewExpression'
        ? [{ node: site.node, kind: 'command' }]
        : [{ node: site.node, kind: awsKinds[site.surface] }];
    case 'AnthropicBedrock':
    case 'AnthropicBedrockMantle': {
      const kind = messagesKind(tree, site.node, reach);
      return kind ? [{ node: site.node, kind }] : [];
    }
    case 'AiSdk':
    case 'LangChain':
      return [{ node: site.node, kind: 'model' }, ...given.filter(({ node }) => node !== site.node)];
    default:
      return [];
  }
}

const awsKinds = {
  Converse: 'answer',
  ConverseStream: 'streaming',
  InvokeModel: 'http',
  InvokeModelWithResponseStream: 'streaming',
} as const satisfies Record<string, Kind>;

const kinds: Readonly<Record<AnswerShape, Kind>> = {
  object: 'answer',
  jsonBody: 'http',
  eventStream: 'streaming',
  jsonEventStream: 'streaming',
  model: 'model',
};

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
