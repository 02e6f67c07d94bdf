import type { Range } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { firstBlock, type FirstBlock } from './first-block.js';
import { isAskedForText } from './is-asked-for-text.js';

/** The list that a first block is picked from, the same for each way to write it. */
export function listKey(tree: SyntaxTree, { list }: Pick<FirstBlock, 'list'>): string {
  return textKey(tree, list);
}

function textKey(tree: SyntaxTree, { range }: Node): string {
  return tree.text.slice(...range).replaceAll(/[\s?!()]/g, '');
}

/** Whether an expression is true only where the first block of a list is a text (`true`), or only where it is none (`false`); `null` for any other. */
export function asksForText(tree: SyntaxTree, expression: Node, key: string): boolean | null {
  const node = unwrap(expression);
  if (node.type !== 'BinaryExpression') return null;
  if (node.operator === 'in')
    return staticName(node.left, true) === 'text' && isFirst(tree, node.right, key) ? true : null;
  const member = unwrap(node.left);
  if (member.type !== 'MemberExpression' || staticName(member.property, member.computed) !== 'type') return null;
  if (!isAskedForText(tree, member) || !isFirst(tree, member.object, key)) return null;
  return node.operator.startsWith('=');
}

function isFirst(tree: SyntaxTree, expression: Node, key: string) {
  const first = firstBlock(tree, expression);
  return (
    first !== null && first.variable === null && first.place.type !== 'ArrayPattern' && listKey(tree, first) === key
  );
}

/** The operands of `a && b && c`, or of another operator in its place. */
export function operandsOf(expression: Node, operator: '&&' | '||'): readonly Node[] {
  const node = unwrap(expression);
  return node.type === 'LogicalExpression' && node.operator === operator
    ? [...operandsOf(node.left, operator), ...operandsOf(node.right, operator)]
    : [node];
}

/** Whether an expression only asks whether a list, or what holds it, is there and has something in it. */
export function asksForList(tree: SyntaxTree, expression: Node, key: string): boolean {
  const node = unwrap(expression);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = unwrap(node.argument);
    return inner.type === 'UnaryExpression' && inner.operator === '!' && asksForList(tree, inner.argument, key);
  }
  const asked =
    node.type === 'BinaryExpression' && /^(?:>=?|!==?)$/.test(node.operator) ? isCount(node.right) && node.left : node;
  if (!asked) return false;
  const path = textKey(tree, asked);
  if (path === `${key}.length`) return true;
  return (
    asked === node && (key === path || key.startsWith(`${path}.`) || path === `${key}.[0]` || path === `${key}[0]`)
  );
}

/** The list as an expression writes it first; where it asks whether the list is there, the text of it does so instead. */
export function writtenList(
  tree: SyntaxTree,
  { range }: Node,
  key: string,
  asked: readonly Node[],
): { readonly list: string; readonly isOptional: boolean } | null {
  const picked = picksOf(tree, range, key)[0];
  if (!picked) return null;
  const text = tree.text.slice(picked.list.range[0], picked.element.range[0]);
  const isAsked = asked.some((each) => asksForList(tree, each, key));
  if (!isAsked) return { list: text, isOptional: picked.element.isOptional };
  const [root = '', ...names] = text.split(/\??\./);
  const isRootAsked = asked.some((each) => textKey(tree, each) === root.trim());
  const [next, ...more] = names;
  const list = next === undefined ? root : `${root}${isRootAsked ? '?.' : '.'}${[next, ...more].join('?.')}`;
  return { list, isOptional: true };
}

/** Every place in a range that picks the first block of a list, in order. */
export function picksOf(tree: SyntaxTree, [start, end]: Range, key: string): readonly FirstBlock[] {
  return tree
    .all('MemberExpression')
    .filter(({ range, computed }) => computed && start <= range[0] && range[1] <= end)
    .flatMap((node) => firstBlock(tree, node) ?? [])
    .filter((first) => first.variable === null && listKey(tree, first) === key)
    .toSorted((a, b) => a.place.range[0] - b.place.range[0]);
}

function isCount(node: Node) {
  return node.type === 'Literal' && (node.value === 0 || node.value === 1);
}

/** Whether a place is only reached where the first block of a list is a text. */
export function isBehindGuard(tree: SyntaxTree, place: Node, key: string): boolean {
  let node = place;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type.includes('Function')) return false;
    const test = conditionOf(parent, node);
    if (test && operandsOf(test.node, test.operator).some((each) => asksForText(tree, each, key) === test.isTrue))
      return true;
    if (parent.type === 'BlockStatement' || parent.type === 'Program') {
      const before = parent.body.slice(
        0,
        parent.body.findIndex((each) => each === node),
      );
      if (before.some((each) => leavesWithout(tree, each, key))) return true;
    }
  }
  return false;
}

function conditionOf(parent: Node, node: Node) {
  const when = (test: Node, isTrue: boolean) => ({
    node: test,
    isTrue,
    operator: isTrue ? ('&&' as const) : ('||' as const),
  });
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (parent.consequent === node) return when(parent.test, true);
      return parent.alternate === node ? when(parent.test, false) : null;
    case 'LogicalExpression':
      return parent.right === node && parent.operator !== '??' ? when(parent.left, parent.operator === '&&') : null;
    default:
      return null;
  }
}

/** `if (list[0].type !== 'text') throw …` */
function leavesWithout(tree: SyntaxTree, statement: Node, key: string): boolean {
  if (statement.type !== 'IfStatement' || statement.alternate) return false;
  if (!operandsOf(statement.test, '||').some((each) => asksForText(tree, each, key) === false)) return false;
  const { consequent } = statement;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return last !== undefined && /^(?:Return|Throw|Continue|Break)Statement$/.test(last.type);
}
