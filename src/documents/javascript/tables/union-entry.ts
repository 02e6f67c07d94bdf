import type { Entry } from '../../entry.js';
import { setApart, setsApart } from '../../sets-apart.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** The member of a union type that an ID is: `type Model = 'anthropic…' | 'anthropic…'`. */
export function unionEntry(tree: SyntaxTree, start: Node): Entry | null {
  const literal = tree.parentOf(start);
  const union = literal?.type === 'TSLiteralType' ? tree.parentOf(literal) : null;
  if (literal?.type !== 'TSLiteralType' || union?.type !== 'TSUnionType') return null;
  const owner = tree.parentOf(union);
  const name = owner?.type === 'TSTypeAliasDeclaration' ? owner.id.name : null;
  return {
    range: literal.range,
    container: union.range,
    form: 'alternatives',
    fields: [],
    obstacle:
      name === null
        ? 'a type without a name is written out again elsewhere'
        : setsApart(name)
          ? setApart
          : isListed(tree, name)
            ? 'a table must have an entry for each of its members'
            : null,
  };
}

/** `Record<Model, …>` and `{ [id in Model]: … }` ask for every member of the union. */
function isListed(tree: SyntaxTree, name: string) {
  const isName = (node: Node | undefined) =>
    node?.type === 'TSTypeReference' && node.typeName.type === 'Identifier' && node.typeName.name === name;
  return (
    tree
      .all('TSTypeReference')
      .some(
        ({ typeName, typeArguments }) =>
          typeName.type === 'Identifier' && typeName.name === 'Record' && isName(typeArguments?.params[0]),
      ) || tree.all('TSMappedType').some(({ constraint }) => isName(constraint))
  );
}
