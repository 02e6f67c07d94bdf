import type { Surface } from '../../facts.js';
import { libraryName } from '../imported-from.js';
import { jsonOf } from '../json-body.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../objects.js';
import { clientClassOf } from '../receivers.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { Recognizer, SamplingPlace } from './call-site.js';

const moduleName = '@aws-sdk/client-bedrock-runtime';

const commands: ReadonlyMap<string, Surface> = new Map<string, Surface>([
  ['ConverseCommand', 'Converse'],
  ['ConverseStreamCommand', 'ConverseStream'],
  ['InvokeModelCommand', 'InvokeModel'],
  ['InvokeModelWithResponseStreamCommand', 'InvokeModelWithResponseStream'],
]);

const methods: ReadonlyMap<string, Surface> = new Map<string, Surface>([
  ['converse', 'Converse'],
  ['converseStream', 'ConverseStream'],
  ['invokeModel', 'InvokeModel'],
  ['invokeModelWithResponseStream', 'InvokeModelWithResponseStream'],
]);

/** AWS SDK for JavaScript v3: command classes and the aggregated `BedrockRuntime` client. */
export const awsSdk: Recognizer = (tree, node, reach) => {
  const call = commandOf(tree, node, reach) ?? methodOf(tree, node, reach);
  if (!call) return null;
  const input = call.input ? definitionOf({ tree, node: call.input }, reach) : null;
  const written = input ? propertyOf(input, 'modelId', reach) : null;
  const [model = null, ...otherModels] = [...(written ? [written] : []), ...assigned(tree, call.input, 'modelId')];
  const [body] = call.surface.startsWith('Invoke')
    ? [input && propertyOf(input, 'body', reach), ...assigned(tree, call.input, 'body')].filter(
        (found) => found !== null,
      )
    : [];
  const json = body ? jsonOf({ tree: body.tree, node: body.value }, reach) : null;
  return {
    surface: call.surface,
    node,
    model: model ? { tree: model.tree, node: model.value } : null,
    otherModels: otherModels.map(({ tree: owner, value }) => ({ tree: owner, node: value })),
    sampling: call.surface.startsWith('Converse') ? converseSampling(input, reach) : messagesSampling(json),
    provesClaude: json !== null && propertyOf(json, 'anthropic_version', reach) !== null,
  };
};

function commandOf(tree: SyntaxTree, node: Node, reach: Reach): { surface: Surface; input: Node | null } | null {
  if (node.type !== 'NewExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  const surface = name?.module === moduleName ? commands.get(name.path.at(-1) ?? '') : undefined;
  return surface ? { surface, input: node.arguments[0] ?? null } : null;
}

function methodOf(tree: SyntaxTree, node: Node, reach: Reach): { surface: Surface; input: Node | null } | null {
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

function converseSampling(input: Located | null, reach: Reach): SamplingPlace | null {
  const config = input ? propertyOf(input, 'inferenceConfig', reach) : null;
  const owner = config ? definitionOf({ tree: config.tree, node: config.value }, reach) : null;
  return owner ? { owner, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null;
}

function messagesSampling(body: Located | null): SamplingPlace | null {
  return body ? { owner: body, temperature: 'temperature', topP: 'top_p', topK: 'top_k' } : null;
}

/** `input.modelId = …` after `const input: X = {…}`: an input that is built in steps, one value for each branch. */
function assigned(tree: SyntaxTree, input: Node | null, property: string): { tree: SyntaxTree; value: Node }[] {
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
      ? [{ tree, value: assignment.right }]
      : [];
  });
}
