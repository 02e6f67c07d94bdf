import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { annotationOfMember, defaultOfMember } from '../values/class-members.js';

/** Whether the types of the file say that a member is always there: `options.temperature` of `(options: { temperature: number })`, `this.topP` of `constructor(private topP = 0.9)`. */
export function isRequiredMember(tree: SyntaxTree, written: Node): boolean {
  const member = unwrap(written);
  if (member.type !== 'MemberExpression' || member.optional) return false;
  const name = staticName(member.property, member.computed);
  if (name === null) return false;
  if (member.object.type === 'ThisExpression') {
    const type = annotationOfMember(tree, member);
    return defaultOfMember(tree, member) !== null || (type !== null && isDeclaredWith(tree, type));
  }
  const owner = typeOf(tree, member.object);
  const found = owner && signatureOf(tree, owner, name);
  return (
    found?.type === 'TSPropertySignature' && !found.optional && isSomething(tree, found.typeAnnotation?.typeAnnotation)
  );
}

/** A field, or the parameter that declares it, has no question mark. */
function isDeclaredWith(tree: SyntaxTree, type: Node): boolean {
  const annotation = tree.parentOf(type);
  const declared = annotation && tree.parentOf(annotation);
  return declared !== null && !('optional' in declared && declared.optional) && isSomething(tree, type);
}

/** The type that a parameter or a field is declared with. */
function typeOf(tree: SyntaxTree, written: Node): Node | null {
  const node = unwrap(written);
  if (node.type === 'MemberExpression')
    return node.object.type === 'ThisExpression' ? annotationOfMember(tree, node) : null;
  const [definition, another] = tree.variableOf(node)?.defs ?? [];
  if (!definition || another || definition.name.type !== 'Identifier' || definition.name.optional) return null;
  return definition.name.typeAnnotation?.typeAnnotation ?? null;
}

function signatureOf(tree: SyntaxTree, type: Node, name: string): Node | null {
  if (type.type === 'TSTypeReference') {
    const declaration = tree.variableOf(type.typeName)?.defs[0]?.node;
    if (type.typeArguments || !declaration) return null;
    if (declaration.type === 'TSTypeAliasDeclaration') return signatureOf(tree, declaration.typeAnnotation, name);
    return declaration.type === 'TSInterfaceDeclaration' ? memberOf(declaration.body.body, name) : null;
  }
  return type.type === 'TSTypeLiteral' ? memberOf(type.members, name) : null;
}

function memberOf(members: readonly Node[], name: string) {
  return (
    members.find(
      (member) => member.type === 'TSPropertySignature' && staticName(member.key, member.computed) === name,
    ) ?? null
  );
}

function isSomething(tree: SyntaxTree, type: Node | undefined): boolean {
  return type !== undefined && !/\b(?:undefined|null|any|unknown)\b/.test(tree.text.slice(...type.range));
}
