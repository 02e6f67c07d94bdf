import { isKnownLibrary } from '../modules/known-libraries.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Whether a type of the project's own says which texts may stand here: `const MODEL: ModelId = '…'`, `'…' satisfies ModelId`. */
export function isTyped(tree: SyntaxTree, start: Node): boolean {
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        if (isNarrow(tree, parent.typeAnnotation)) return true;
        continue;
      case 'TSNonNullExpression':
      case 'ChainExpression':
      case 'TemplateLiteral':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'Property':
      case 'ObjectExpression':
        continue;
      case 'VariableDeclarator':
        return isNarrow(tree, parent.id.typeAnnotation?.typeAnnotation);
      case 'AssignmentPattern':
        return isNarrow(tree, parent.left.typeAnnotation?.typeAnnotation);
      case 'PropertyDefinition':
        return isNarrow(tree, parent.typeAnnotation?.typeAnnotation);
      default:
        return false;
    }
  }
  return false;
}

function isNarrow(tree: SyntaxTree, type: Node | undefined): boolean {
  switch (type?.type) {
    case undefined:
    case 'TSStringKeyword':
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
      return false;
    case 'TSUnionType':
      return type.types.some((each) => isNarrow(tree, each));
    case 'TSTypeReference': {
      if (type.typeName.type !== 'Identifier') return true;
      const { name } = type.typeName;
      const inner = type.typeArguments?.params ?? [];
      if (/^(?:const|Record|Partial|Readonly|Required)$/.test(name)) return inner.some((each) => isNarrow(tree, each));
      return !isOfCaller(tree, name);
    }
    default:
      return true;
  }
}

function isOfCaller(tree: SyntaxTree, name: string) {
  return tree
    .all('ImportDeclaration')
    .some(
      ({ source, specifiers }) => isKnownLibrary(source.value) && specifiers.some(({ local }) => local.name === name),
    );
}
