import { codeStyleOf } from '../../../edits/code-style.js';
import { lineStartAt } from '../../../edits/line-bounds.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import type { AnswerRead } from './answer-uses.js';
import { emptyText, joinedText } from './text-code.js';

type Pattern = Extract<Node, { type: 'ObjectPattern' }>;
type Statement = Extract<Node, { type: 'VariableDeclaration' }>;

/** `const { completion, stop_reason } = …`, a statement of its own. */
export interface AnswerPattern {
  readonly pattern: Pattern;
  readonly statement: Statement;
  readonly init: Node;
  readonly names: readonly { readonly name: string; readonly local: string; readonly property: Node }[];
  readonly isEvent: boolean;
}

/** The pattern that a property of an answer is read by, where it gives names to parts of the answer and nothing more. */
export function answerPattern(tree: SyntaxTree, { node, use }: AnswerRead): AnswerPattern | null {
  const pattern = tree.parentOf(node);
  const declarator = pattern && tree.parentOf(pattern);
  const statement = declarator && tree.parentOf(declarator);
  const block = statement && tree.parentOf(statement);
  if (pattern?.type !== 'ObjectPattern' || declarator?.type !== 'VariableDeclarator' || !declarator.init) return null;
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null;
  if (block?.type !== 'Program' && block?.type !== 'BlockStatement') return null;
  const names = pattern.properties.flatMap((property) => {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    const local = property.value?.type === 'Identifier' ? property.value.name : null;
    return name !== null && local !== null ? [{ name, local, property }] : [];
  });
  return names.length === pattern.properties.length
    ? { pattern, statement, init: declarator.init, names, isEvent: use.value.kind === 'event' }
    : null;
}

/** Declarations that stand where a statement stands, each on a line. */
export function declarations(
  tree: SyntaxTree,
  statement: Statement,
  values: readonly (readonly [string, string])[],
): string {
  const end = tree.text.charAt(statement.range[1] - 1) === ';' ? ';' : '';
  return values.map(([name, value]) => `${statement.kind} ${name} = ${value}${end}`).join(lineBehind(tree, statement));
}

/** A line end, and the indentation of a statement. */
export function lineBehind({ text }: SyntaxTree, { range: [start] }: Node): string {
  const indent = /^[ \t]*/.exec(text.slice(lineStartAt(text, start), start))?.[0] ?? '';
  return `${codeStyleOf(text).lineEnd}${indent}`;
}

/** A pattern of several names, as one of a Messages answer or of an event; the names mean below what they meant. */
export function patternEdits(tree: SyntaxTree, read: AnswerRead): readonly TextEdit[] | null {
  const found = answerPattern(tree, read);
  if (!found) return null;
  const { statement, names, isEvent } = found;
  const whole = isEvent ? 'delta' : 'content';
  const isTaken = tree.all('Identifier').some(({ name }) => name === whole);
  if (isTaken || !names.every(({ name }) => Object.hasOwn(words, name))) return null;
  const below = names.filter(({ name }) => isEvent || name === 'completion');
  const values = below.map(({ name, local }): readonly [string, string] => [local, valueOf(tree, name, isEvent)]);
  const end = statement.range[1];
  return [
    ...(isEvent ? eventPattern(found) : names.flatMap((each) => answerName(each))),
    { range: [end, end], text: `${lineBehind(tree, statement)}${declarations(tree, statement, values)}` },
  ];
}

const words: Readonly<Record<string, string>> = {
  completion: 'content',
  stop_reason: 'stop_reason',
  stop: 'stop_sequence',
};

function valueOf(tree: SyntaxTree, name: string, isEvent: boolean): string {
  if (name !== 'completion') return `delta?.${words[name] ?? name}`;
  return isEvent ? `delta?.text ?? ${emptyText(tree)}` : `content${joinedText(tree)}`;
}

function answerName({ name, local, property }: AnswerPattern['names'][number]): readonly TextEdit[] {
  if (name === 'stop_reason') return [];
  return [{ range: property.range, text: name === 'completion' ? 'content' : `stop_sequence: ${local}` }];
}

/** All that is read of an event is in its `delta`. */
function eventPattern({ names }: AnswerPattern): readonly TextEdit[] {
  const [first, last] = [names[0]?.property, names.at(-1)?.property];
  return first && last ? [{ range: [first.range[0], last.range[1]], text: 'delta' }] : [];
}
