import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { type AiSdkModel, aiSdkModels, headersOfProvider, otherProviders, providerOf } from './ai-sdk-model.js';
import { answerOf } from './answer-of.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { AnswerShape, CallSite, Recognizer, RequestShape, RequestSource, SamplingPlace } from './call-site.js';
import { installed } from './installed-version.js';
import { methodCallsOn } from './method-calls.js';
import { forcedByObject, forcedByOutput } from './output-tool.js';
import { headersFrom } from './request-headers.js';
import { inside, isSettled, requestOf } from './request-shape.js';

const calls: Readonly<Record<string, AnswerShape>> = {
  generateText: 'object',
  generateObject: 'object',
  streamText: 'eventStream',
  streamObject: 'eventStream',
};
const agents = /^(?:Experimental_Agent|Agent|ToolLoopAgent)$/;
const agentCalls = new Set(['generate', 'stream', 'respond']);

/** AI SDK: `generateText({ model: bedrock('…') })` and its siblings, agents, and models made for calls elsewhere. */
export const aiSdk: Recognizer = (tree, node, reach) => {
  if (node.type === 'NewExpression') return agentAt(tree, node, reach);
  if (node.type !== 'CallExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  if (name?.module === 'ai') {
    const called = (name.path.at(-1) ?? '').replace('experimental_', '');
    const shape = calls[called];
    const site = shape ? aiSdkCall(tree, node, node.arguments[0] ?? null, [node], shape, reach) : null;
    return site && called.endsWith('Object') ? { ...site, ...forcedByObject(tree, node, reach) } : site;
  }
  return modelAt(tree, node, reach);
};

/** A call of a function that takes what `generateText` takes. */
export function aiSdkCall(
  tree: SyntaxTree,
  node: Node,
  options: Node | null,
  answers: readonly Node[],
  shape: AnswerShape,
  reach: Reach,
): CallSite | null {
  const input = options ? builtObject({ tree, node: options }, reach) : null;
  const found = input?.valuesOf('model').flatMap((value) => aiSdkModels(value, reach)) ?? [];
  const [model, ...others] = found;
  if (!input || !model) return null;
  return {
    surface: 'AiSdk',
    node,
    model: model.id,
    otherModels: others.map(({ id }) => id),
    otherProviders: input.valuesOf('model').flatMap((value) => otherProviders(value, reach)),
    ...(model.prefix === '' ? {} : { modelPrefix: model.prefix }),
    sampling: samplingOf(input, model),
    provesClaude: model.isAnthropic,
    request: requestTo(input, model, reach),
    ...sourcesOf(input, model, reach),
    ...answerOf(answers, shape),
    ...packageOf(tree, model.isAnthropic, reach),
    ...forcedByOutput(input, reach),
    uses: found.map(({ made }) => made),
  };
}

/** The package of the provider; the one of Anthropic's own models has an entry of its own, and ways of its own. */
function packageOf(tree: SyntaxTree, isAnthropic: boolean, reach: Reach): Pick<CallSite, 'library'> {
  const { library } = installed(tree, '@ai-sdk/amazon-bedrock', reach);
  return { library: isAnthropic ? { ...library, name: `${library.name}/anthropic` } : library };
}

