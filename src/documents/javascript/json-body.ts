import { libraryName } from './imported-from.js';
import { definitionOf, type Located, type Reach } from './objects.js';
import { staticName, unwrap } from './unwrap.js';

/** The object that ends up as the JSON body of a request: through `JSON.stringify`, `Buffer.from`, `TextEncoder`. */
export function jsonOf(place: Located, reach: Reach): Located | null {
  const found = definitionOf(place, reach);
  if (!found) return null;
  const node = unwrap(found.node);
  if (node.type === 'ObjectExpression') return found;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (!argument) return null;
  const inner = { tree: found.tree, node: argument };
  if (callee.type === 'Identifier')
    return libraryName({ tree: found.tree, node: callee }, reach)?.path.at(-1) === 'fromUtf8'
      ? jsonOf(inner, reach)
      : null;
  if (callee.type !== 'MemberExpression') return null;
  const method = staticName(callee.property, callee.computed);
  const owner = callee.object;
  if (method === 'stringify' && owner.type === 'Identifier' && owner.name === 'JSON') return definitionOf(inner, reach);
  const wraps =
    method === 'encode' ||
    (method === 'from' && owner.type === 'Identifier' && (owner.name === 'Buffer' || owner.name === 'Uint8Array'));
  return wraps ? jsonOf(inner, reach) : null;
}
