import { memberName } from '../values/class-members.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, wrapped } from '../syntax/unwrap.js';

const lookups = new Set(['includes', 'indexOf', 'has', 'some', 'find', 'findIndex', 'every']);

/** `LIST.includes(id)`, `new Set(LIST).has(id)`, directly or through the variable that holds the list. */
export function isLookedUp(tree: SyntaxTree, list: Node): boolean {
  let node = wrapped(tree, list);
  let parent = tree.parentOf(node);
  if (parent?.type === 'NewExpression') {
    node = parent;
    parent = tree.parentOf(node);
  }
  if (parent?.type === 'MemberExpression' && parent.object === node)
    return lookups.has(staticName(parent.property, parent.computed) ?? '');
  if (parent?.type === 'PropertyDefinition') return isFieldLookedUp(tree, memberName(parent.key, parent.computed));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return (tree.variableOf(parent.id)?.references ?? []).some(({ identifier }) => {
    const member = tree.parentOf(identifier);
    return (
      member?.type === 'MemberExpression' &&
      member.object === identifier &&
      lookups.has(staticName(member.property, member.computed) ?? '')
    );
  });
}

const lookedUpFields = new WeakMap<SyntaxTree, ReadonlySet<string | null>>();

/** `this.LIST.some(…)` */
function isFieldLookedUp(tree: SyntaxTree, field: string | null): boolean {
  const known =
    lookedUpFields.get(tree) ??
    new Set(
      tree.all('MemberExpression').flatMap(({ object, property, computed }) => {
        const isLookup =
          object.type === 'MemberExpression' &&
          object.object.type === 'ThisExpression' &&
          lookups.has(staticName(property, computed) ?? '');
        return isLookup ? [memberName(object.property, object.computed)] : [];
      }),
    );
  lookedUpFields.set(tree, known);
  return field !== null && known.has(field);
}
