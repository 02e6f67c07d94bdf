import { libraryName } from '../modules/imported-from.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { answerOf } from './answer-of.js';
import { builtObject } from '../values/built-object.js';
import type { CallSite, Recognizer } from './call-site.js';
import { installed } from './installed-version.js';
import { methodCallsOn } from './method-calls.js';
import { type ModelClass, modelObject } from './model-class.js';
import { originsOf } from '../values/origins.js';
import { isSettled, requestOf } from './request-shape.js';

const model: ModelClass = {
  surface: 'Strands',
  modules: /^@strands-agents\/sdk(?:\/|$)/,
  classes: new Set(['BedrockModel']),
  properties: ['modelId'],
  form: 'strands',
};
const agentCalls = new Set(['invoke', 'stream']);
/** Options with which the model object places the points of every request itself. */
const cacheOptions = ['cacheConfig', 'cachePrompt', 'cacheTools'];

/** Strands Agents: `new Agent({ model: new BedrockModel({ modelId }), systemPrompt, tools })`. */
export const strands: Recognizer = (tree, node, reach) => {
  if (node.type !== 'NewExpression') return null;
  const made = modelObject(model, { tree, node }, reach);
  if (made)
    return {
      node,
      ...made.facts,
      isOpen: true,
      answer: { node, shape: 'model' },
      ...installed(tree, '@strands-agents/sdk', reach),
    };
  const name = libraryName({ tree, node: node.callee }, reach);
  if (!name || !model.modules.test(name.module) || name.path.at(-1) !== 'Agent') return null;
  return agentAt(tree, node, node.arguments[0] ?? null, reach);
};

function agentAt(tree: SyntaxTree, node: Node, options: Node | null, reach: Reach): CallSite | null {
  const input = options ? builtObject({ tree, node: options }, reach) : null;
  const [origin, ...others] = input?.valuesOf('model').flatMap((value) => originsOf(value, reach)) ?? [];
  const found = origin ? modelObject(model, origin.place, reach) : null;
  if (!input || !origin || !found) return null;
  const calls = methodCallsOn(tree, node, agentCalls);
  const isStream = calls[0]?.method === 'stream';
  const answers = calls.filter(({ method }) => (method === 'stream') === isStream).map(({ call }) => call);
  const isCached = cacheOptions.some((option) => (found.options?.valuesOf(option).length ?? 0) > 0);
  return {
    node,
    ...found.facts,
    sources: [...(found.facts.sources ?? []), { form: 'strandsAgent', object: input }],
    isOpen: others.length > 0,
    request: requestOf('strands', input.owner, {
      tools: input.valuesOf('tools'),
      system: input.valuesOf('systemPrompt'),
      messages: input.valuesOf('messages'),
      isComplete:
        others.length === 0 &&
        !isCached &&
        found.options?.isComplete === true &&
        isSettled(input, ['tools', 'systemPrompt', 'messages']),
    }),
    ...answerOf(answers, isStream ? 'eventStream' : 'object'),
    ...installed(tree, '@strands-agents/sdk', reach),
    uses: [origin.place.node],
  };
}
