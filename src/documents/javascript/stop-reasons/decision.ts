import type { Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { reasonList, reasonWord } from './reason-words.js';

/** A test of a stop reason, and the statement or expression it decides. */
export interface Decision {
  readonly use: Use;
  /** The comparison, as it stands. */
  readonly test: Node;
  readonly words: readonly { readonly value: string; readonly node: Node }[];
  /** What the test decides. */
  readonly holder: Node;
  /** The reasons named take the first branch; otherwise all others do. */
  readonly isPositive: boolean;
  /** What is asked before the reason in the same test: `event.messageStop &&`. */
  readonly before: readonly Node[];
}

/** The decisions a use of a reason takes part in; none where its words or its end are not known. */
export function decisionsOf(tree: SyntaxTree, use: Use, reach: Reach): readonly Decision[] {
  const named = wordsOf(tree, use, reach);
  if (!named) return [];
  return holdersOf(tree, use.at, named.isPositive, []).map((found) => ({
    ...found,
    use,
    test: use.at,
    words: named.words,
  }));
}

/** The reasons that a comparison names, whatever becomes of its answer. */
export function comparedWords(tree: SyntaxTree, use: Use, reach: Reach): readonly string[] {
  return wordsOf(tree, use, reach)?.words.map(({ value }) => value) ?? [];
}

interface Named {
  readonly words: Decision['words'];
  readonly isPositive: boolean;
}

function wordsOf(tree: SyntaxTree, use: Use, reach: Reach): Named | null {
  const { at, node } = use;
  if (at.type === 'BinaryExpression') {
    const other = at.left === node ? at.right : at.left;
    const value = reasonWord(tree, other, reach);
    if (value === null || !/^[!=]==?$/.test(at.operator)) return null;
    return { words: [{ value, node: other }], isPositive: !at.operator.startsWith('!') };
  }
  if (at.type !== 'CallExpression') return null;
  const callee = unwrap(at.callee);
  if (callee.type !== 'MemberExpression') return null;
  const method = staticName(callee.property, callee.computed);
  const list = method === 'includes' || method === 'has' ? reasonList(tree, callee.object, reach) : null;
  return list && { words: list.map((value) => ({ value, node: callee.object })), isPositive: true };
}

type Holder = Pick<Decision, 'holder' | 'isPositive' | 'before'>;

const maximumVariables = 2;

function holdersOf(
  tree: SyntaxTree,
  start: Node,
  isPositive: boolean,
  before: readonly Node[],
  hops = 0,
): readonly Holder[] {
  let node = start;
  let positive = isPositive;
  const asked = [...before];
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'LogicalExpression':
        if (parent.operator === '&&' && parent.right === node) asked.unshift(parent.left);
        continue;
      case 'UnaryExpression':
        if (parent.operator !== '!') return [];
        positive = !positive;
        continue;
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        continue;
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
        return parent.test === node ? [{ holder: parent, isPositive: positive, before: asked }] : [];
      case 'VariableDeclarator': {
        if (parent.id.type !== 'Identifier' || parent.init !== node || hops >= maximumVariables) return [];
        return (tree.variableOf(parent.id)?.references ?? [])
          .filter((reference) => reference.isRead())
          .flatMap(({ identifier }) => holdersOf(tree, identifier, positive, [], hops + 1));
      }
      case 'CallExpression':
        return isAssertion(parent.callee) ? [{ holder: parent, isPositive: positive, before: asked }] : [];
      default:
        return [];
    }
  }
  return [];
}

function isAssertion(callee: Node): boolean {
  const node = unwrap(callee);
  const name =
    node.type === 'Identifier'
      ? node.name
      : node.type === 'MemberExpression'
        ? staticName(node.property, node.computed)
        : null;
  return name !== null && /^(?:assert\w*|invariant|ok|ensure)$/.test(name);
}
