import type { BlockMend } from '../../block-read.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { FirstBlock } from './first-block.js';
import { asksForList, asksForText, listKey, operandsOf, writtenList } from './guarding.js';
import { standsAlone } from './stands-alone.js';

/** `list[0].type === 'text' ? list[0].text : ''`, which becomes the search with what is said where there is no text. */
export function choiceMend(tree: SyntaxTree, first: FirstBlock, at: Node): BlockMend | null {
  const read = wholeRead(tree, at);
  const choice = tree.parentOf(read);
  if (choice?.type !== 'ConditionalExpression' || choice.test === read || holdsComment(tree, choice)) return null;
  const key = listKey(tree, first);
  const isTaken = choice.consequent === read;
  const asked = operandsOf(choice.test, isTaken ? '&&' : '||');
  const guards = asked.map((each) => asksForText(tree, each, key));
  if (!guards.includes(isTaken)) return null;
  if (!asked.every((each, index) => guards[index] === isTaken || (isTaken && asksForList(tree, each, key))))
    return null;
  const fallback = isTaken ? choice.alternate : choice.consequent;
  if (/^(?:Yield|Sequence)Expression$/.test(unwrap(fallback).type)) return null;
  const isOperand = !standsAlone(tree, choice) && !isBracketed(tree, choice);
  const list = writtenList(tree, choice.test, key, asked);
  if (!list) return null;
  const rest = `?.text${tree.text.slice(at.range[1], read.range[1]).replace(/^!/, '')}`;
  const or = isUndefined(fallback) ? '' : ` ?? ${bracketed(tree, fallback)}`;
  return {
    kind: 'rewritten',
    asksForType: asked.some((each, index) => guards[index] !== null && !isIn(each)),
    keepsType: true,
    edits: [
      {
        range: choice.range,
        before: isOperand && or !== '' ? '(' : '',
        found: list,
        after: `${rest}${or}${isOperand && or !== '' ? ')' : ''}`,
      },
    ],
  };
}

/** `list[0].text`, `list[0].text.trim()` */
function wholeRead(tree: SyntaxTree, at: Node): Node {
  let node = at;
  for (let parent = tree.parentOf(node); parent; parent = tree.parentOf(node)) {
    const isWrapped = parent.type === 'ChainExpression' || parent.type === 'TSNonNullExpression';
    const isTrimmed = parent.type === 'MemberExpression' && parent.object === node && isTrim(tree, parent);
    const isCalled = parent.type === 'CallExpression' && parent.callee === node && node !== at;
    if (!isWrapped && !isTrimmed && !isCalled) break;
    node = parent;
  }
  return node;
}

function isTrim(tree: SyntaxTree, member: Extract<Node, { type: 'MemberExpression' }>) {
  const name = staticName(member.property, member.computed);
  return tree.parentOf(member)?.type === 'CallExpression' && /^(?:trim(?:Start|End)?|toString)$/.test(name ?? '');
}

function isBracketed({ text }: SyntaxTree, { range: [start, end] }: Node) {
  return text.charAt(start - 1) === '(' && text.charAt(end) === ')';
}

function bracketed({ text }: SyntaxTree, node: Node) {
  const source = text.slice(...node.range);
  return /^(?:Literal|TemplateLiteral|Identifier|MemberExpression|CallExpression|ThisExpression)$/.test(node.type)
    ? source
    : `(${source})`;
}

function isUndefined(node: Node) {
  return node.type === 'Identifier' && node.name === 'undefined';
}

function isIn(expression: Node) {
  const node = unwrap(expression);
  return node.type === 'BinaryExpression' && node.operator === 'in';
}

function holdsComment({ comments }: SyntaxTree, { range }: Node) {
  return comments.some((comment) => range[0] <= comment.range[0] && comment.range[1] <= range[1]);
}
