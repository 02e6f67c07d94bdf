import { importedName } from '../modules/bindings.js';
import { isKnownLibrary } from '../modules/known-libraries.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** `library`: a type of the API · `own`: one of the project, or one that can't be seen · `absent`: it has no such member. */
type Verdict = 'library' | 'own' | 'absent' | null;

/** The way from a typed value to one inside it: names of properties, and `*` for the elements of a list. */
export type Path = readonly string[];

/** Types that refer to themselves go on for ever. */
const deepest = 6;

/** What a written type takes at the end of a path; `null` where it takes anything. */
export function declaredType(tree: SyntaxTree, type: Node | null | undefined, path: Path, depth = 0): Verdict {
  const of = (inner: Node | undefined, at: Path = path) => declaredType(tree, inner, at, depth + 1);
  if (depth > deepest) return 'own';
  switch (type?.type) {
    case undefined:
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
    case 'TSTypeQuery':
      return null;
    case 'TSUnionType':
      return either(type.types.filter(isSomething).map((each) => of(each)));
    case 'TSIntersectionType': {
      const all = type.types.map((each) => of(each)).filter((each) => each !== 'absent');
      return all.includes('own') ? 'own' : either(all);
    }
    case 'TSTypeOperator':
      return of(type.typeAnnotation);
    case 'TSArrayType':
      return of(type.elementType, path[0] === '*' ? path.slice(1) : path);
    case 'TSIndexedAccessType': {
      const name = type.indexType.type === 'TSLiteralType' ? staticName(type.indexType.literal, true) : null;
      return name === null ? of(type.objectType, ['*']) : of(type.objectType, [name, ...path]);
    }
    case 'TSTypeLiteral':
      return ofMembers(tree, type.members, path, depth);
    case 'TSTypeReference':
      return ofReference(tree, type, path, depth);
    default:
      return 'own';
  }
}

function isSomething({ type }: Node) {
  return type !== 'TSUndefinedKeyword' && type !== 'TSNullKeyword';
}

/** A value has to fit only one of several types. */
function either(all: readonly Verdict[]): Verdict {
  if (all.includes('library')) return 'library';
  if (all.includes(null)) return null;
  return all.includes('own') || all.length === 0 ? 'own' : 'absent';
}

const sameInside = new Set(['Partial', 'Readonly', 'Required', 'NonNullable', 'Promise', 'Awaited', 'Pick', 'Omit']);
const lists = new Set(['Array', 'ReadonlyArray', 'Iterable']);

function ofReference(
  tree: SyntaxTree,
  reference: Extract<Node, { type: 'TSTypeReference' }>,
  path: Path,
  depth: number,
): Verdict {
  const { typeName, typeArguments } = reference;
  const [first, second] = typeArguments?.params ?? [];
  const imported = importedName(tree, typeName);
  if (imported) return isKnownLibrary(imported.module) ? 'library' : 'own';
  if (typeName.type !== 'Identifier') return 'own';
  const declaration = tree.variableOf(typeName)?.defs[0]?.node;
  const { name } = typeName;
  if (declaration?.type === 'TSTypeAliasDeclaration')
    return declaredType(tree, declaration.typeAnnotation, path, depth + 1);
  if (declaration?.type === 'TSInterfaceDeclaration') {
    const found = ofMembers(tree, declaration.body.body, path, depth);
    if (found !== 'absent') return found;
    const wider = declaration.extends.map(({ expression }) => importedName(tree, expression)?.module);
    return wider.some((module) => module !== undefined && isKnownLibrary(module)) ? 'library' : 'absent';
  }
  if (declaration) return 'own';
  if (sameInside.has(name)) return declaredType(tree, first, path, depth + 1);
  if (lists.has(name)) return declaredType(tree, first, path[0] === '*' ? path.slice(1) : path, depth + 1);
  if (name === 'Record') return path.length === 0 ? null : declaredType(tree, second, path.slice(1), depth + 1);
  return null;
}

/** A written-out shape takes nothing but what it lists. */
function ofMembers(tree: SyntaxTree, members: readonly Node[], [name, ...rest]: Path, depth: number): Verdict {
  if (name === undefined) return 'own';
  for (const member of members) {
    if (member.type === 'TSIndexSignature')
      return declaredType(tree, member.typeAnnotation?.typeAnnotation, rest, depth + 1);
    if (member.type === 'TSPropertySignature' && staticName(member.key, member.computed) === name)
      return declaredType(tree, member.typeAnnotation?.typeAnnotation, rest, depth + 1);
  }
  return 'absent';
}
