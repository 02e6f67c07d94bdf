import type { TextEdit } from '../../../edits/text-edit.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { AnswerEdits } from './answer-edits.js';
import type { AnswerRead } from './answer-uses.js';
import { patternEdits } from './answer-pattern.js';
import { chunkGuard } from './chunk-guard.js';
import { isTest, isWritten, outerChain, standsAlone } from './read-place.js';
import { emptyText, joinedText } from './text-code.js';

/** Reads of a text completion's answer, as reads of a Messages answer: text blocks joined, or the text of an event. */
export function readEdits(tree: SyntaxTree, reads: readonly AnswerRead[]): AnswerEdits {
  const guarded = chunkGuard(tree, reads);
  if (guarded) return { edits: guarded };
  const edits: TextEdit[] = [];
  for (const read of reads) {
    const found = read.node.type === 'Property' ? editPattern(tree, read) : editMember(tree, read);
    if (!found) return { obstacle: obstacleTo(tree, read) };
    edits.push(...found);
  }
  return { edits };
}

function obstacleTo(tree: SyntaxTree, { node }: AnswerRead) {
  const code = tree.text.slice(...node.range);
  return `its answer is read in a way that no edit can carry over: \`${code.length > 40 ? `${code.slice(0, 40)}…` : code}\``;
}

/** `parsed.completion`, `parsed.stop_reason`, `parsed.stop`. */
function editMember(tree: SyntaxTree, { name, node, use }: AnswerRead): readonly TextEdit[] | null {
  if (node.type !== 'MemberExpression' || node.computed || isWritten(tree, node)) return null;
  const { range } = node.property;
  const isEvent = use.value.kind === 'event';
  switch (name) {
    case 'completion': {
      if (!isEvent) return [{ range, text: `content${joinedText(tree)}` }];
      const whole = outerChain(tree, node);
      if (isTest(tree, whole)) return [{ range, text: 'delta?.text' }];
      const text = `delta?.text ?? ${emptyText(tree)}`;
      return standsAlone(tree, whole)
        ? [{ range, text }]
        : [
            { range: [whole.range[0], whole.range[0]], text: '(' },
            { range, text: `${text})` },
          ];
    }
    case 'stop_reason':
      return isEvent ? [{ range, text: 'delta?.stop_reason' }] : [];
    case 'stop':
      return [{ range, text: isEvent ? 'delta?.stop_sequence' : 'stop_sequence' }];
    default:
      return name?.startsWith('amazon-bedrock-') === true ? [] : null;
  }
}

/** `const { completion } = JSON.parse(…)`. */
function editPattern(tree: SyntaxTree, read: AnswerRead): readonly TextEdit[] | null {
  const { name, node, use } = read;
  const pattern = tree.parentOf(node);
  const declarator = pattern && tree.parentOf(pattern);
  if (node.type !== 'Property' || pattern?.type !== 'ObjectPattern' || declarator?.type !== 'VariableDeclarator')
    return null;
  const { init } = declarator;
  const isOnly = pattern.properties.length === 1 && !pattern.typeAnnotation && node.value.type === 'Identifier';
  if (!isOnly && pattern.properties.length > 1) return patternEdits(tree, read);
  if (name !== 'completion' || !isOnly || !init || node.value.type !== 'Identifier') return null;
  const isClosed = init.type === 'CallExpression' || init.type === 'MemberExpression' || init.type === 'Identifier';
  const behind = use.value.kind === 'event' ? `.delta?.text ?? ${emptyText(tree)}` : `.content${joinedText(tree)}`;
  const [start, end] = init.range;
  return [
    { range: pattern.range, text: node.value.name },
    ...(isClosed ? [] : [{ range: [start, start] as const, text: '(' }]),
    { range: [end, end], text: `${isClosed ? '' : ')'}${behind}` },
  ];
}
