import type { Variable } from '@typescript-eslint/scope-manager';
import type { BlockMend } from '../../block-read.js';
import type { Range } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import type { FirstBlock } from './first-block.js';
import { isAskedForText } from './is-asked-for-text.js';
import { nestedMend } from './nested-mend.js';
import { standsAlone } from './stands-alone.js';

/** Where a read of the first block can be mended; `null` where that needs a person. */
export function mendOf(tree: SyntaxTree, first: FirstBlock, at: Node): BlockMend | null {
  if (first.nested) return nestedMend(tree, first.nested);
  if (at.type === 'Property') return patternMend(tree, first, at);
  if (at.type !== 'MemberExpression' || at.computed) return null;
  return first.variable ? nameMend(tree, first) : expressionMend(tree, first, at);
}

function expressionMend(
  tree: SyntaxTree,
  { element, place }: FirstBlock,
  at: Extract<Node, { type: 'MemberExpression' }>,
): BlockMend {
  const parent = tree.parentOf(at);
  const isAsserted = parent?.type === 'TSNonNullExpression' && tree.parentOf(parent)?.type === 'MemberExpression';
  return {
    kind: 'expression',
    whole: at.range,
    element,
    dot: at.object === place ? dotOf(tree, at) : null,
    isAsserted,
    isOperand: !standsAlone(tree, at),
  };
}

/** The dot of `block.text`; `null` where it is `?.` already. */
export function dotOf(
  { text }: SyntaxTree,
  { object, property, optional }: Extract<Node, { type: 'MemberExpression' }>,
): Range | null {
  if (optional) return null;
  const dot = text.indexOf('.', object.range[1]);
  return dot < 0 || dot >= property.range[0] ? null : [dot, dot + 1];
}

function nameMend(tree: SyntaxTree, { variable, element, name, place }: FirstBlock): BlockMend | null {
  if (!variable || (place.type === 'ArrayPattern' && !name)) return null;
  const found = dotsOf(tree, variable);
  return found && { kind: 'name', element, name, dots: found.dots };
}

/** The dots behind a name of a block, of which only the text is read; `null` where it is used for more. */
export function dotsOf(
  tree: SyntaxTree,
  variable: Variable,
): { readonly dots: readonly Range[]; readonly asksForType: boolean } | null {
  const dots: Range[] = [];
  let asksForType = false;
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const parent = tree.parentOf(identifier);
    if (parent?.type === 'TSNonNullExpression' || isTest(tree, identifier)) continue;
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return null;
    const member = parent.computed ? null : staticName(parent.property, false);
    if (member !== 'text' && !(member === 'type' && isAskedForText(tree, parent))) return null;
    asksForType ||= member === 'type';
    const dot = dotOf(tree, parent);
    if (dot) dots.push(dot);
  }
  return { dots, asksForType };
}

/** `if (block)`, `block && …`, `!block` */
export function isTest(tree: SyntaxTree, identifier: Node): boolean {
  const parent = tree.parentOf(identifier);
  if (parent?.type === 'UnaryExpression') return parent.operator === '!';
  if (parent?.type === 'LogicalExpression') return parent.left === identifier && parent.operator === '&&';
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === identifier;
}

/** `{ text }` alone in its pattern, which becomes a name. */
function patternMend(
  tree: SyntaxTree,
  { element, place }: FirstBlock,
  property: Extract<Node, { type: 'Property' }>,
): BlockMend | null {
  const own = tree.parentOf(property);
  if (own?.type !== 'ObjectPattern' || own.properties.length !== 1 || own.typeAnnotation) return null;
  if (property.value.type !== 'Identifier') return null;
  const isInList = place.type === 'ArrayPattern';
  if (isInList && place.elements.length !== 1) return null;
  return { kind: 'pattern', pattern: isInList ? place.range : own.range, name: property.value.name, element };
}
