import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { unwrap } from '../syntax/unwrap.js';
import { builtObject } from '../values/built-object.js';
import type { RequestSource } from './call-site.js';

/** The headers that an expression is given under a name, as far as they can be read: `createProvider({ headers })`, `generateText({ headers })`. */
export function headersIn(options: Located | null, name: string, reach: Reach): readonly RequestSource[] {
  const object = options && builtObject(options, reach);
  return headersFrom(object?.valuesOf(name) ?? [], reach);
}

/** Headers as a source of what a request asks for. */
export function headersFrom(values: readonly Located[], reach: Reach): readonly RequestSource[] {
  return values.flatMap((headers): readonly RequestSource[] => {
    const found = builtObject(headers, reach);
    return found ? [{ form: 'headers', object: found }] : [];
  });
}

/** The headers that a client, or a provider of models, sends with every request: those in the options that it is made with. */
export function headersOfMaker(place: Located, name: string, reach: Reach): readonly RequestSource[] {
  const made = definitionOf({ tree: place.tree, node: unwrap(place.node) }, reach);
  if (made?.node.type !== 'CallExpression' && made?.node.type !== 'NewExpression') return [];
  const [options] = made.node.arguments;
  return options && options.type !== 'SpreadElement' ? headersIn({ tree: made.tree, node: options }, name, reach) : [];
}
