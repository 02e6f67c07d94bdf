import type { Dialect } from '../../prompt.js';
import type { Located, Reach } from '../values/objects.js';
import { builtObject, type BuiltObject } from '../values/built-object.js';
import type { RequestShape } from './call-site.js';

/** The request of Converse: tools in `toolConfig`, and what only Claude knows in `additionalModelRequestFields`. */
export function converseRequest(input: BuiltObject, reach: Reach): RequestShape {
  const tools = inside(input, 'toolConfig', 'tools', reach);
  const more = inside(input, 'additionalModelRequestFields', 'thinking', reach);
  return {
    dialect: 'converse',
    owner: input.owner,
    tools: tools.values,
    system: input.valuesOf('system'),
    messages: input.valuesOf('messages'),
    thinking: more.values.at(-1) ?? null,
    maxTokens: inside(input, 'inferenceConfig', 'maxTokens', reach).values.at(-1) ?? null,
    betas: inside(input, 'additionalModelRequestFields', 'anthropic_beta', reach).values.at(-1) ?? null,
    isComplete: tools.isComplete && isSettled(input, ['toolConfig', 'system', 'messages']),
  };
}

/** The request of the Messages API: the body of InvokeModel, and the argument of Anthropic's SDK. */
export function messagesRequest(body: BuiltObject): RequestShape {
  return {
    dialect: 'messages',
    owner: body.owner,
    tools: body.valuesOf('tools'),
    system: body.valuesOf('system'),
    messages: body.valuesOf('messages'),
    thinking: body.valuesOf('thinking').at(-1) ?? null,
    maxTokens: body.valuesOf('max_tokens').at(-1) ?? null,
    betas: body.valuesOf('anthropic_beta').at(-1) ?? body.valuesOf('betas').at(-1) ?? null,
    isComplete: isSettled(body, ['tools', 'system', 'messages', 'cache_control']),
  };
}

/** A request whose parts the caller has found. */
export function requestOf(dialect: Dialect, owner: Located | null, parts: Partial<RequestShape>): RequestShape {
  return {
    dialect,
    owner,
    tools: [],
    system: [],
    messages: [],
    thinking: null,
    maxTokens: null,
    betas: null,
    isComplete: false,
    ...parts,
  };
}

/** Nothing unseen sets a property, and none of these is changed in place. */
export function isSettled(object: BuiltObject, names: readonly string[]): boolean {
  return object.isComplete && !names.some((name) => object.touched.has(name));
}

interface Inside {
  readonly values: readonly Located[];
  readonly isComplete: boolean;
}

/** The values of `outer.inner`; where `outer` can't be read, its own value stands for them. */
export function inside(object: BuiltObject, outer: string, inner: string, reach: Reach): Inside {
  const values: Located[] = [];
  let isComplete = true;
  for (const value of object.valuesOf(outer)) {
    const found = builtObject(value, reach);
    if (found) values.push(...found.valuesOf(inner));
    else if (inner === 'tools') values.push(value);
    isComplete &&= found !== null && isSettled(found, [inner]);
  }
  return { values, isComplete };
}
