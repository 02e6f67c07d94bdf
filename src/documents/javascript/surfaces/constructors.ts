import type { Surface } from '../../facts.js';
import { libraryName } from '../imported-from.js';
import { definitionOf, propertyOf } from '../objects.js';
import type { Recognizer } from './call-site.js';

interface ModelClass {
  readonly surface: Surface;
  readonly modules: RegExp;
  readonly classes: ReadonlySet<string>;
  /** Properties that name the model, the first that is there counts. */
  readonly properties: readonly string[];
  /** The property that names what is called in the model's stead. */
  readonly route?: string;
}

const langChain: ModelClass = {
  surface: 'LangChain',
  modules: /^(?:@langchain\/aws|@langchain\/community|langchain)(?:\/|$)/,
  classes: new Set(['ChatBedrockConverse', 'ChatBedrock', 'BedrockChat', 'Bedrock']),
  properties: ['model', 'modelId'],
  route: 'applicationInferenceProfile',
};

const strands: ModelClass = {
  surface: 'Strands',
  modules: /^@strands-agents\/sdk(?:\/|$)/,
  classes: new Set(['BedrockModel']),
  properties: ['modelId'],
};

/** Libraries whose model object takes the ID in its constructor: LangChain.js and Strands. */
export const langChainModel = recognizer(langChain);
export const strandsModel = recognizer(strands);

function recognizer(library: ModelClass): Recognizer {
  return (tree, node, reach) => {
    if (node.type !== 'NewExpression') return null;
    const name = libraryName({ tree, node: node.callee }, reach);
    if (!name || !library.modules.test(name.module) || !library.classes.has(name.path.at(-1) ?? '')) return null;
    const options = node.arguments[0] ? definitionOf({ tree, node: node.arguments[0] }, reach) : null;
    let model = null;
    for (const property of library.properties) model ??= options ? propertyOf(options, property, reach) : null;
    const isRouted =
      library.route !== undefined && options !== null && propertyOf(options, library.route, reach) !== null;
    return {
      surface: library.surface,
      isRouted,
      node,
      model: model ? { tree: model.tree, node: model.value } : null,
      sampling: options ? { owner: options, temperature: 'temperature', topP: 'topP', topK: 'topK' } : null,
      provesClaude: false,
    };
  };
}
