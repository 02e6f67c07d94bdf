import type { TextEdit } from '../../../edits/text-edit.js';
import type { StaticValue } from '../../static-value.js';
import { declaredWith } from '../modules/bindings.js';
import type { Reach } from '../values/reach.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { termsOf } from '../syntax/terms-of.js';
import { unwrap } from '../syntax/unwrap.js';

type Opening = Extract<StaticValue, { kind: 'text' }>;

/**
 * Takes `opening` away from before an expression: `'{' + text`, `` `{${text}` ``, `` `${opening}${text}` ``, `let text = '{'` to which the answer is
 * added; `null` where it does not stand there.
 */
export function withoutOpening(
  tree: SyntaxTree,
  text: Node,
  opening: Opening,
  reach: Reach,
): readonly TextEdit[] | null {
  const start = startOf(tree, text);
  if (start && isOpening(tree, start, opening, reach)) return [{ range: start.range, text: emptyText(tree, start) }];
  const around = tree.parentOf(text);
  if (around?.type === 'BinaryExpression' && around.right === text)
    return withoutTerms(tree, around, text, opening, reach);
  return around?.type === 'TemplateLiteral' ? withoutWords(tree, around, text, opening, reach) : null;
}

/** What a variable starts as to which everything else is added: `let text = '{'; text += chunk`. */
function startOf(tree: SyntaxTree, text: Node): Node | null {
  const variable = text.type === 'Identifier' ? tree.variableOf(text) : null;
  const definition = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (!variable || definition?.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier') return null;
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.init !== true);
  const isGrown = writes.every(({ identifier }) => {
    const parent = tree.parentOf(identifier);
    return parent?.type === 'AssignmentExpression' && parent.left === identifier && parent.operator === '+=';
  });
  return writes.length > 0 && isGrown ? definition.init : null;
}

/** In the quotes that stand there. */
function emptyText({ text }: SyntaxTree, { range: [start] }: Node) {
  const quote = /^["'`]/.exec(text.charAt(start))?.[0] ?? `'`;
  return quote + quote;
}

function isOpening(tree: SyntaxTree, node: Node, opening: Opening, reach: Reach) {
  const value = staticValue({ tree, node }, { ...reach, steps: null });
  return value.kind === 'text' && value.text === opening.text;
}

function withoutTerms(tree: SyntaxTree, sum: Node, text: Node, opening: Opening, reach: Reach) {
  const terms = termsOf(sum);
  let before = '';
  for (let start = terms.length - 2; start >= 0 && before.length < opening.text.length; start--) {
    const [term, next] = [terms[start], terms[start + 1]];
    const value = term ? staticValue({ tree, node: term }, { ...reach, steps: null }) : null;
    if (!term || !next || value?.kind !== 'text' || !/^\s*\+\s*$/.test(tree.text.slice(term.range[1], next.range[0])))
      return null;
    before = value.text + before;
    if (before !== opening.text) continue;
    const isSum = start > 0 || isLeftTerm(tree, sum);
    const cut = [term.range[0], text.range[0]] as const;
    if (isSum || isText(tree, text)) return [{ range: cut, text: '' }];
    return [
      { range: cut, text: '`${' },
      { range: [text.range[1], text.range[1]] as const, text: '}`' },
    ];
  }
  return null;
}

/** Something is added to the sum: it stays a text. */
function isLeftTerm(tree: SyntaxTree, sum: Node) {
  const parent = tree.parentOf(sum);
  return parent?.type === 'BinaryExpression' && parent.operator === '+' && parent.left === sum;
}

/** An expression that is a text by itself: one that may be `undefined` becomes one in a sum. */
function isText(tree: SyntaxTree, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type === 'CallExpression' || expression.type === 'TSNonNullExpression') return true;
  if (node.type === 'LogicalExpression') return node.operator !== '&&' && unwrap(node.right).type === 'Literal';
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const declared = variable && declaredWith(variable);
  return declared !== null && declared.path.length === 0 && isText(tree, declared.value);
}

function withoutWords(
  tree: SyntaxTree,
  template: Extract<Node, { type: 'TemplateLiteral' }>,
  text: Node,
  opening: Opening,
  reach: Reach,
) {
  const index = template.expressions.findIndex((expression) => expression === text);
  const quasi = template.quasis[index];
  const end = holeBefore(tree, text);
  if (!quasi || end === null || tree.parentOf(template)?.type === 'TaggedTemplateExpression') return null;
  const start = end - opening.text.length;
  if (quasi.value.cooked?.endsWith(opening.text) && tree.text.slice(start, end) === opening.text)
    return [{ range: [start, end] as const, text: '' }];
  const hole = quasi.value.raw === '' ? template.expressions[index - 1] : undefined;
  const from = hole && isOpening(tree, hole, opening, reach) ? holeBefore(tree, hole) : null;
  return from === null ? null : [{ range: [from, end] as const, text: '' }];
}

/** Where the hole of a template starts that holds an expression and nothing else. */
function holeBefore({ text }: SyntaxTree, { range: [start] }: Node): number | null {
  const mark = text.lastIndexOf('${', start);
  return mark >= 0 && text.slice(mark + 2, start).trim() === '' ? mark : null;
}
