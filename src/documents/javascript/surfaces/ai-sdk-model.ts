import type { StaticValue } from '../../static-value.js';
import { libraryName } from '../modules/imported-from.js';
import { deeper, definitionOf, type Located, type Reach } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { builtObject } from '../values/built-object.js';
import type { RequestSource } from './call-site.js';
import { originsOf } from '../values/origins.js';
import { headersOfMaker } from './request-headers.js';

/** A model of Bedrock as the AI SDK makes it, whatever is wrapped around it. */
export interface AiSdkModel {
  /** The expression that names the model. */
  readonly id: Located;
  /** What a registry puts before the ID: `bedrock:`. */
  readonly prefix: string;
  /** The call that makes the model. */
  readonly made: Node;
  /** It is spoken to in the Messages API, by the provider that Anthropic's own models go through. */
  readonly isAnthropic: boolean;
  /** Settings that middleware gives to every call. */
  readonly defaults: readonly Located[];
  /** Settings beside the ID, as the versions for AI SDK 4 take them. */
  readonly settings?: Located;
  /** The provider that made it, where it is not the one that the library exports. */
  readonly provider?: Located;
  /** Nothing but known middleware stands between the call and the model. */
  readonly isPlain: boolean;
}

const anthropicProviders = new Set(['bedrockAnthropic', 'amazonBedrockAnthropic']);
const anthropicFactories = new Set(['createBedrockAnthropic', 'createAmazonBedrockAnthropic']);
const providers = new Set(['bedrock', 'amazonBedrock', ...anthropicProviders]);
const factories = new Set(['createAmazonBedrock', ...anthropicFactories]);
const methods = new Set(['languageModel', 'chat', 'messages']);
/** Middleware that changes what comes back, or how, but not what is sent. */
const transparent = new Set([
  'extractReasoningMiddleware',
  'extractJsonMiddleware',
  'simulateStreamingMiddleware',
  'devToolsMiddleware',
]);

/** The models of Bedrock that an expression may stand for: made here, wrapped, or looked up in a registry of providers. */
export function aiSdkModels(place: Located, reach: Reach): readonly AiSdkModel[] {
  const next = deeper(reach);
  if (!next) return [];
  return originsOf(place, next).flatMap(({ place: origin }) => modelsMadeBy(origin, next));
}

/**
 * What else an expression may stand for than models of Bedrock: `openai` for `cheap ? openai('gpt-4o') : bedrock('…')`, which names no model of
 * Bedrock whatever is between its brackets, and something unknown for a function that nobody can follow.
 */
export function otherProviders(place: Located, reach: Reach): readonly StaticValue[] {
  return originsOf(place, reach).flatMap(({ place: origin }): readonly StaticValue[] => {
    const { tree, node } = origin;
    if (node.type !== 'CallExpression' || !node.arguments[0] || modelsMadeBy(origin, reach).length > 0) return [];
    const { range } = node.callee;
    return isOfPackage({ tree, node: node.callee }, reach)
      ? [{ kind: 'text', text: tree.text.slice(...range), range, path: null }]
      : [{ kind: 'unknown', range }];
  });
}

/** `openai`, `openai.chat`, and a provider that a package has made: `createOpenAI()`. */
function isOfPackage(callee: Located, reach: Reach): boolean {
  if (libraryName(callee, reach)) return true;
  const made = definitionOf(ownerOf(callee), reach);
  return (
    made?.node.type === 'CallExpression' && libraryName({ tree: made.tree, node: made.node.callee }, reach) !== null
  );
}

function modelsMadeBy(origin: Located, reach: Reach): readonly AiSdkModel[] {
  const { tree, node } = origin;
  if (node.type !== 'CallExpression') return [];
  const [argument] = node.arguments;
  if (!argument || argument.type === 'SpreadElement') return [];
  const callee = unwrap(node.callee);
  const name = libraryName({ tree, node: callee }, reach);
  if (name?.module === 'ai')
    return /^(?:experimental_)?wrapLanguageModel$/.test(name.path.at(-1) ?? '') ? wrapped(origin, argument, reach) : [];
  const provider = providerOf({ tree, node: callee }, reach);
  const id = { tree, node: argument };
  const [, settings] = node.arguments;
  if (provider) {
    const isAnthropic = provider === 'anthropic';
    const own = settings && settings.type !== 'SpreadElement' ? { settings: { tree, node: settings } } : {};
    return [
      {
        id,
        prefix: '',
        made: node,
        isAnthropic,
        defaults: [],
        isPlain: true,
        provider: { tree, node: callee },
        ...own,
      },
    ];
  }
  const isLookup =
    callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'languageModel';
  return isLookup ? lookedUp({ tree, node: callee.object }, id, node, reach) : [];
}

/** Which of the two providers of Bedrock a callee is, also as one of its methods. */
export function providerOf(callee: Located, reach: Reach): 'bedrock' | 'anthropic' | null {
  return providerNamed(ownerOf(callee), reach);
}

