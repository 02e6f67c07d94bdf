import type { Surface } from '../../facts.js';
import { libraryName } from '../modules/imported-from.js';
import { jsonBodies } from '../values/json-body.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { clientClassOf } from '../calls/receivers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { answerOf, sendsOf } from './answer-of.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { AnswerShape, CallSite, Recognizer, RequestSource, SamplingPlace } from './call-site.js';
import { installed } from './installed-version.js';
import { messagesFacts } from './messages-facts.js';
import { converseRequest } from './request-shape.js';

export type AwsSurface = Extract<Surface, `${'Converse' | 'InvokeModel'}${string}`>;

/** A call by its API, and the expression of its input. */
export interface AwsCall {
  readonly surface: AwsSurface;
  readonly input: Node | null;
}

const moduleName = '@aws-sdk/client-bedrock-runtime';

const commands: ReadonlyMap<string, AwsSurface> = new Map<string, AwsSurface>([
  ['ConverseCommand', 'Converse'],
  ['ConverseStreamCommand', 'ConverseStream'],
  ['InvokeModelCommand', 'InvokeModel'],
  ['InvokeModelWithResponseStreamCommand', 'InvokeModelWithResponseStream'],
]);

const methods: ReadonlyMap<string, AwsSurface> = new Map<string, AwsSurface>([
  ['converse', 'Converse'],
  ['converseStream', 'ConverseStream'],
  ['invokeModel', 'InvokeModel'],
  ['invokeModelWithResponseStream', 'InvokeModelWithResponseStream'],
]);

/** How each API answers. */
export const awsAnswers: Readonly<Record<AwsSurface, AnswerShape>> = {
  Converse: 'object',
  ConverseStream: 'eventStream',
  InvokeModel: 'jsonBody',
  InvokeModelWithResponseStream: 'jsonEventStream',
};

/** AWS SDK for JavaScript v3: command classes and the aggregated `BedrockRuntime` client. */
export const awsSdk: Recognizer = (tree, node, reach) => {
  const command = commandOf(tree, node, reach);
  const call = command ?? methodOf(tree, node, reach);
  if (!call) return null;
  const sends = command ? sendsOf(tree, node) : [node];
  return {
    ...awsCall(tree, call, reach),
    ...installed(tree, moduleName, reach),
    node,
    ...answerOf(sends, awsAnswers[call.surface]),
  };
};

/** What a call of the runtime API says, whoever makes it. */
export function awsCall(tree: SyntaxTree, { surface, input }: AwsCall, reach: Reach): Omit<CallSite, 'node'> {
  const object = input ? builtObject({ tree, node: input }, reach) : null;
  const [model = null, ...otherModels] = object?.valuesOf('modelId') ?? assigned(tree, input, 'modelId');
  const facts = { surface, model, otherModels };
  if (surface.startsWith('Converse'))
    return {
      ...facts,
      sampling: converseSampling(object, reach),
      provesClaude: false,
      ...(object ? { request: converseRequest(object, reach), sources: [{ form: 'converse', object }] } : {}),
    };
  const bodies = (object?.valuesOf('body') ?? assigned(tree, input, 'body')).flatMap((body) => jsonBodies(body, reach));
  const body = messagesFacts(bodies);
  const command: readonly RequestSource[] = object ? [{ form: 'invokeCommand', object }] : [];
  return { ...facts, ...body, sources: [...(body.sources ?? []), ...command] };
}

function commandOf(tree: SyntaxTree, node: Node, reach: Reach): AwsCall | null {
  if (node.type !== 'NewExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  const surface = name?.module === moduleName ? commands.get(name.path.at(-1) ?? '') : undefined;
  return surface ? { surface, input: node.arguments[0] ?? null } : null;
}

function methodOf(tree: SyntaxTree, node: Node, reach: Reach): AwsCall | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return null;
  const surface = methods.get(staticName(callee.property, callee.computed) ?? '');
  if (!surface) return null;
  const name = clientClassOf({ tree, node: callee.object }, reach);
  return name?.module === moduleName && name.path.at(-1) === 'BedrockRuntime'
    ? { surface, input: node.arguments[0] ?? null }
    : null;
}

function converseSampling(input: BuiltObject | null, reach: Reach): SamplingPlace | null {
  const config = input?.valuesOf('inferenceConfig')[0];
  const owner = config ? definitionOf(config, reach) : null;
  return owner ? { owner, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null;
}

/** `input.modelId = …` for an input nobody can read, one value for each branch. */
function assigned(tree: SyntaxTree, input: Node | null, property: string): Located[] {
  const variable = input && tree.variableOf(unwrap(input));
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const member = tree.parentOf(identifier);
    const assignment = member ? tree.parentOf(member) : null;
    if (
      member?.type !== 'MemberExpression' ||
      member.object !== identifier ||
      staticName(member.property, member.computed) !== property
    )
      return [];
    return assignment?.type === 'AssignmentExpression' && assignment.left === member
      ? [{ tree, node: assignment.right }]
      : [];
  });
}
