import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, wrapped } from './unwrap.js';

/** Whether the members of an enum are read by their names and nothing else: no list of them is made, no type speaks of them, nothing is compared with one. */
export function isReadByMember(tree: SyntaxTree, declaration: Node): boolean {
  if (declaration.type !== 'TSEnumDeclaration') return false;
  if (tree.parentOf(declaration)?.type !== 'Program') return false;
  const variable = tree.variableOf(declaration.id);
  // In another declaration of the enum a member may stand for its sibling by its bare name.
  if (variable?.defs.length !== 1) return false;
  return variable.references.every(({ identifier }) => isPlainRead(tree, identifier));
}

/** `Model.Smart`, `Model['Smart']`, where the value goes on to something that does not look it up. */
function isPlainRead(tree: SyntaxTree, identifier: Node): boolean {
  const member = tree.parentOf(identifier);
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
  if (staticName(member.property, member.computed) === null) return false;
  const read = wrapped(tree, member);
  const user = tree.parentOf(read);
  switch (user?.type) {
    case 'BinaryExpression':
    case 'SwitchCase':
    case 'SwitchStatement':
    case 'TSEnumMember':
      return false;
    case 'MemberExpression':
      return user.object === read && !/^(?:includes|startsWith|endsWith|indexOf|match)$/.test(nameOf(user));
    case 'Property':
      return user.value === read;
    case 'AssignmentExpression':
      return user.right === read;
    case 'CallExpression':
      return !isLookup(user.callee);
    default:
      return true;
  }
}

/** `LIST.includes(Model.Smart)`, `LIMITS.get(Model.Smart)` */
function isLookup(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    /^(?:includes|indexOf|has|get|set|delete|startsWith|endsWith|is|equals?)$/.test(nameOf(callee))
  );
}

function nameOf(member: Node): string {
  return member.type === 'MemberExpression' ? (staticName(member.property, member.computed) ?? '') : '';
}