/** The headers that a provider sends with every request. */
export function headersOfProvider(callee: Located, reach: Reach): readonly RequestSource[] {
  return headersOfMaker(ownerOf(callee), 'headers', reach);
}

function ownerOf({ tree, node: callee }: Located): Located {
  const node = unwrap(callee);
  const isMethod = node.type === 'MemberExpression' && methods.has(staticName(node.property, node.computed) ?? '');
  return { tree, node: isMethod ? node.object : node };
}

function providerNamed(place: Located, reach: Reach): 'bedrock' | 'anthropic' | null {
  const name = libraryName(place, reach);
  const exported = name?.path.at(-1) ?? '';
  if (name && isModule(name.module))
    return anthropicProviders.has(exported) ? 'anthropic' : providers.has(exported) ? 'bedrock' : null;
  const made = definitionOf(place, reach);
  if (made?.node.type !== 'CallExpression') return null;
  const factory = libraryName({ tree: made.tree, node: made.node.callee }, reach);
  const called = factory?.path.at(-1) ?? '';
  if (!factory || !isModule(factory.module)) return null;
  return anthropicFactories.has(called) ? 'anthropic' : factories.has(called) ? 'bedrock' : null;
}

function isModule(module: string) {
  return module === '@ai-sdk/amazon-bedrock' || module.startsWith('@ai-sdk/amazon-bedrock/');
}

/** `wrapLanguageModel({ model, middleware })` */
function wrapped({ tree }: Located, options: Node, reach: Reach): readonly AiSdkModel[] {
  const input = builtObject({ tree, node: options }, reach);
  const [model] = input?.valuesOf('model') ?? [];
  if (!input || !model) return [];
  const middleware = input.valuesOf('middleware').flatMap((value) => listed(value, reach));
  const defaults: Located[] = [];
  let isPlain = true;
  for (const each of middleware) {
    const name =
      each.node.type === 'CallExpression' ? nameInSdk({ tree: each.tree, node: each.node.callee }, reach) : null;
    const [settings] = each.node.type === 'CallExpression' ? each.node.arguments : [];
    const options = settings ? builtObject({ tree: each.tree, node: settings }, reach) : null;
    if (name === 'defaultSettingsMiddleware' && options) defaults.push(...options.valuesOf('settings'));
    else isPlain &&= name !== null && transparent.has(name);
  }
  return aiSdkModels(model, reach).map((found) => ({
    ...found,
    defaults: [...defaults, ...found.defaults],
    isPlain: isPlain && found.isPlain,
  }));
}

function listed(place: Located, reach: Reach): readonly Located[] {
  return originsOf(place, reach).flatMap(({ place: { tree, node } }) =>
    node.type === 'ArrayExpression'
      ? node.elements.flatMap((element) =>
          element ? [definitionOf({ tree, node: element }, reach) ?? { tree, node: element }] : [],
        )
      : [{ tree, node }],
  );
}

function nameInSdk(callee: Located, reach: Reach): string | null {
  const name = libraryName(callee, reach);
  return name?.module === 'ai' ? (name.path.at(-1) ?? null) : null;
}

/** `registry.languageModel('bedrock:…')`, `ownProvider.languageModel('fast')` */
function lookedUp(owner: Located, id: Located, made: Node, reach: Reach): readonly AiSdkModel[] {
  const next = deeper(reach);
  const text = textOf(id.node);
  const origin = next ? definitionOf(owner, next) : null;
  if (!next || text === null || origin?.node.type !== 'CallExpression') return [];
  const name = nameInSdk({ tree: origin.tree, node: origin.node.callee }, next)?.replace('experimental_', '');
  const [first, options] = origin.node.arguments;
  const object = first ? builtObject({ tree: origin.tree, node: first }, next) : null;
  if (!object) return [];
  if (name === 'customProvider') return ownModels(object.valuesOf('languageModels'), text, next);
  if (name !== 'createProviderRegistry' || options) return [];
  const [provider, ...rest] = text.split(':');
  const [value] = provider === undefined || rest.length === 0 ? [] : object.valuesOf(provider);
  const kind = value ? providerNamed(value, next) : null;
  const prefix = `${provider ?? ''}:`;
  if (kind && value)
    return [{ id, prefix, made, isAnthropic: kind === 'anthropic', defaults: [], isPlain: true, provider: value }];
  const custom = value ? definitionOf(value, next) : null;
  if (custom?.node.type !== 'CallExpression') return [];
  const isOwn = nameInSdk({ tree: custom.tree, node: custom.node.callee }, next)?.endsWith('customProvider') === true;
  const [settings] = custom.node.arguments;
  const models = isOwn && settings ? builtObject({ tree: custom.tree, node: settings }, next) : null;
  return models ? ownModels(models.valuesOf('languageModels'), rest.join(':'), next) : [];
}

function ownModels(tables: readonly Located[], name: string, reach: Reach): readonly AiSdkModel[] {
  return tables.flatMap((table) =>
    (builtObject(table, reach)?.valuesOf(name) ?? []).flatMap((model) => aiSdkModels(model, reach)),
  );
}

function textOf(node: Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : staticName(node, true);
}
