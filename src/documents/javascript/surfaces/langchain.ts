import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { builtObject } from '../values/built-object.js';
import type { AnswerShape, CallSite, ForcedTool, Recognizer } from './call-site.js';
import { installed } from './installed-version.js';
import { bound, type Chain, chainOf, langChainClass } from './langchain-chain.js';
import { modelObject } from './model-class.js';
import { originsOf } from '../values/origins.js';
import { requestOf } from './request-shape.js';

const calls: Readonly<Record<string, AnswerShape>> = { invoke: 'object', stream: 'eventStream' };

/** LangChain.js: `model.invoke([…])`, also with tools bound to the model or a prompt piped into it, and models made for calls elsewhere. */
export const langChain: Recognizer = (tree, node, reach) => {
  if (node.type === 'NewExpression') {
    const made = modelObject(langChainClass, { tree, node }, reach);
    if (!made) return null;
    const library = installed(tree, packageOf(made.module), reach);
    return { node, ...made.facts, isOpen: true, answer: { node, shape: 'model' }, ...library };
  }
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const shape =
    callee.type === 'MemberExpression' ? calls[staticName(callee.property, callee.computed) ?? ''] : undefined;
  if (callee.type !== 'MemberExpression' || shape === undefined) return null;
  const [messages, options] = node.arguments;
  const chain = chainOf({ tree, node: callee.object }, reach);
  return langChainCall(tree, node, chain, messages ?? null, options ?? null, shape, reach);
};

/** A call that hands messages to a chain. */
function langChainCall(
  tree: SyntaxTree,
  node: Node,
  chain: Chain,
  messages: Node | null,
  options: Node | null,
  shape: AnswerShape,
  reach: Reach,
): CallSite | null {
  const [model, ...others] = chain.models;
  if (!model) return null;
  const own = options ? bound({ tree, node: options }, reach) : null;
  const isTemplate = chain.template.length > 0;
  const owner = model.facts.sampling?.owner ?? null;
  const given = [...chain.options, ...(own?.options ?? [])];
  return {
    node,
    ...model.facts,
    sources: [
      ...(model.facts.sources ?? []),
      ...given.map((object) => ({ form: 'langChainOptions', object }) as const),
    ],
    isOpen: others.length > 0 || !chain.isKnown || own?.isKnown === false,
    ...(chain.forced.length > 0 ? { forced: chain.forced.map(forcedBy) } : {}),
    otherModels: others.flatMap(({ facts }) => (facts.model ? [facts.model] : [])),
    request: requestOf('langChain', owner, {
      tools: [...chain.tools, ...(own?.tools ?? [])],
      system: chain.system,
      messages: isTemplate ? chain.template : messages ? messagesIn({ tree, node: messages }, reach) : [],
      isComplete: others.length === 0 && chain.isKnown && own?.isKnown !== false && model.options?.isComplete === true,
      ...(isTemplate ? { hasPlaceholders: true } : {}),
    }),
    answer: { node, shape },
    ...installed(tree, packageOf(model.module), reach),
    uses: chain.models.map(({ made }) => made),
  };
}

function forcedBy(place: Located): ForcedTool {
  return { by: 'withStructuredOutput', place, isCertain: true };
}

/** A list of messages, a text, or the state of an agent, `{ messages: […] }`. */
function messagesIn(place: Located, reach: Reach): readonly Located[] {
  const isState = originsOf(place, reach).every(({ place: origin }) => origin.node.type === 'ObjectExpression');
  return isState ? (builtObject(place, reach)?.valuesOf('messages') ?? []) : [place];
}

/** `@langchain/aws` of `@langchain/aws/chat_models`. */
function packageOf(module: string) {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
