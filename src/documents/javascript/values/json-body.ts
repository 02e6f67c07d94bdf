import { libraryName } from '../modules/imported-from.js';
import type { Located, Reach } from './objects.js';
import { builtObject, type BuiltObject } from './built-object.js';
import { jsonText } from './json-text.js';
import { isGlobal, originsOf } from './origins.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/**
 * The objects that may end up as the JSON body of a request: through `JSON.stringify`, `Buffer.from`, `TextEncoder`, or
 * written by hand as a text. `null` stands for a body nobody can read.
 */
export function jsonBodies(place: Located, reach: Reach): readonly (BuiltObject | null)[] {
  return originsOf(place, reach).map(({ place: origin, passed }) => {
    const { tree, node } = origin;
    const inner = stringified(origin, reach);
    if (inner) return inner.isText ? (jsonBodies(inner.place, reach)[0] ?? null) : builtObject(inner.place, reach);
    if (node.type === 'TemplateLiteral' || node.type === 'Literal') {
      const object = jsonText(tree, node);
      return object && builtObject(object, reach);
    }
    // With its variables: statements may add to an object before it is sent.
    return node.type === 'ObjectExpression' ? builtObject(passed.length > 0 ? place : origin, reach) : null;
  });
}

interface Stringified {
  readonly place: Located;
  /** It is a text already, only to be turned into bytes. */
  readonly isText: boolean;
}

/** The value that a call turns into JSON, or the text that it turns into bytes. */
function stringified({ tree, node }: Located, reach: Reach): Stringified | null {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const [argument] = node.arguments;
  if (!argument || argument.type === 'SpreadElement') return null;
  const place = { tree, node: argument };
  const callee = unwrap(node.callee);
  if (node.type === 'NewExpression')
    return callee.type === 'Identifier' && callee.name === 'Uint8Array' ? { place, isText: true } : null;
  if (callee.type !== 'MemberExpression') {
    const name = libraryName({ tree, node: callee }, reach)?.path.at(-1);
    return name === 'fromUtf8' || name === 'toUint8Array' ? { place, isText: true } : null;
  }
  const method = staticName(callee.property, callee.computed);
  if (method === 'stringify' && isGlobalNamed(tree, callee.object, 'JSON')) return { place, isText: false };
  if (method === 'fromUtf8' || method === 'encode') return { place, isText: true };
  const isBuffer = isGlobalNamed(tree, callee.object, 'Buffer') || isGlobalNamed(tree, callee.object, 'Uint8Array');
  return method === 'from' && isBuffer ? { place, isText: true } : null;
}

function isGlobalNamed(tree: SyntaxTree, node: Node, name: string) {
  return node.type === 'Identifier' && node.name === name && (name === 'Buffer' || isGlobal(tree, node));
}
