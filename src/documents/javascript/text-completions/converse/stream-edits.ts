import type { TextEdit } from '../../../../edits/text-edit.js';
import type { Trace } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName } from '../../syntax/unwrap.js';
import type { AnswerEdits } from '../answer-edits.js';
import { isLoose } from '../type-edits.js';
import { isFree } from './variable-of-value.js';

/** The stream that is the `body` of one response is the `stream` of the other. */
export function streamEdits(tree: SyntaxTree, { uses }: Trace): AnswerEdits {
  const edits: TextEdit[] = [];
  for (const { role, value, at } of uses) {
    if (role !== 'member' || value.kind !== 'streaming') continue;
    const key = at.type === 'Property' ? at.key : at.type === 'MemberExpression' ? at.property : null;
    if (!key || staticName(key, false) !== 'body') continue;
    if (at.type === 'MemberExpression' && isAsserted(tree, at))
      return { obstacle: 'its stream has a type that must change with it' };
    if (at.type === 'Property' && at.shorthand) edits.push(...renamed(tree, at));
    else edits.push({ range: key.range, text: 'stream' });
  }
  return { edits };
}

function isAsserted(tree: SyntaxTree, member: Node): boolean {
  const parent = tree.parentOf(member);
  if (parent?.type === 'ChainExpression' || parent?.type === 'TSNonNullExpression') return isAsserted(tree, parent);
  const isAssertion =
    parent?.type === 'TSAsExpression' || parent?.type === 'TSTypeAssertion' || parent?.type === 'TSSatisfiesExpression';
  return isAssertion && !isLoose(parent.typeAnnotation);
}

/** `const { body } = await …`, of which every use takes the new name where that is free. */
function renamed(tree: SyntaxTree, property: Extract<Node, { type: 'Property' }>): readonly TextEdit[] {
  const { value } = property;
  const reads = (tree.variableOf(value)?.references ?? []).filter(({ init }) => init !== true);
  const isPlain =
    value.type === 'Identifier' &&
    isFree(tree, 'stream') &&
    reads.every(({ identifier }) => tree.parentOf(identifier)?.type !== 'Property');
  if (!isPlain) return [{ range: property.range, text: `stream: ${tree.text.slice(...value.range)}` }];
  return [property, ...reads.map(({ identifier }) => identifier)].map(({ range }) => ({ range, text: 'stream' }));
}
