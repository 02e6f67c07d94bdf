import type { Surface } from '../../facts.js';
import { jsonBodies } from '../values/json-body.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { answerOf } from './answer-of.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { AnswerShape, CallSite, RequestSource } from './call-site.js';
import { messagesFacts } from './messages-facts.js';
import { headersFrom, headersIn } from './request-headers.js';
import { converseRequest } from './request-shape.js';
import { type Operation, type RuntimeAddress, runtimeAddresses } from './runtime-address.js';

const answers: Readonly<Record<Operation, AnswerShape>> = {
  converse: 'jsonBody',
  'converse-stream': 'jsonEventStream',
  invoke: 'jsonBody',
  'invoke-with-response-stream': 'jsonEventStream',
  messages: 'jsonBody',
};
/** What an HTTP client, signed or not, calls the content of a request. */
const contents = ['body', 'data', 'json'];
/** What it calls the address. */
const places = /^(?:path|pathname|url|uri|resourcePath|href)$/;

/** Requests that are sent to bedrock-runtime without an SDK: `fetch`, axios, signers of requests. */
export function httpCalls(tree: SyntaxTree, reach: Reach): readonly CallSite[] {
  const sites = new Map<Node, CallSite>();
  for (const address of runtimeAddresses(tree)) {
    for (const use of usesOf(tree, address.node)) {
      const site = siteAt(tree, use, address, reach);
      if (site && !sites.has(site.node)) sites.set(site.node, site);
    }
  }
  return [...sites.values()];
}

/** Steps from an address to the request that is sent there. */
const maximumSteps = 4;

/** Places where the address is handed to a request: itself, its variable, a `URL` made of it. */
function usesOf(tree: SyntaxTree, address: Node, steps = 0): readonly Node[] {
  const parent = tree.parentOf(address);
  if (!parent || steps > maximumSteps) return [];
  const above = () => usesOf(tree, parent, steps + 1);
  switch (parent.type) {
    case 'TSAsExpression':
    case 'BinaryExpression':
    case 'AwaitExpression':
      return above();
    case 'VariableDeclarator': {
      const variable = parent.init === address && parent.id.type === 'Identifier' ? tree.variableOf(parent.id) : null;
      return (variable?.references ?? [])
        .filter((reference) => reference.isRead())
        .flatMap(({ identifier }) => usesOf(tree, identifier, steps + 1));
    }
    case 'NewExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'URL' ? above() : [address];
    case 'MemberExpression': {
      const name = staticName(parent.property, parent.computed) ?? '';
      return parent.object === address && /^(?:href|pathname|toString)$/.test(name) ? above() : [];
    }
    case 'CallExpression':
      return parent.callee === address ? above() : [address];
    case 'Property':
      return [address];
    default:
      return [];
  }
}

function siteAt(tree: SyntaxTree, use: Node, address: RuntimeAddress, reach: Reach): CallSite | null {
  const parent = tree.parentOf(use);
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') {
    if (parent.arguments[0] !== use) return null;
    const [, options] = parent.arguments;
    const body = options ? contentOf({ tree, node: options }, reach) : null;
    const site = body ? requestTo(parent, 'Http', body, address, reach) : null;
    return site && options ? withHeaders(site, headersIn({ tree, node: options }, 'headers', reach)) : site;
  }
  if (parent?.type !== 'Property' || parent.value !== use) return null;
  const name = staticName(parent.key, parent.computed) ?? '';
  const object = tree.parentOf(parent);
  if (!places.test(name) || object?.type !== 'ObjectExpression') return null;
  const input = builtObject({ tree, node: object }, reach);
  if (name === 'resourcePath') {
    const [params] = input?.valuesOf('params') ?? [];
    const body = params ? contentOf(params, reach) : null;
    return body ? requestTo(object, 'AppSync', body, address, reach) : null;
  }
  const call = tree.parentOf(object);
  const node = call?.type === 'CallExpression' || call?.type === 'NewExpression' ? call : object;
  const body = input ? firstOf(input, contents) : null;
  const site = body ? requestTo(node, 'Http', body, address, reach) : null;
  return site && input ? withHeaders(site, headersFrom(input.valuesOf('headers'), reach)) : site;
}

function withHeaders(site: CallSite, headers: readonly RequestSource[]): CallSite {
  return site.sources && headers.length > 0 ? { ...site, sources: [...site.sources, ...headers] } : site;
}

/** The content in the options of a request; axios takes it in their place. */
function contentOf(options: Located, reach: Reach): Located | null {
  const object = builtObject(options, reach);
  if (!object) return null;
  const isContent = firstOf(object, ['anthropic_version', 'messages', 'prompt', 'inferenceConfig']) !== null;
  return firstOf(object, contents) ?? (isContent ? options : null);
}

function firstOf(object: BuiltObject, names: readonly string[]): Located | null {
  for (const name of names) {
    const [value] = object.valuesOf(name);
    if (value) return value;
  }
  return null;
}

function requestTo(
  node: Node,
  surface: Extract<Surface, 'Http' | 'AppSync'>,
  content: Located,
  { operation, model }: RuntimeAddress,
  reach: Reach,
): CallSite {
  const bodies = jsonBodies(content, reach);
  const isCall = node.type === 'CallExpression' && surface === 'Http';
  const shared = { surface, node, ...model, ...answerOf(isCall ? [node] : [], answers[operation]) };
  if (!operation.startsWith('converse')) {
    const [body] = operation === 'messages' ? bodies : [];
    const [named] = body?.valuesOf('model') ?? [];
    return { ...shared, ...messagesFacts(bodies), ...(named ? { model: named } : {}) };
  }
  const [body, other] = bodies;
  return {
    ...shared,
    sampling: null,
    provesClaude: false,
    ...(body && other === undefined
      ? { request: converseRequest(body, reach), sources: [{ form: 'converse', object: body }] }
      : {}),
  };
}
