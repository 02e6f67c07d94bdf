import type { Variable } from '@typescript-eslint/scope-manager';
import type { BlockMend, MendEdit } from '../../block-read.js';
import { codeStyleOf } from '../../../edits/code-style.js';
import { lineEndOf, lineStartAt } from '../../../edits/line-bounds.js';
import type { Range } from '../../../edits/text-edit.js';
import { mutationsOf } from '../values/mutations.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { firstBlock, type FirstBlock } from './first-block.js';
import { freeName } from './free-name.js';
import { asksForList, asksForText, isBehindGuard, listKey, operandsOf, picksOf, writtenList } from './guarding.js';
import { isAskedForText } from './is-asked-for-text.js';
import { dotOf, isTest } from './mend-of.js';
import { functionAround } from '../syntax/functions.js';

/**
 * `if (list[0].type === 'text') return list[0].text;`: the block that is looked for gets a name in front of the statement that asks for it first,
 * and every place that asks for it, or reads its text, goes by that.
 */
export function namedMend(tree: SyntaxTree, first: FirstBlock): BlockMend | null {
  const root = rootOf(tree, first.list);
  const owner = functionAround(tree, first.place);
  if (!root || mutationsOf(tree, root).length > 0 || root.references.some((each) => each.isWrite() && !each.init))
    return null;
  const key = listKey(tree, first);
  const picks = picksOf(tree, owner?.range ?? [0, tree.text.length], key).filter(
    ({ place }) => functionAround(tree, place) === owner && rootOf(tree, place) === root,
  );
  const [asked] = picks;
  const statement = asked && statementAround(tree, asked.place);
  const block = statement && tree.parentOf(statement);
  const declared = root.identifiers[0]?.range;
  if (
    !asked ||
    !statement ||
    !block ||
    !declared ||
    (statement.range[0] < declared[1] && declared[1] <= statement.range[1])
  )
    return null;
  if (!picks.every(({ place }) => within(place, block.range))) return null;
  const name = freeName(
    tree,
    isOnlyList(tree, owner, key) ? ['textBlock', 'firstTextBlock'] : [`${root.name}TextBlock`],
  );
  const indent = tree.text.slice(lineStartAt(tree.text, statement.range[0]), statement.range[0]);
  const uses = picks.map((pick) => editsOfPick(tree, pick, key, name ?? ''));
  if (name === null || indent.trim() !== '' || uses.some((each) => each === null)) return null;
  const found = listFor(tree, statement, asked, key);
  return {
    kind: 'rewritten',
    asksForType: uses.some((each) => each?.asksForType === true),
    keepsType: uses.every((each) => each?.isGuarded === true),
    edits: [
      {
        range: [statement.range[0], statement.range[0]],
        before: `const ${name} = `,
        found,
        after: `${semicolonBefore(tree, statement)}${lineEndOf(tree.text)}${indent}`,
      },
      ...uses.flatMap((each) => each?.edits ?? []),
    ],
  };
}

/** What stands between the declaration and the statement, in the way of the file, where that is enough to divide them. */
function semicolonBefore({ text }: SyntaxTree, { range }: Node) {
  return /[([`+\-/]/.test(text.charAt(range[0])) ? ';' : codeStyleOf(text).semicolon;
}

/** No other list of the function has its first block asked, so that one name is enough. */
function isOnlyList(tree: SyntaxTree, owner: Node | null, key: string) {
  return tree
    .all('MemberExpression')
    .filter((member) => member.computed && functionAround(tree, member) === owner)
    .every((member) => {
      const other = firstBlock(tree, member);
      return other?.variable !== null || listKey(tree, other) === key;
    });
}

interface PickUse {
  readonly edits: readonly MendEdit[];
  readonly asksForType: boolean;
  /** It reads no text that may be missing. */
  readonly isGuarded: boolean;
}

/** What becomes of one place; `null` where it needs the first block for something else. */
function editsOfPick(tree: SyntaxTree, { place }: FirstBlock, key: string, name: string): PickUse | null {
  const named: MendEdit = { range: place.range, before: name, found: null, after: '' };
  let node = place;
  let parent = tree.parentOf(node);
  while (parent?.type === 'TSNonNullExpression' || parent?.type === 'ChainExpression') {
    node = parent;
    parent = tree.parentOf(node);
  }
  if (isTest(tree, node)) return { edits: [named], asksForType: false, isGuarded: true };
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return null;
  const member = parent.computed ? null : staticName(parent.property, false);
  const dot = dotOf(tree, parent);
  const guarded: MendEdit[] = dot ? [{ range: dot, before: '?.', found: null, after: '' }] : [];
  if (member === 'type')
    // What else it says of the first block stays true of the first block.
    return isAskedForText(tree, parent)
      ? { edits: [named, ...guarded], asksForType: true, isGuarded: true }
      : { edits: [], asksForType: false, isGuarded: true };
  if (member !== 'text') return null;
  const isGuarded = isBehindGuard(tree, place, key);
  return { edits: isGuarded ? [named] : [named, ...guarded], asksForType: false, isGuarded };
}

/** The list in front of a statement; where the statement comes to it on a condition alone, it may not be there. */
function listFor(tree: SyntaxTree, statement: Node, { list, element, place }: FirstBlock, key: string) {
  const text = tree.text.slice(list.range[0], element.range[0]);
  const operands = statement.type === 'IfStatement' ? operandsOf(statement.test, '&&') : [];
  const isOnlyAsked = operands.every((each) => asksForText(tree, each, key) !== null || asksForList(tree, each, key));
  if (operands.length > 0 && isOnlyAsked)
    return writtenList(tree, statement, key, operands) ?? { list: text, isOptional: element.isOptional };
  return isConditional(tree, place, statement)
    ? { list: text.replaceAll(/\??\.(?=[\w$#])/g, '?.'), isOptional: true }
    : { list: text, isOptional: element.isOptional };
}

function isConditional(tree: SyntaxTree, place: Node, statement: Node): boolean {
  let node = place;
  for (let parent = tree.parentOf(node); parent && node !== statement; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'LogicalExpression' && parent.right === node) return true;
    if (parent.type === 'ConditionalExpression' && parent.test !== node) return true;
  }
  return false;
}

/** The variable that the list is read off. */
function rootOf(tree: SyntaxTree, expression: Node): Variable | null {
  let node = unwrap(expression);
  while (node.type === 'MemberExpression') node = unwrap(node.object);
  return node.type === 'Identifier' ? tree.variableOf(node) : null;
}

/** The statement of a block that an expression belongs to, where that asks for it before it does anything else. */
function statementAround(tree: SyntaxTree, expression: Node): Node | null {
  let node = expression;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (/^(?:Program|BlockStatement|SwitchCase)$/.test(parent.type)) return node;
    if (/Function|Loop|^(?:For|While|Do|Class|Property)/.test(parent.type) && parent.type !== 'Property') return null;
    if (parent.type === 'IfStatement' && parent.test !== node) return null;
  }
  return null;
}

function within({ range }: Node, [start, end]: Range) {
  return start <= range[0] && range[1] <= end;
}
