import type { TSESTree } from '@typescript-eslint/types';
import type { Use } from '../answer/value.js';
import { globalName } from '../syntax/globals.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, wrapped } from '../syntax/unwrap.js';

/** What texts can and lists can't; what lists can as well gives something else there. */
const ofTexts =
  /^(?:toString|trim|trimStart|trimEnd|replace|replaceAll|split|match|matchAll|startsWith|endsWith|toLowerCase|toUpperCase|substring|substr|padEnd|charAt|search)$/;

/**
 * `content` of a message of LangChain where code takes it for a text, which it is while the model writes a single block: `answer.content as string`,
 * `JSON.parse(answer.content)`; `null` where it does not, or asks first what it is.
 */
export function contentAsText(tree: SyntaxTree, { role, value, at }: Use): TSESTree.MemberExpression | null {
  if (role !== 'member' || value.kind !== 'answer' || at.type !== 'MemberExpression') return null;
  if (staticName(at.property, at.computed) !== 'content') return null;
  const names: readonly Node[] = [at, ...namesOf(tree, at)];
  if (names.some((name) => isAskedFor(tree, name))) return null;
  return names.some((name) => isTakenForText(tree, name)) ? at : null;
}

/** `const text = answer.content` */
function namesOf(tree: SyntaxTree, value: Node): readonly Node[] {
  const whole = wrapped(tree, value);
  const holder = tree.parentOf(whole);
  if (holder?.type !== 'VariableDeclarator' || holder.init !== whole || holder.id.type !== 'Identifier') return [];
  const references = tree.variableOf(holder.id)?.references ?? [];
  return references.filter(({ init }) => init !== true).map(({ identifier }) => identifier);
}

function isTakenForText(tree: SyntaxTree, value: Node): boolean {
  const node = outermost(tree, value);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return parent.typeAnnotation.type === 'TSStringKeyword';
    case 'TemplateLiteral':
      return true;
    case 'MemberExpression':
      return parent.object === node && ofTexts.test(staticName(parent.property, parent.computed) ?? '');
    case 'CallExpression':
      return parent.callee !== node && /^(?:String|JSON\.parse)$/.test(globalName(tree, parent.callee) ?? '');
    case 'BinaryExpression':
      return parent.operator === '+' && [parent.left, parent.right].some((each) => isText(each));
    default:
      return false;
  }
}

/** With the optional chain around it. */
function outermost(tree: SyntaxTree, value: Node): Node {
  const parent = tree.parentOf(value);
  return parent?.type === 'ChainExpression' || parent?.type === 'TSNonNullExpression' ? outermost(tree, parent) : value;
}

function isText(node: Node) {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

/** `typeof answer.content === 'string'`, `Array.isArray(answer.content)`: other ways to write the same place count as well. */
function isAskedFor(tree: SyntaxTree, place: Node): boolean {
  const same = (node: Node) => plain(tree, node) === plain(tree, place);
  return (
    tree.all('UnaryExpression').some(({ operator, argument }) => operator === 'typeof' && same(argument)) ||
    tree
      .all('CallExpression')
      .some(({ callee, arguments: [first] }) => first && globalName(tree, callee) === 'Array.isArray' && same(first))
  );
}

function plain({ text }: SyntaxTree, { range }: Node) {
  return text.slice(...range).replaceAll(/[\s?!()]/g, '');
}
