import type { ImportedName } from '../modules/bindings.js';
import { annotationOfMember } from '../values/class-members.js';
import { libraryName } from '../modules/imported-from.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/** The class that the receiver of a method call is an instance of: what it was made with, or what its type says. */
export function clientClassOf(place: Located, reach: Reach): ImportedName | null {
  const named = classOfInstance(place, reach);
  return named && libraryName(named, reach);
}

/** The type a parameter, variable or field is declared with. */
function annotationOf(place: Located): Node | null {
  const node = unwrap(place.node);
  if (node.type === 'MemberExpression')
    return node.object.type === 'ThisExpression' ? annotationOfMember(place.tree, node) : null;
  const name = place.tree.variableOf(node)?.defs[0]?.name;
  return name?.type === 'Identifier' ? (name.typeAnnotation?.typeAnnotation ?? null) : null;
}

/** The expression or the type that names the class of an object: `new Agent()`, `agent: Agent`. */
export function classOfInstance(place: Located, reach: Reach): Located | null {
  const made = definitionOf(place, reach);
  if (made?.node.type === 'NewExpression') return { tree: made.tree, node: made.node.callee };
  const annotation = annotationOf(place);
  return annotation?.type === 'TSTypeReference' ? { tree: place.tree, node: annotation.typeName } : null;
}
