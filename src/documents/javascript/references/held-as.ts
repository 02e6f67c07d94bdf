import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { memberName } from '../values/class-members.js';
import { outermost } from './setting-given.js';

/** What code calls the value that a text is, or is the default of: a variable, a property, a field, a member of an enum. */
export function heldAs(tree: SyntaxTree, text: Node): string | null {
  const value = outermost(tree, text);
  const holder = tree.parentOf(value);
  switch (holder?.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? holder.id.name : null;
    case 'Property':
      return holder.value === value ? staticName(holder.key, holder.computed) : null;
    case 'PropertyDefinition':
      return memberName(holder.key, holder.computed);
    case 'TSEnumMember':
      return staticName(holder.id, false);
    default:
      return null;
  }
}
