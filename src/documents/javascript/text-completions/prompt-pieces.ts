import { codeStyleOf } from '../../../edits/code-style.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { termsOf } from '../syntax/terms-of.js';
import { unwrap } from '../syntax/unwrap.js';

/** A stretch of a text as it is written between its quotes, or an expression in it. */
export type Piece =
  | { readonly kind: 'text'; readonly raw: string; readonly quote: '`' | `'` | `"` }
  | { readonly kind: 'hole'; readonly node: Node };

/** Whether an expression is a text that is put together on the spot. */
export function isWrittenText(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'Literal') return typeof node.value === 'string';
  if (node.type === 'TemplateLiteral') return true;
  return node.type === 'BinaryExpression' && node.operator === '+' && termsOf(node).slice(0, 2).some(isWrittenText);
}

/** The pieces of a text that is put together on the spot. */
export function piecesOf(tree: SyntaxTree, expression: Node): readonly Piece[] {
  const node = unwrap(expression);
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ kind: 'text', raw: node.raw.slice(1, -1), quote: node.raw.startsWith(`'`) ? `'` : `"` }];
  if (node.type === 'TemplateLiteral')
    return node.quasis.flatMap(({ value }, index): Piece[] => {
      const hole = node.expressions[index];
      const words: Piece = { kind: 'text', raw: value.raw, quote: '`' };
      return hole ? [words, { kind: 'hole', node: hole }] : [words];
    });
  return node.type === 'BinaryExpression' && node.operator === '+' && isWrittenText(node)
    ? termsOf(node).flatMap((term) => piecesOf(tree, term))
    : [{ kind: 'hole', node }];
}

/** Source text of a string that is made of these pieces. */
export function codeOf(tree: SyntaxTree, pieces: readonly Piece[]): string {
  const [first, ...others] = pieces;
  if (first && others.length === 0) {
    if (first.kind === 'hole' && isString(tree, first.node)) return tree.text.slice(...first.node.range);
    if (first.kind === 'text') return `${quoteFor(tree, first)}${first.raw}${quoteFor(tree, first)}`;
  }
  const inside = pieces.map((piece, index) => {
    if (piece.kind === 'hole') return `\${${tree.text.slice(...piece.node.range)}}`;
    const next = pieces[index + 1];
    return inTemplate(piece.raw, next?.kind === 'text' && next.raw.startsWith('{'));
  });
  return `\`${inside.join('')}\``;
}

/** Source text of a string as it stands between backticks. */
function inTemplate(raw: string, isBeforeBrace: boolean): string {
  const special = isBeforeBrace ? /\\[^]|`|\$\{|\$$/g : /\\[^]|`|\$\{/g;
  return raw.replace(special, (found) => (found.startsWith('\\') ? found : `\\${found}`));
}

/** A template is left that needs to be none. */
function quoteFor(tree: SyntaxTree, { raw, quote }: Extract<Piece, { kind: 'text' }>): string {
  return quote === '`' && !/[\n\r'"`$\\]/.test(raw) ? codeStyleOf(tree.text).quote : quote;
}

/** A name that is declared to be a text, or with one. */
function isString(tree: SyntaxTree, node: Node): boolean {
  const [definition] = node.type === 'Identifier' ? (tree.variableOf(node)?.defs ?? []) : [];
  const name = definition?.name;
  if (name?.type === 'Identifier' && name.typeAnnotation?.typeAnnotation.type === 'TSStringKeyword') return true;
  const declarator = definition?.node;
  return (
    declarator?.type === 'VariableDeclarator' &&
    declarator.id === name &&
    declarator.init !== null &&
    isWrittenText(declarator.init)
  );
}
