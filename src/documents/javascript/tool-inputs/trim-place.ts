import type { ToolInputCheck } from '../../tool-input-check.js';
import { declaredWith } from '../modules/bindings.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import type { InputValue } from './input-value.js';
import { isRequiredText } from './schema-texts.js';

/** Where `.trim()` can stand behind a text of an input. What may be absent keeps being absent. */
export function trimPlace(
  tree: SyntaxTree,
  text: Node,
  {
    name: field,
    isTrimmable,
    isChecked = false,
  }: Pick<Extract<InputValue, { kind: 'field' }>, 'name' | 'isTrimmable' | 'isChecked'>,
): ToolInputCheck['trim'] {
  const at = text.range[1];
  if (!/^(?:MemberExpression|ChainExpression|Identifier)$/.test(text.type)) return null;
  if (isTrimmable || !/\.[cm]?tsx?$/.test(tree.path))
    return { at, isOptional: !(isChecked && isRequiredText(tree, field)) };
  const type = typeOf(tree, text);
  if (type === null) return null;
  if (text.type === 'Identifier' && type.type === 'TSStringKeyword') return { at, isOptional: isOmittable(tree, text) };
  const written = tree.text.slice(...type.range);
  if (type.type === 'TSAnyKeyword' || /^Record<string, (?:any|string)>$/.test(written)) return { at, isOptional: true };
  if (!/^\w+$/.test(field)) return null;
  // The name stands in front of its type, in a type that is written out.
  const member = new RegExp(`\\b${field}(\\??): string\\b(?! *[|&[])`).exec(written);
  return member ? { at, isOptional: member[1] === '?' } : null;
}

/** `(city?: string) => …` */
function isOmittable(tree: SyntaxTree, name: Node): boolean {
  const declared = tree.variableOf(name)?.defs[0]?.name;
  return declared?.type === 'Identifier' && declared.optional;
}

/** The type that is written for the object a text is read off; `null` where there is none. */
function typeOf(tree: SyntaxTree, expression: Node): Node | null {
  switch (expression.type) {
    case 'TSAsExpression':
      return named(tree, expression.typeAnnotation);
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return typeOf(tree, expression.expression);
    case 'MemberExpression':
      return typeOf(tree, expression.object);
    case 'Identifier': {
      const variable = tree.variableOf(expression);
      const [definition] = variable?.defs ?? [];
      const annotation = definition?.name.type === 'Identifier' ? definition.name.typeAnnotation : undefined;
      if (annotation) return named(tree, annotation.typeAnnotation);
      const declared = variable ? declaredWith(variable) : null;
      return declared ? typeOf(tree, declared.value) : null;
    }
    default:
      return null;
  }
}

/** What a name of this file stands for. */
function named(tree: SyntaxTree, type: Node): Node {
  const name = type.type === 'TSTypeReference' ? unwrap(type.typeName) : null;
  if (name?.type !== 'Identifier') return type;
  return (
    tree.all('TSInterfaceDeclaration').find(({ id }) => id.name === name.name)?.body ??
    tree.all('TSTypeAliasDeclaration').find(({ id }) => id.name === name.name)?.typeAnnotation ??
    type
  );
}
