import type { Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { CheckContext } from './check-context.js';

/** Whether comparing with the reasons that a check lacks compiles: the reason is a text, or of an SDK's type that has them. */
export function takesMissing({ tree, reach, toName, trace }: CheckContext, use: Use): boolean {
  if (!/\.[cm]?tsx?$/i.test(tree.path)) return true;
  const node = unwrap(use.node);
  if (trace.origin.dialect === 'converse' && !toName.every((reason) => sdkHas(tree, reach, reason))) return false;
  const name = node.type === 'Identifier' ? tree.variableOf(node)?.defs[0]?.name : null;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return !type || isOpenType(tree, type);
}

const declarations = ['dist-types/models/enums.d.ts', 'dist-types/models/models_0.d.ts'];

/** Whether the installed SDK knows a reason; one that is not installed is taken for a current one. */
function sdkHas(tree: SyntaxTree, { files }: Reach, reason: string): boolean {
  for (const file of declarations) {
    const path = files?.resolvePackage(tree.path, `@aws-sdk/client-bedrock-runtime/${file}`) ?? null;
    const text = path === null ? null : (files?.read(path) ?? null);
    if (text?.includes('"content_filtered"')) return text.includes(`"${reason}"`);
  }
  return true;
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
      if (typeName.type === 'Identifier' && /^(?:NonNullable|Exclude)$/.test(typeName.name))
        return inner[0] ? isOpenType(tree, inner[0]) : false;
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
  return tree.variableOf(root)?.defs.some(({ type }) => type === 'ImportBinding') ?? false;
}
