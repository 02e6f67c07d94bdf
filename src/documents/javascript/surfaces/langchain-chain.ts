import { libraryName } from '../modules/imported-from.js';
import { deeper, type Located, type Reach } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { type BuiltObject, builtObject } from '../values/built-object.js';
import { type ModelClass, type ModelObject, modelObject } from './model-class.js';
import { originsOf } from '../values/origins.js';

export const langChainClass: ModelClass = {
  surface: 'LangChain',
  modules: /^(?:@langchain\/aws|@langchain\/community|langchain)(?:\/|$)/,
  classes: new Set(['ChatBedrockConverse', 'ChatBedrock', 'BedrockChat', 'Bedrock']),
  properties: ['model', 'modelId'],
  route: 'applicationInferenceProfile',
  form: 'langChain',
};

/** What an object that can be invoked is made of. */
export interface Chain {
  /** The models of Bedrock in it, and the expressions that make them. */
  readonly models: readonly (ModelObject & { readonly made: Node })[];
  readonly tools: readonly Located[];
  readonly system: readonly Located[];
  /** The messages of a prompt template. */
  readonly template: readonly Located[];
  /** Options that are bound to a model. */
  readonly options: readonly BuiltObject[];
  /** Calls that make every answer the input of one tool. */
  readonly forced: readonly Located[];
  /** Nothing in it adds to a request what can't be seen. */
  readonly isKnown: boolean;
}

const nothing: Chain = { models: [], tools: [], system: [], template: [], options: [], forced: [], isKnown: true };
const unknown: Chain = { ...nothing, isKnown: false };
const agents = /^create(?:React)?Agent$/;

/** Follows a model through what is bound to it, prompts that are piped into it, and agents. */
export function chainOf(place: Located, reach: Reach): Chain {
  const next = deeper(reach);
  if (!next) return unknown;
  return joined(originsOf(place, next).map(({ place: origin }) => chainAt(origin, next)));
}

function joined(chains: readonly Chain[]): Chain {
  return {
    models: chains.flatMap(({ models }) => models),
    tools: chains.flatMap(({ tools }) => tools),
    system: chains.flatMap(({ system }) => system),
    template: chains.flatMap(({ template }) => template),
    options: chains.flatMap(({ options }) => options),
    forced: chains.flatMap(({ forced }) => forced),
    isKnown: chains.every(({ isKnown }) => isKnown),
  };
}

function chainAt(origin: Located, reach: Reach): Chain {
  const { tree, node } = origin;
  const model = modelObject(langChainClass, origin, reach);
  if (model)
    return {
      ...nothing,
      models: [{ ...model, made: node }],
      isKnown: !setsCache(model.options?.valuesOf('cache_control')),
    };
  // What parses an answer, or passes its input on, adds nothing to the request.
  if (node.type === 'NewExpression') return { ...nothing, isKnown: isParser(origin, reach) };
  if (node.type !== 'CallExpression') return unknown;
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  const at = (inner: Node): Located => ({ tree, node: inner });
  const name = libraryName(at(callee), reach);
  if (name && argument && isLangChain(name.module)) {
    const [owner, method] = [name.path.at(-2), name.path.at(-1) ?? ''];
    if (owner === 'RunnableSequence' && method === 'from') return sequence(at(argument), reach);
    if (owner === 'ChatPromptTemplate' && method === 'fromMessages') return { ...nothing, template: [at(argument)] };
    if (agents.test(method)) return agent(at(argument), reach);
    return unknown;
  }
  if (callee.type !== 'MemberExpression') return unknown;
  const inner = () => chainOf(at(callee.object), reach);
  switch (staticName(callee.property, callee.computed)) {
    case 'pipe':
      return argument ? joined([inner(), chainOf(at(argument), reach)]) : unknown;
    case 'bindTools':
      return argument ? joined([inner(), boundTools(at(argument), node.arguments[1], reach)]) : unknown;
    case 'bind':
    case 'withConfig':
      return argument ? joined([inner(), bound(at(argument), reach)]) : unknown;
    case 'withRetry':
      return inner();
    case 'withStructuredOutput':
      return joined([inner(), unknown, { ...nothing, forced: [origin] }]);
    case 'withFallbacks':
      return joined([inner(), unknown]);
    default:
      return unknown;
  }
}

function sequence(list: Located, reach: Reach): Chain {
  const [origin] = originsOf(list, reach);
  const elements = origin?.place.node.type === 'ArrayExpression' ? origin.place.node.elements : [];
  if (!origin || elements.length === 0) return unknown;
  return joined(
    elements.map((element) => (element ? chainOf({ tree: origin.place.tree, node: element }, reach) : unknown)),
  );
}

/** Options that `bind` and `withConfig` give to every call. */
export function bound(options: Located, reach: Reach): Chain {
  const object = builtObject(options, reach);
  if (!object) return unknown;
  return {
    ...nothing,
    tools: object.valuesOf('tools'),
    options: [object],
    isKnown: object.isComplete && !setsCache(object.valuesOf('cache_control')),
  };
}

/** `model.bindTools([…], { tool_choice: 'any' })` */
function boundTools(tools: Located, options: Node | undefined, reach: Reach): Chain {
  const own: Chain = { ...nothing, tools: [tools] };
  if (!options) return own;
  const object = builtObject({ tree: tools.tree, node: options }, reach);
  return joined([own, object ? { ...nothing, options: [object] } : unknown]);
}

function setsCache(values: readonly Located[] | undefined) {
  return (values?.length ?? 0) > 0;
}

/** `createReactAgent({ llm, tools, prompt })`, `createAgent({ model, tools, systemPrompt })` */
function agent(options: Located, reach: Reach): Chain {
  const object = builtObject(options, reach);
  if (!object) return unknown;
  const models = [...object.valuesOf('llm'), ...object.valuesOf('model')].map((model) => chainOf(model, reach));
  const own: Chain = {
    ...nothing,
    tools: object.valuesOf('tools'),
    system: ['systemPrompt', 'prompt', 'messageModifier', 'stateModifier'].flatMap((name) => object.valuesOf(name)),
    isKnown: object.isComplete && object.valuesOf('middleware').length === 0,
  };
  return joined([...models, own]);
}

function isParser({ tree, node }: Located, reach: Reach) {
  const name = node.type === 'NewExpression' ? libraryName({ tree, node: node.callee }, reach) : null;
  return (
    name !== null && isLangChain(name.module) && /(?:OutputParser|RunnablePassthrough)$/.test(name.path.at(-1) ?? '')
  );
}

function isLangChain(module: string) {
  return module === 'langchain' || module.startsWith('langchain/') || module.startsWith('@langchain/');
}
