import type { Use } from '../answer/value.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { unwrap } from '../unwrap.js';
import type { CheckContext } from './check-context.js';

/** Whether a comparison with any reason of the vocabulary compiles: the reason is a text, or of a type of an SDK. */
export function takesAnyReason({ tree }: CheckContext, use: Use): boolean {
  const node = unwrap(use.node);
  const name = node.type === 'Identifier' ? tree.variableOf(node)?.defs[0]?.name : null;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return !type || isOpenType(tree, type);
}

export function isOpenType(tree: SyntaxTree, type: Node): boolean {
  switch (type.type) {
    case 'TSStringKeyword':
    case 'TSAnyKeyword':
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
      return true;
    case 'TSUnionType':
      return type.types.every((each) => isOpenType(tree, each));
    case 'TSTypeReference': {
      const { typeName } = type;
      const inner = type.typeArguments?.params ?? [];
      if (typeName.type === 'Identifier' && /^(?:NonNullable|Exclude)$/.test(typeName.name)) return inner[0] ? isOpenType(tree, inner[0]) : false;
      return /(?:^|\.)(?:Beta)?StopReason$/.test(tree.text.slice(...typeName.range)) && isImported(tree, typeName);
    }
    case 'TSIndexedAccessType':
      return true;
    default:
      return false;
  }
}

function isImported(tree: SyntaxTree, name: Node): boolean {
  const root = name.type === 'TSQualifiedName' ? name.left : name;
  return tree.variableOf(root)?.defs.some(({ type }) => String(type) === 'ImportBinding') ?? false;
}
