import { classAround } from '../syntax/class-around.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

const members = new WeakMap<SyntaxTree, ReadonlyMap<Node, ReadonlyMap<string, readonly Node[]>>>();

/** The one value that `this.x` is given in its class: at its declaration, by assignment, or as a method. */
export function memberOfClass(tree: SyntaxTree, member: Node): Node | null {
  if (member.type !== 'MemberExpression') return null;
  const name = memberName(member.property, member.computed);
  const owner = classAround(tree, member);
  return name !== null && owner ? valueInClass(tree, owner, name) : null;
}

/** The one value that a member is given in the body of a class. */
export function valueInClass(tree: SyntaxTree, owner: Node, name: string): Node | null {
  const values = valuesOf(tree).get(owner)?.get(name);
  return values?.length === 1 ? (values[0] ?? null) : null;
}

/** The value or the method that a class itself has under a name; `null` where it has several. */
export function staticMember(
  { body }: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>,
  name: string,
): Node | null {
  const [only, another] = body.body.filter(
    (member) =>
      (member.type === 'PropertyDefinition' || member.type === 'MethodDefinition') &&
      member.static &&
      staticName(member.key, member.computed) === name,
  );
  return only && !another && 'value' in only ? only.value : null;
}

/** The type annotation that a field, or the constructor parameter that declares it, has in the class around `member`. */
export function annotationOfMember(tree: SyntaxTree, member: Node): Node | null {
  if (member.type !== 'MemberExpression') return null;
  const name = memberName(member.property, member.computed);
  const owner = classAround(tree, member);
  if (name === null || owner?.type !== 'ClassBody') return null;
  for (const part of owner.body)
    if (part.type === 'PropertyDefinition' && memberName(part.key, part.computed) === name)
      return part.typeAnnotation?.typeAnnotation ?? null;
  const declared = parameterProperty(owner, name);
  const identifier = declared?.type === 'AssignmentPattern' ? declared.left : declared;
  return identifier?.type === 'Identifier' ? (identifier.typeAnnotation?.typeAnnotation ?? null) : null;
}

/** What a field is where nobody gives the constructor parameter that declares it. */
export function defaultOfMember(tree: SyntaxTree, member: Node): Node | null {
  if (member.type !== 'MemberExpression') return null;
  const name = memberName(member.property, member.computed);
  const owner = classAround(tree, member);
  const declared = name === null || owner?.type !== 'ClassBody' ? null : parameterProperty(owner, name);
  return declared?.type === 'AssignmentPattern' ? declared.right : null;
}

/** `constructor(private readonly name = value)` */
export function parameterProperty(owner: Extract<Node, { type: 'ClassBody' }>, name: string): Node | null {
  for (const part of owner.body) {
    if (part.type !== 'MethodDefinition' || part.kind !== 'constructor') continue;
    for (const parameter of part.value.params) {
      const declared = parameter.type === 'TSParameterProperty' ? parameter.parameter : null;
      const identifier = declared?.type === 'AssignmentPattern' ? declared.left : declared;
      if (identifier?.type === 'Identifier' && identifier.name === name) return declared;
    }
  }
  return null;
}

function valuesOf(tree: SyntaxTree) {
  const known = members.get(tree);
  if (known) return known;
  const found = new Map<Node, Map<string, Node[]>>();
  const add = (owner: Node | null, name: string | null, value: Node | null) => {
    if (!owner || name === null || !value) return;
    const values = found.get(owner) ?? new Map<string, Node[]>();
    found.set(owner, values.set(name, [...(values.get(name) ?? []), value].slice(0, 2)));
  };
  for (const node of tree.all('PropertyDefinition'))
    add(tree.parentOf(node), node.static ? null : memberName(node.key, node.computed), node.value);
  for (const node of tree.all('MethodDefinition'))
    add(
      tree.parentOf(node),
      node.kind === 'method' && !node.static ? memberName(node.key, node.computed) : null,
      node.value,
    );
  for (const { left, right } of tree.all('AssignmentExpression')) {
    if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression')
      add(classAround(tree, left), memberName(left.property, left.computed), right);
  }
  members.set(tree, found);
  return found;
}

/** The name of a member of a class; a private one has its `#`. */
export function memberName(key: Node, computed: boolean): string | null {
  return key.type === 'PrivateIdentifier' ? `#${key.name}` : staticName(key, computed);
}
