import { definitionOf, type Located, type Reach } from './objects.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** What the receiver of a method call was made from: a variable, or a field of the class around it. */
export function valueOfMember(place: Located, reach: Reach): Located | null {
  const node = unwrap(place.node);
  if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') {
    const name = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : staticName(node.property, node.computed);
    const value = name === null ? null : fieldOf(place.tree, node, name);
    return value ? definitionOf({ tree: place.tree, node: value }, reach) : null;
  }
  return definitionOf({ tree: place.tree, node }, reach);
}

/** The one value a field is given, at its declaration or by assignment. */
function fieldOf(tree: SyntaxTree, inside: Node, name: string): Node | null {
  let owner: Node | null = inside;
  while (owner && owner.type !== 'ClassBody') owner = tree.parentOf(owner);
  if (!owner) return null;
  const values: Node[] = [];
  for (const member of owner.body) {
    if (member.type === 'PropertyDefinition' && keyOf(member.key, member.computed) === name && member.value) values.push(member.value);
  }
  for (const assignment of tree.all('AssignmentExpression')) {
    const { left, right, range } = assignment;
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') continue;
    if (range[0] > owner.range[0] && range[1] < owner.range[1] && keyOf(left.property, left.computed) === name) values.push(right);
  }
  return values.length === 1 ? (values[0] ?? null) : null;
}

function keyOf(key: Node, computed: boolean) {
  return key.type === 'PrivateIdentifier' ? `#${key.name}` : staticName(key, computed);
}
