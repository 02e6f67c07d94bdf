import { memberName } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

/**
 * Whether code that is not followed may read what is written to a member: of a parameter, of an object that goes elsewhere, of a class
 * that others use. Closed are a field that the file alone reads through `this`, and an object of which nothing but members is used.
 *
 * @param followed the members that are read off the answer itself
 */
export function isOpenMember(tree: SyntaxTree, member: Node, followed: ReadonlySet<Node>): boolean {
  if (member.type !== 'MemberExpression') return true;
  const name = memberName(member.property, member.computed);
  if (name === null) return true;
  const owner = unwrap(member.object);
  if (owner.type === 'ThisExpression') return isOpenField(tree, member, name, followed);
  return owner.type !== 'Identifier' || !isOwnObject(tree, owner);
}

/** `const state = {}`, of which only members are read and written. */
function isOwnObject(tree: SyntaxTree, name: Node): boolean {
  const variable = tree.variableOf(name);
  const [definition, ...others] = variable?.defs ?? [];
  const declarator = definition?.node;
  if (!variable || others.length > 0 || declarator?.type !== 'VariableDeclarator' || !declarator.init) return false;
  if (declarator.id.type !== 'Identifier' || unwrap(declarator.init).type !== 'ObjectExpression') return false;
  const declaration = tree.parentOf(declarator);
  if (declaration && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration') return false;
  return variable.references.every(({ identifier, init }) => {
    if (init === true) return true;
    const parent = tree.parentOf(identifier);
    if (parent?.type === 'VariableDeclarator') return parent.id.type === 'ObjectPattern';
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return false;
    const call = tree.parentOf(parent);
    return !(call?.type === 'CallExpression' && call.callee === parent);
  });
}

function isOpenField(tree: SyntaxTree, member: Node, name: string, followed: ReadonlySet<Node>): boolean {
  if (name.startsWith('#')) return false;
  let owner: Node | null = member;
  while (owner && owner.type !== 'ClassBody') owner = tree.parentOf(owner);
  const declared = owner ? tree.parentOf(owner) : null;
  if (owner?.type !== 'ClassBody' || !declared) return true;
  const isPrivate = owner.body.some(
    (part) =>
      part.type === 'PropertyDefinition' &&
      part.accessibility === 'private' &&
      memberName(part.key, part.computed) === name,
  );
  return isReadByOthers(tree, name, followed) || (!isPrivate && isClassSeen(tree, declared));
}

/** `agent.name`, `const { name } = this`. */
function isReadByOthers(tree: SyntaxTree, name: string, followed: ReadonlySet<Node>): boolean {
  return (
    tree
      .all('MemberExpression')
      .some(
        (member) =>
          member.object.type !== 'ThisExpression' &&
          !followed.has(member) &&
          memberName(member.property, member.computed) === name,
      ) ||
    tree
      .all('VariableDeclarator')
      .some(
        ({ id, init }) =>
          id.type === 'ObjectPattern' &&
          init?.type === 'ThisExpression' &&
          id.properties.some((each) => each.type !== 'Property' || memberName(each.key, each.computed) === name),
      )
  );
}

/** A class that is exported, or is more than the name of what `new` makes and of types. */
function isClassSeen(tree: SyntaxTree, declared: Node): boolean {
  const name = declared.type === 'ClassDeclaration' ? declared.id : null;
  if (!name || tree.parentOf(declared)?.type.startsWith('Export') === true) return true;
  return (tree.variableOf(name)?.references ?? []).some(({ identifier }) => {
    const parent = tree.parentOf(identifier);
    return parent?.type !== 'NewExpression' && parent?.type.startsWith('TS') !== true;
  });
}
