import { posix } from 'node:path';
import type { FactSettings } from '../../facts.js';
import { importedName } from '../modules/bindings.js';
import { jsonBodies } from '../values/json-body.js';
import { resolveExport } from '../modules/modules.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { aiSdkCall } from './ai-sdk.js';
import { anthropicCall } from './anthropic-sdk.js';
import { awsAnswers, awsCall } from './aws-sdk.js';
import { builtObject } from '../values/built-object.js';
import type { CallSite, Recognizer } from './call-site.js';
import { messagesFacts } from './messages-facts.js';
import { isSettled, requestOf } from './request-shape.js';

type Wrapper = FactSettings['wrappers'][number];

/** Calls of functions that a team has named: their first argument is a request of a surface. */
export function wrapperCalls({ wrappers }: FactSettings): Recognizer | null {
  if (wrappers.length === 0) return null;
  const names = new Set(wrappers.map(({ name }) => name));
  return (tree, node, reach) => {
    if (node.type !== 'CallExpression') return null;
    const imported = importedName(tree, node.callee);
    const name = imported?.path.at(-1);
    if (!imported || name === undefined || !names.has(name)) return null;
    const wrapper = wrappers.find(
      (each) => each.name === name && comesFrom(tree, imported.module, imported.path[0] ?? name, each, reach),
    );
    return wrapper ? requestTo(tree, node, wrapper, reach) : null;
  };
}

/** Whether an import means the module a wrapper is named with: by name, or by the end of the path of the file it leads to. */
function comesFrom(tree: SyntaxTree, specifier: string, name: string, { module }: Wrapper, reach: Reach): boolean {
  if (specifier === module) return true;
  if (!module.startsWith('.') || !reach.modules.isOwn(tree.path, specifier)) return false;
  const wanted = stem(posix.normalize(module).replace(/^(?:\.\.\/)+/, ''));
  const written = specifier.startsWith('.') ? stem(posix.join(posix.dirname(tree.path), specifier)) : '';
  if (endsWith(written, wanted)) return true;
  const exported = resolveExport(reach.modules, tree.path, specifier, name);
  return exported?.kind === 'expression' && endsWith(stem(exported.tree.path), wanted);
}

function stem(path: string) {
  return path.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
}

function endsWith(path: string, end: string) {
  return path === end || path.endsWith(`/${end}`);
}

function requestTo(tree: SyntaxTree, node: Node, { surface }: Wrapper, reach: Reach): CallSite | null {
  const input = node.type === 'CallExpression' ? (node.arguments[0] ?? null) : null;
  if (!input || input.type === 'SpreadElement') return null;
  switch (surface) {
    case 'Converse':
    case 'ConverseStream':
    case 'InvokeModel':
    case 'InvokeModelWithResponseStream':
      return { node, ...awsCall(tree, { surface, input }, reach), answer: { node, shape: awsAnswers[surface] } };
    case 'AnthropicBedrock':
    case 'AnthropicBedrockMantle':
      return { surface, node, ...anthropicCall(tree, input, reach), answer: { node, shape: 'object' } };
    case 'AiSdk':
      return aiSdkCall(tree, node, input, [node], 'object', reach);
    case 'Http':
    case 'AppSync': {
      const facts = messagesFacts(jsonBodies({ tree, node: input }, reach));
      return { surface, node, model: null, ...facts, answer: { node, shape: 'jsonBody' } };
    }
    case 'LangChain':
    case 'Strands':
      return {
        surface,
        node,
        ...agentRequest({ tree, node: input }, surface, reach),
        answer: { node, shape: 'object' },
      };
  }
}

/** Messages for LangChain, the options of an agent for Strands. */
function agentRequest(
  place: Located,
  surface: 'LangChain' | 'Strands',
  reach: Reach,
): Pick<CallSite, 'model' | 'sampling' | 'provesClaude' | 'request'> {
  const facts = { model: null, sampling: null, provesClaude: false };
  if (surface === 'LangChain') return { ...facts, request: requestOf('langChain', null, { messages: [place] }) };
  const input = builtObject(place, reach);
  if (!input) return facts;
  const request = requestOf('strands', input.owner, {
    tools: input.valuesOf('tools'),
    system: input.valuesOf('systemPrompt'),
    messages: input.valuesOf('messages'),
    isComplete: isSettled(input, ['tools', 'systemPrompt', 'messages']),
  });
  return { ...facts, request };
}
