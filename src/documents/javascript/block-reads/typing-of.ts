import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { BlockTyping } from '../../block-read.js';
import { declaredWith } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { FirstBlock } from './first-block.js';
import type { NestedPattern } from './nested-pattern.js';

/** Surfaces whose SDK says what an answer is; elsewhere it is JSON. */
const typed = /^(?:Converse|AnthropicBedrock|AnthropicBedrockMantle|AiSdk)$/;

/** How the compiler knows the type of the list of blocks in an answer. */
export function typingOf(
  tree: SyntaxTree,
  { surface }: Pick<CallSite, 'surface'>,
  { list, nested }: Pick<FirstBlock, 'list' | 'nested'>,
): BlockTyping {
  if (!/\.[cm]?tsx?$/.test(tree.path)) return 'none';
  const written = nested ? typingOfPattern(tree, nested, surface) : typingIn(tree, list);
  return written ?? (typed.test(surface) ? 'library' : 'unknown');
}

/** A parameter without a type has that of the values that the library hands out, or of JSON. */
function typingOfPattern(
  tree: SyntaxTree,
  { owner, outermost }: NestedPattern,
  surface: CallSite['surface'],
): BlockTyping | null {
  const annotation = outermost.type === 'ObjectPattern' ? outermost.typeAnnotation : undefined;
  if (annotation) return typingBy(tree, annotation.typeAnnotation);
  if (owner.type === 'VariableDeclarator') return owner.init && typingIn(tree, owner.init);
  return typed.test(surface) ? null : 'any';
}

/** What is written about the type of an expression, or of the value it is read off. */
function typingIn(tree: SyntaxTree, expression: Node): BlockTyping | null {
  switch (expression.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return typingBy(tree, expression.typeAnnotation);
    case 'TSNonNullExpression':
    case 'ChainExpression':
    case 'TSSatisfiesExpression':
      return typingIn(tree, expression.expression);
    case 'MemberExpression':
      return typingIn(tree, expression.object);
    case 'AwaitExpression':
      return typingIn(tree, expression.argument);
    case 'CallExpression':
      return isJson(tree, expression) ? 'any' : null;
    case 'LogicalExpression':
      return typingOfEither(tree, expression);
    case 'Identifier':
      return typingOfName(tree, expression);
    default:
      return null;
  }
}

/** Anything stays anything, and an empty list adds nothing to a list: `JSON.parse(text) ?? {}`, `answer.content ?? []`. */
function typingOfEither(tree: SyntaxTree, { operator, left, right }: TSESTree.LogicalExpression): BlockTyping | null {
  const typing = typingIn(tree, operator === '&&' ? right : left);
  const isEmpty = right.type === 'ArrayExpression' && right.elements.length === 0;
  return typing === 'any' || operator === '&&' || isEmpty ? typing : null;
}

function typingOfName(tree: SyntaxTree, name: Node): BlockTyping | null {
  const variable = tree.variableOf(name);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return null;
  const declaration = definition.name;
  const annotation = declaration.type === 'Identifier' ? declaration.typeAnnotation : undefined;
  if (annotation) return typingBy(tree, annotation.typeAnnotation);
  const declared = declaredWith(variable);
  if (declared) return typingIn(tree, declared.value);
  if (definition.node.type !== 'VariableDeclarator') return 'any';
  return definition.node.init === null && isGivenAnything(tree, variable) ? 'any' : 'unknown';
}

/** `let body; … body = JSON.parse(text);`: where it is read, the compiler takes it for what it was given. */
function isGivenAnything(tree: SyntaxTree, { references }: Variable): boolean {
  const written = references.filter((reference) => reference.isWrite());
  return (
    written.length > 0 &&
    written.every(({ identifier, writeExpr }) => {
      const parent = tree.parentOf(identifier);
      const isWhole = parent?.type === 'AssignmentExpression' && parent.left === identifier && parent.operator === '=';
      return isWhole && writeExpr != null && typingIn(tree, parent.right) === 'any';
    })
  );
}

const libraryTypes = /\b(?:Converse\w*|Message|BetaMessage|ContentBlock\w*|TextBlock|Anthropic\.\w+)\b/;

function typingBy(tree: SyntaxTree, type: Node): BlockTyping {
  if (type.type === 'TSAnyKeyword' || (type.type === 'TSArrayType' && type.elementType.type === 'TSAnyKeyword'))
    return 'any';
  return libraryTypes.test(tree.text.slice(...type.range)) ? 'library' : 'own';
}

/** `JSON.parse(…)`, `response.json()`: anything, to the compiler. */
function isJson(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>) {
  const callee = unwrap(call.callee);
  if (globalName(tree, callee) === 'JSON.parse') return true;
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'json';
}
