import type { Surface } from '../../facts.js';
import { importedName } from '../bindings.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../objects.js';
import { valueOfMember } from '../receivers.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import { jsonOf } from '../json-body.js';
import type { Recognizer, SamplingPlace } from './call-site.js';

const moduleName = '@aws-sdk/client-bedrock-runtime';

const commands: Readonly<Record<string, Surface>> = {
  ConverseCommand: 'Converse',
  ConverseStreamCommand: 'ConverseStream',
  InvokeModelCommand: 'InvokeModel',
  InvokeModelWithResponseStreamCommand: 'InvokeModelWithResponseStream',
};

const methods: Readonly<Record<string, Surface>> = {
  converse: 'Converse',
  converseStream: 'ConverseStream',
  invokeModel: 'InvokeModel',
  invokeModelWithResponseStream: 'InvokeModelWithResponseStream',
};

/** AWS SDK for JavaScript v3: command classes and the aggregated `BedrockRuntime` client. */
export const awsSdk: Recognizer = (tree, node, reach) => {
  const call = commandOf(tree, node) ?? methodOf(tree, node, reach);
  if (!call) return null;
  const input = call.input ? definitionOf({ tree, node: call.input }, reach) : null;
  const model = input ? (propertyOf(input, 'modelId', reach) ?? assigned(tree, call.input, 'modelId')) : null;
  const body = input && call.surface.startsWith('Invoke') ? propertyOf(input, 'body', reach) : null;
  const json = body ? jsonOf({ tree: body.tree, node: body.value }, reach) : null;
  return {
    surface: call.surface,
    node,
    model: model ? { tree: model.tree, node: model.value } : null,
    sampling: call.surface.startsWith('Converse') ? converseSampling(input, reach) : messagesSampling(json),
    provesClaude: json !== null && propertyOf(json, 'anthropic_version', reach) !== null,
  };
};

function commandOf(tree: SyntaxTree, node: Node): { surface: Surface; input: Node | null } | null {
  if (node.type !== 'NewExpression') return null;
  const name = importedName(tree, node.callee);
  const surface = name?.module === moduleName ? commands[name.path.at(-1) ?? ''] : undefined;
  return surface ? { surface, input: node.arguments[0] ?? null } : null;
}

function methodOf(tree: SyntaxTree, node: Node, reach: Reach): { surface: Surface; input: Node | null } | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return null;
  const surface = methods[staticName(callee.property, callee.computed) ?? ''];
  if (!surface) return null;
  const client = valueOfMember({ tree, node: callee.object }, reach);
  if (client?.node.type !== 'NewExpression') return null;
  const name = importedName(client.tree, client.node.callee);
  return name?.module === moduleName && name.path.at(-1) === 'BedrockRuntime' ? { surface, input: node.arguments[0] ?? null } : null;
}

function converseSampling(input: Located | null, reach: Reach): SamplingPlace | null {
  const config = input ? propertyOf(input, 'inferenceConfig', reach) : null;
  const owner = config ? definitionOf({ tree: config.tree, node: config.value }, reach) : null;
  return owner ? { owner, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null;
}

function messagesSampling(body: Located | null): SamplingPlace | null {
  return body ? { owner: body, temperature: 'temperature', topP: 'top_p', topK: 'top_k' } : null;
}

/** `input.modelId = …` after `const input: X = {…}`: an input that is built in steps. */
function assigned(tree: SyntaxTree, input: Node | null, property: string): { tree: SyntaxTree; value: Node } | null {
  const variable = input?.type === 'Identifier' ? tree.variableOf(input) : null;
  for (const { identifier } of variable?.references ?? []) {
    const member = tree.parentOf(identifier);
    const assignment = member ? tree.parentOf(member) : null;
    if (member?.type !== 'MemberExpression' || member.object !== identifier || assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    if (staticName(member.property, member.computed) === property) return { tree, value: assignment.right };
  }
  return null;
}

