import type { Range, TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { importedName } from '../modules/bindings.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isEffectFree } from './is-effect-free.js';

type ObjectLiteral = Extract<Node, { type: 'ObjectExpression' }>;

/**
 * The edit that takes a property out of a literal which others may leave empty, and which goes with its last one: written so that it overlaps
 * theirs, and waits until they have gone.
 */
export function waitingEdit(tree: SyntaxTree, object: ObjectLiteral, setter: Node, edit: TextEdit): TextEdit {
  const from = waitsFrom(tree, object, setter);
  const [start, end] = edit.range;
  if (from === null || from >= start || edit.text !== '') return edit;
  return { ...edit, range: [from, end], text: tree.text.slice(from, start) };
}

function waitsFrom(tree: SyntaxTree, object: ObjectLiteral, setter: Node): number | null {
  const other = branchBefore(tree, object);
  if (other) return other[0];
  const [first, ...rest] = object.properties;
  const isLastOfSampling = rest.at(-1) === setter && object.properties.every(isSampling) && partOfCommand(tree, object);
  return first && isLastOfSampling ? first.range[0] : null;
}

/** The first of two literals that a condition chooses from, where it may be emptied as well. */
function branchBefore(tree: SyntaxTree, object: ObjectLiteral): Range | null {
  const parent = tree.parentOf(object);
  if (parent?.type !== 'ConditionalExpression' || parent.alternate !== object) return null;
  const other = unwrap(parent.consequent);
  const isFilled = other.type === 'ObjectExpression' && other.properties.length > 0;
  return isFilled && isEffectFree(tree, parent.test) ? other.range : null;
}

function isSampling(property: Node): boolean {
  return property.type === 'Property' && /^(?:temperature|top_?[pk])$/i.test(keyOf(property));
}

/** `isCreative ? {} : {}`, once the last property of a branch has gone, as the `{}` that it is. */
export function emptiedChoice(tree: SyntaxTree, object: Node): TextEdit | null {
  const choice = tree.parentOf(object);
  if (choice?.type !== 'ConditionalExpression' || choice.test === object || !isEffectFree(tree, choice.test))
    return null;
  const other = unwrap(choice.consequent === object ? choice.alternate : choice.consequent);
  const isEmpty = other.type === 'ObjectExpression' && other.properties.length === 0;
  const around = tree.parentOf(choice);
  // Elsewhere braces may be those of a block.
  const isValue = around && /^(?:VariableDeclarator|Property|AssignmentExpression|ReturnStatement)$/.test(around.type);
  const [start, end] = choice.range;
  const holdsComment = tree.comments.some(({ range }) => start <= range[0] && range[1] <= end);
  return isEmpty && isValue && !holdsComment ? { range: choice.range, text: '{}' } : null;
}

/** A part of the input of a command that may be absent: `new ConverseCommand({ inferenceConfig: {} })` asks for nothing by it. */
export function partOfCommand(tree: SyntaxTree, object: Node): Extract<Node, { type: 'Property' }> | null {
  const part = tree.parentOf(object);
  const input = part && tree.parentOf(part);
  const made = input && tree.parentOf(input);
  if (part?.type !== 'Property' || part.value !== object || made?.type !== 'NewExpression') return null;
  const isPart = /^(?:inferenceConfig|additionalModelRequestFields)$/.test(keyOf(part));
  // Nobody else sees the input of a class that is imported from the SDK.
  const isOfSdk = importedName(tree, made.callee)?.module === '@aws-sdk/client-bedrock-runtime';
  return isPart && made.arguments[0] === input && isOfSdk ? part : null;
}

function keyOf(property: Node): string {
  return property.type === 'Property' ? (staticName(property.key, property.computed) ?? '') : '';
}
