import type { TextEdit } from '../../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { answerPattern, type AnswerPattern, declarations, lineBehind } from '../answer-pattern.js';
import type { AnswerRead } from '../answer-uses.js';
import { emptyText, joinedText } from '../text-code.js';
import type { Source } from './response-sources.js';
import { isFree } from './variable-of-value.js';

/** `const { completion, stop_reason } = JSON.parse(…)`, one declaration for each name; `null` where that can't be told. */
export function responsePattern(
  tree: SyntaxTree,
  answerRead: AnswerRead,
  held: (init: Node) => Source | null,
): readonly TextEdit[] | null {
  const found = answerPattern(tree, answerRead);
  if (!found?.names.every(({ name }) => name === 'completion' || name === 'stop_reason')) return null;
  const { init, statement, names, isEvent } = found;
  const source = held(init);
  const name = source ? source.name : init.type === 'Identifier' ? init.name : null;
  if (name === null)
    return isEvent
      ? null
      : outputEdits(tree, found, source ?? { name, identifier: null, range: init.range, bare: init.range });
  const values = names.map((each): readonly [string, string] => [
    each.local,
    read(tree, each.name, `${name}.`, isEvent),
  ]);
  return [{ range: statement.range, text: declarations(tree, statement, values) }];
}

function read(tree: SyntaxTree, name: string, of: string, isEvent: boolean): string {
  if (name === 'stop_reason') return isEvent ? `${of}messageStop?.stopReason` : `${of}stopReason`;
  return isEvent
    ? `${of}contentBlockDelta?.delta?.text ?? ${emptyText(tree)}`
    : `(${of}output?.message?.content ?? [])${joinedText(tree)}`;
}

/** `const { output, stopReason: stop_reason } = await …`, and the text of it below. */
function outputEdits(
  tree: SyntaxTree,
  { pattern, statement, init, names }: AnswerPattern,
  { range: [start, end] }: Source,
): readonly TextEdit[] | null {
  if (!isFree(tree, 'output')) return null;
  const properties = names.map(({ name, local }) => {
    if (name === 'completion') return 'output';
    return local === 'stopReason' ? local : `stopReason: ${local}`;
  });
  const values = names.flatMap(({ name, local }): readonly (readonly [string, string])[] =>
    name === 'completion' ? [[local, read(tree, name, '', false)]] : [],
  );
  const edits: readonly TextEdit[] = [
    {
      range: [pattern.range[0], pattern.typeAnnotation?.range[1] ?? pattern.range[1]],
      text: `{ ${properties.join(', ')} }`,
    },
    { range: [init.range[0], start], text: '' },
    { range: [end, init.range[1]], text: '' },
    {
      range: [statement.range[1], statement.range[1]],
      text: values.length > 0 ? `${lineBehind(tree, statement)}${declarations(tree, statement, values)}` : '',
    },
  ];
  return edits.filter(({ range, text }) => range[0] < range[1] || text !== '');
}