/** The Anthropic provider takes the pair apart itself: it drops topP where a temperature is set. */
function samplingOf({ owner }: BuiltObject, { isAnthropic, defaults }: AiSdkModel): SamplingPlace | null {
  const place = owner ?? defaults[0];
  return place && !isAnthropic ? { owner: place, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null;
}

function sourcesOf(
  input: BuiltObject,
  { isAnthropic, defaults, settings, isPlain, provider }: AiSdkModel,
  reach: Reach,
): Pick<CallSite, 'sources' | 'isOpen'> {
  const form = isAnthropic ? 'aiSdkAnthropic' : 'aiSdk';
  const given = defaults.map((each) => builtObject(each, reach));
  const beside = settings ? builtObject(settings, reach) : null;
  const isChanged = input.valuesOf('prepareStep').length + input.valuesOf('prepareCall').length > 0;
  return {
    sources: [
      { form, object: input },
      ...(beside ? [{ form: 'aiSdkModel' as const, object: beside }] : []),
      ...given.flatMap((object) => (object ? [{ form, object, isDefault: true } as const] : [])),
      ...(provider ? headersOfProvider(provider, reach) : []),
      ...headersFrom(input.valuesOf('headers'), reach),
    ],
    isOpen: !isPlain || isChanged || given.includes(null) || (settings !== undefined && beside === null),
  };
}

function requestTo(input: BuiltObject, model: AiSdkModel, reach: Reach): RequestShape {
  const defaults = model.defaults.map((each) => builtObject(each, reach));
  const valuesOf = (...names: readonly string[]) => {
    const own = names.flatMap((name) => input.valuesOf(name));
    return own.length > 0 ? own : defaults.flatMap((each) => names.flatMap((name) => each?.valuesOf(name) ?? []));
  };
  const isKnown = model.isPlain && defaults.every((each) => each?.isComplete === true);
  return requestOf('aiSdk', input.owner, {
    tools: valuesOf('tools'),
    system: valuesOf('instructions', 'system'),
    messages: valuesOf('messages', 'prompt'),
    thinking: thinkingOf(input, reach),
    maxTokens: valuesOf('maxOutputTokens', 'maxTokens').at(-1) ?? null,
    isComplete:
      isKnown &&
      isSettled(input, ['tools', 'system', 'instructions', 'messages', 'prompt']) &&
      input.valuesOf('prepareStep').length + input.valuesOf('prepareCall').length === 0,
  });
}

function thinkingOf(input: BuiltObject, reach: Reach): Located | null {
  for (const options of input.valuesOf('providerOptions')) {
    const object = builtObject(options, reach);
    if (!object) continue;
    const found = [
      ...inside(object, 'bedrock', 'reasoningConfig', reach).values,
      ...inside(object, 'amazonBedrock', 'reasoningConfig', reach).values,
      ...inside(object, 'anthropic', 'thinking', reach).values,
    ];
    if (found[0]) return found[0];
  }
  return null;
}

/** `new ToolLoopAgent({ model, instructions, tools })`: its answers come from `generate` and `stream`. */
function agentAt(tree: SyntaxTree, node: Node, reach: Reach): CallSite | null {
  if (node.type !== 'NewExpression') return null;
  const name = libraryName({ tree, node: node.callee }, reach);
  if (name?.module !== 'ai' || !agents.test(name.path.at(-1) ?? '')) return null;
  const made = methodCallsOn(tree, node, agentCalls);
  const [first] = made;
  const isStream = first?.method === 'stream';
  const answers = made.filter(({ method }) => (method === 'stream') === isStream).map(({ call }) => call);
  const site = aiSdkCall(tree, node, node.arguments[0] ?? null, answers, isStream ? 'eventStream' : 'object', reach);
  if (!site?.request) return site;
  const messages = made.flatMap(({ call }) => messagesIn(tree, call, reach));
  return { ...site, request: { ...site.request, messages } };
}

function messagesIn(tree: SyntaxTree, call: Node, reach: Reach): readonly Located[] {
  const [options] = call.type === 'CallExpression' ? call.arguments : [];
  const input = options ? builtObject({ tree, node: options }, reach) : null;
  return input ? [...input.valuesOf('messages'), ...input.valuesOf('prompt')] : [];
}

/** A model that no call of the file is seen to use. */
function modelAt(tree: SyntaxTree, node: Node, reach: Reach): CallSite | null {
  const [id] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type !== 'CallExpression' || !id || id.type === 'SpreadElement') return null;
  const provider = providerOf({ tree, node: node.callee }, reach);
  const found = provider === null ? lookupAt(tree, node, reach) : null;
  if (provider === null && found === null) return null;
  const isAnthropic = provider === 'anthropic';
  const beside = optionsBeside(tree, node);
  return {
    surface: 'AiSdk',
    node,
    ...(found ? { model: found.id, modelPrefix: found.prefix } : { model: { tree, node: id } }),
    sampling: beside && !isAnthropic ? { owner: beside, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null,
    provesClaude: isAnthropic || found?.isAnthropic === true,
    sources: [
      ...sourcesBeside(beside, { tree, node: node.arguments[1] ?? null }, isAnthropic, reach),
      ...headersOfProvider({ tree, node: node.callee }, reach),
    ],
    isOpen: true,
    answer: { node, shape: 'model' },
    ...packageOf(tree, isAnthropic, reach),
  };
}

/** `registry.languageModel('bedrock:…')` */
function lookupAt(tree: SyntaxTree, node: Node, reach: Reach): AiSdkModel | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  if (staticName(node.callee.property, node.callee.computed) !== 'languageModel') return null;
  const [found] = aiSdkModels({ tree, node }, reach);
  return found && found.prefix !== '' && found.made === node ? found : null;
}

/** What is known of the requests of a model whose calls are not seen. */
function sourcesBeside(
  beside: Located | null,
  { tree, node }: { readonly tree: SyntaxTree; readonly node: Node | null },
  isAnthropic: boolean,
  reach: Reach,
): readonly RequestSource[] {
  const options = beside && builtObject(beside, reach);
  const settings = node && builtObject({ tree, node }, reach);
  return [
    ...(options ? [{ form: isAnthropic ? ('aiSdkAnthropic' as const) : ('aiSdk' as const), object: options }] : []),
    ...(settings ? [{ form: 'aiSdkModel' as const, object: settings }] : []),
  ];
}

/** `run({ model: bedrock('…'), temperature, topP })`, also through a variable that one call uses. */
function optionsBeside(tree: SyntaxTree, call: Node): Located | null {
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
  return owner && { tree, node: owner };
}
