import { lineEndAt, lineStartAt, previousLineEnd } from '../../../edits/line-bounds.js';
import type { Range, TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isBranchOfSettings, isSetting } from './setting-statement.js';
import { endsByItself, goesOnFrom, hasElseBehind } from './statement-ends.js';

/** Takes a statement out with its lines; `null` where a comment would be lost, or what stands around it would be empty or read as something else. */
export function removedSetting(tree: SyntaxTree, statement: Node): TextEdit | null {
  const around = tree.parentOf(statement);
  const range = ownRange(tree, statement);
  if (!around || holdsComment(tree, range)) return null;
  const siblings = siblingsIn(around);
  const isOnly = around.type === 'BlockStatement' && around.body.length === 1;
  if (isOnly || !siblings) return removedElse(tree, isOnly ? around : statement);
  const before = siblings[siblings.indexOf(statement) - 1];
  if (before && !endsByItself(tree, before) && goesOnFrom(tree, range[1])) return null;
  const edit = cut(tree, { statement, range, siblings });
  return edit && waitsForOthers(tree, statement, around, siblings) ? alone(tree, edit, siblings) : edit;
}

/** Without a semicolon that stands at the start of the next line: that one keeps two others apart. */
function ownRange({ text }: SyntaxTree, { range: [start, end] }: Node): Range {
  const source = text.slice(start, end);
  const own = source.replace(/;$/, '').trimEnd();
  return /[\r\n]/.test(source.slice(own.length)) ? [start, start + own.length] : [start, end];
}

/** `else body.top_p = topP` */
function removedElse(tree: SyntaxTree, branch: Node): TextEdit | null {
  const condition = tree.parentOf(branch);
  if (condition?.type !== 'IfStatement' || condition.alternate !== branch) return null;
  const range = [condition.consequent.range[1], ownRange(tree, branch)[1]] as const;
  if (holdsComment(tree, range) || hasElseBehind(tree, condition)) return null;
  return endsByItself(tree, condition.consequent) || !goesOnFrom(tree, range[1]) ? { range, text: '' } : null;
}

function siblingsIn(around: Node): readonly Node[] | null {
  switch (around.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return around.body;
    case 'SwitchCase':
      return around.consequent;
    default:
      return null;
  }
}

function holdsComment({ comments }: SyntaxTree, range: Range) {
  return comments.some((comment) => range[0] <= comment.range[0] && comment.range[1] <= range[1]);
}

interface Removed {
  readonly statement: Node;
  readonly range: Range;
  readonly siblings: readonly Node[];
}

function cut(tree: SyntaxTree, removed: Removed): TextEdit | null {
  const { text } = tree;
  const { range } = removed;
  const [start, end] = [lineStartAt(text, range[0]), lineEndAt(text, range[1])];
  const behind = tree.comments.find((comment) => comment.range[0] >= range[1] && comment.range[1] <= end);
  const isAlone =
    text.slice(start, range[0]).trim() === '' && text.slice(range[1], behind?.range[0] ?? end).trim() === '';
  if (!isAlone) return behind ? null : inline(tree, removed);
  if (behind && text.slice(behind.range[1], end).trim() !== '') return null;
  const first = lineStartAt(text, noteAbove(tree, range)?.[0] ?? range[0]);
  const above = previousLineEnd(text, first);
  // Of the blank lines around it one is enough.
  const from =
    isBlank(text, above) && isBlank(text, nextLine(text, end))
      ? previousLineEnd(text, lineStartAt(text, above))
      : above;
  return { range: [first === 0 ? 0 : from, end], text: '' };
}

function nextLine(text: string, lineEnd: number) {
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);
}

/** Whether the line that holds an offset is empty. */
function isBlank(text: string, offset: number) {
  return offset > 0 && text.slice(lineStartAt(text, offset), lineEndAt(text, offset)).trim() === '';
}

/** A statement that shares its line with its neighbours goes with the blanks on one side. */
function inline({ text }: SyntaxTree, { statement, range: [start, end], siblings }: Removed): TextEdit | null {
  const index = siblings.indexOf(statement);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const [gap, rest] = [text.slice(before?.range[1] ?? start, start), text.slice(end, after?.range[0] ?? end)];
  const isFirst = text.slice(lineStartAt(text, start), start).trim() === '';
  if (before && gap.trim() === '' && !(isFirst && after)) return { range: [before.range[1], end], text: '' };
  return after && rest.trim() === '' ? { range: [start, after.range[0]], text: '' } : null;
}

/** A comment on the line above that speaks of nothing but the statement: blank lines, or the ends of the block, stand around both. */
function noteAbove({ text, comments }: SyntaxTree, range: Range): Range | null {
  const note = comments.find(({ range: [, end] }) => end <= range[0] && isGap(text.slice(end, range[0])));
  if (!note) return null;
  const start = lineStartAt(text, note.range[0]);
  const above = text.slice(lineStartAt(text, previousLineEnd(text, start)), start).trim();
  const next = nextLine(text, lineEndAt(text, range[1]));
  const below = text.slice(next, lineEndAt(text, next)).trim();
  const isAlone = text.slice(start, note.range[0]).trim() === '';
  return isAlone && /^$|\{$/.test(above) && /^(?:$|\})/.test(below) ? note.range : null;
}

/** The end of one line and the start of the next. */
function isGap(between: string) {
  return between.length < 200 && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(between);
}

/**
 * The last of several statements of a branch that may all have to go waits until the others have gone: then the condition goes with it, or the `else`
 * does.
 */
function waitsForOthers(tree: SyntaxTree, statement: Node, around: Node, siblings: readonly Node[]) {
  return (
    siblings.length > 1 &&
    siblings.at(-1) === statement &&
    isBranchOfSettings(tree, around) &&
    siblings.every((each) => isSetting(tree, each))
  );
}

/** The same edit, written so that it overlaps those of all the others. */
function alone({ text }: SyntaxTree, { range: [start, end] }: TextEdit, [first]: readonly Node[]): TextEdit {
  const from = first?.range[0] ?? start;
  return { range: [from, end], text: text.slice(from, start) };
}
