import { codeStyleOf } from '../../../edits/code-style.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { AnswerRead } from './answer-uses.js';

/**
 * `const parsed = JSON.parse(…)` in the body of a loop over a stream, of which nothing but the text is read: one line behind
 * it passes over the events that bring no text, and each of the others is handled as one chunk was. `null` where the code is
 * not that simple.
 */
export function chunkGuard(tree: SyntaxTree, reads: readonly AnswerRead[]): readonly TextEdit[] | null {
  const chunk = plainChunk(tree, reads);
  if (!chunk) return null;
  const { quote, semicolon, lineEnd } = codeStyleOf(tree.text);
  const [start, end] = chunk.statement.range;
  const lineStart = tree.text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(tree.text.slice(lineStart, start))?.[0] ?? '';
  const guard = `if (${chunk.name}.delta?.type !== ${quote}text_delta${quote}) continue${semicolon}`;
  return [{ range: [end, end], text: `${lineEnd}${indent}${guard}` }, ...reads.flatMap(({ node }) => textOf(node))];
}

/** The chunk of a loop of which nothing but the text is read, and nothing is asked. */
export function plainChunk(
  tree: SyntaxTree,
  reads: readonly AnswerRead[],
): { readonly statement: Node; readonly name: string } | null {
  const [first] = reads;
  const name = first && objectName(first);
  const variable = name ? tree.variableOf(name) : null;
  const declarator = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (!variable || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  const isPlain = reads.every((read) => {
    const object = objectName(read);
    const parent = tree.parentOf(read.node);
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === read.node;
    const isOfVariable = object !== null && tree.variableOf(object) === variable;
    return read.name === 'completion' && read.use.value.kind === 'event' && isOfVariable && !isWritten;
  });
  const statement = tree.parentOf(declarator);
  const body = statement ? tree.parentOf(statement) : null;
  const loop = body ? tree.parentOf(body) : null;
  // What else the code does with an event it may do with any.
  const isOnlyRead = variable.references.filter(({ init }) => init !== true).length === reads.length;
  const tests = reads.some(({ node }) => tree.parentOf(node)?.type === 'IfStatement');
  if (
    !isPlain ||
    !isOnlyRead ||
    tests ||
    !statement ||
    body?.type !== 'BlockStatement' ||
    loop?.type !== 'ForOfStatement'
  )
    return null;
  return { statement, name: declarator.id.name };
}

function objectName({ node }: AnswerRead): Node | null {
  return node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier' && !node.optional
    ? node.object
    : null;
}

function textOf(node: Node): readonly TextEdit[] {
  return node.type === 'MemberExpression' ? [{ range: node.property.range, text: 'delta.text' }] : [];
}
