import type { Use } from '../answer/value.js';
import type { Node } from '../syntax/syntax-tree.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { saysFinished } from './reason-words.js';

/** `reason ?? 'end_turn'`: an answer without a reason, such as a stream that broke off, counts as finished. */
export function* fallbackChecks(context: CheckContext): Iterable<Draft> {
  for (const use of context.reasonUses) {
    const { at } = use;
    if (use.role !== 'fallback' || at.type !== 'LogicalExpression' || at.left !== use.node) continue;
    yield {
      key: at.right,
      check: saysFinished(at.right) && at.right.type === 'Literal' ? checkOf(context, use, at.right) : null,
    };
  }
}

function checkOf(context: CheckContext, use: Use, word: Node) {
  const { tree, isCovered } = context;
  if (isCovered || isDecidedBy(context, word)) return null;
  return describe(context, {
    shape: 'fallback',
    range: word.range,
    reason: use.node,
    others: 'success',
    becomes: tree.text.slice(...word.range),
    missing: [],
    mend: takesAnyWord(context, use)
      ? { kind: 'replace', edits: [{ range: word.range, text: quoted(tree.text.slice(...word.range), 'unknown') }] }
      : null,
  });
}

/** The word only feeds a comparison, which has a check of its own. */
function isDecidedBy({ tree }: CheckContext, word: Node): boolean {
  let node = tree.parentOf(word);
  while (node && /^(?:LogicalExpression|TS\w+Expression|ChainExpression)$/.test(node.type)) node = tree.parentOf(node);
  return node?.type === 'BinaryExpression' || node?.type === 'SwitchStatement' || node?.type === 'MemberExpression';
}

/** No type asks for a word of the vocabulary: the file has no types, or the reason is seen as a text. */
function takesAnyWord({ tree }: CheckContext, { node }: Use): boolean {
  if (!/\.[cm]?tsx?$/i.test(tree.path)) return true;
  if (node.type === 'TSAsExpression') return isText(node.typeAnnotation);
  const name = node.type === 'Identifier' ? tree.variableOf(node)?.defs[0]?.name : null;
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return type !== undefined && isText(type);
}

/** `string`, `string | undefined`. */
function isText(type: Node): boolean {
  if (type.type === 'TSUnionType')
    return type.types.some(isText) && type.types.every((each) => isText(each) || isNothing(each));
  return type.type === 'TSStringKeyword';
}

function isNothing({ type }: Node) {
  return type === 'TSUndefinedKeyword' || type === 'TSNullKeyword';
}

function quoted(written: string, word: string): string {
  return `${written.charAt(0)}${word}${written.charAt(0)}`;
}
