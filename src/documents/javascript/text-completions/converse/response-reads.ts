import type { Variable } from '@typescript-eslint/scope-manager';
import { codeStyleOf } from '../../../../edits/code-style.js';
import type { TextEdit } from '../../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { AnswerEdits } from '../answer-edits.js';
import type { AnswerRead } from '../answer-uses.js';
import { isTest, isWritten, outerChain, standsAlone } from '../read-place.js';
import { emptyText, joinedText } from '../text-code.js';
import { responsePattern } from './response-pattern.js';
import { type DecodedBody, type Source, sourceOf } from './response-sources.js';

type Member = Extract<Node, { type: 'MemberExpression' }>;

/** Rewrites a read of an answer as one of a response of Converse. */
export type Reader = (read: AnswerRead) => AnswerEdits;

/**
 * @param aliases the response, where the name of an answer goes
 * @param isPlain events without a text are passed over before they are read
 */
export function createReader(
  tree: SyntaxTree,
  bodies: readonly DecodedBody[],
  aliases: ReadonlyMap<Variable, Source>,
  isPlain: boolean,
): Reader {
  return (read) => {
    const { node } = read;
    const found =
      node.type === 'Property'
        ? responsePattern(tree, read, held)
        : node.type === 'MemberExpression'
          ? editMember(tree, read, node, held(node.object) ?? sourceOf(tree, node), isPlain)
          : null;
    return found ? { edits: found } : { obstacle: obstacleTo(tree, read) };
  };

  /** The response that a decoded body, or a name that went, stands for. */
  function held(expression: Node): Source | null {
    const object = unwrap(expression);
    const body = bodies.find(({ call }) => call === object);
    const variable = object.type === 'Identifier' ? tree.variableOf(object) : null;
    return body?.source ?? (variable && aliases.get(variable)) ?? null;
  }
}

function obstacleTo(tree: SyntaxTree, { node }: AnswerRead) {
  const code = tree.text.slice(...node.range);
  return `its answer is read in a way that Converse has no word for: \`${code.length > 40 ? `${code.slice(0, 40)}…` : code}\``;
}

function editMember(
  tree: SyntaxTree,
  { name, use }: AnswerRead,
  member: Member,
  source: Source,
  isPlain: boolean,
): readonly TextEdit[] | null {
  if (member.computed || isWritten(tree, member)) return null;
  const dot = member.optional ? '?.' : '.';
  const isEvent = use.value.kind === 'event';
  switch (name) {
    case 'completion': {
      if (!isEvent)
        return written(
          member,
          source,
          `${opensLine(tree, member) ? ';' : ''}(`,
          `${dot}output?.message?.content ?? [])${joinedText(tree)}`,
        );
      if (isPlain) return written(member, source, '', '.contentBlockDelta.delta.text');
      const text = `${dot}contentBlockDelta?.delta?.text`;
      const whole = outerChain(tree, member);
      if (isTest(tree, whole)) return written(member, source, '', text);
      const orNone = `${text} ?? ${emptyText(tree)}`;
      return standsAlone(tree, whole)
        ? written(member, source, '', orNone)
        : written(member, source, '(', `${orNone})`);
    }
    case 'stop_reason':
      return written(member, source, '', `${dot}${isEvent ? 'messageStop?.' : ''}stopReason`);
    default:
      return null;
  }
}

/** The source with something before and behind it, in place of a member. */
function written({ range: [start, end] }: Member, { name, range }: Source, before: string, behind: string) {
  if (name !== null) return [{ range: [start, end] as const, text: `${before}${name}${behind}` }];
  return [
    { range: [start, range[0]] as const, text: before },
    { range: [range[1], end] as const, text: behind },
  ].filter(({ range: [from, to], text }) => from < to || text !== '');
}

/** Whether a parenthesis here would call what stands on the line before. */
function opensLine(tree: SyntaxTree, member: Node): boolean {
  let node: Node | null = member;
  while (node && node.type !== 'ExpressionStatement') {
    if (node.range[0] !== member.range[0]) return false;
    node = tree.parentOf(node);
  }
  return node?.range[0] === member.range[0] && codeStyleOf(tree.text).semicolon === '';
}
