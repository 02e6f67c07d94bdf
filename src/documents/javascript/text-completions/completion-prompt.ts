import type { TextEdit } from '../../../edits/text-edit.js';
import { applyEdits } from '../../../edits/apply-edits.js';
import { codeStyleOf } from '../../../edits/code-style.js';
import type { CompletionTurn } from '../../text-completion.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { type Piece, piecesOf } from './prompt-pieces.js';
import { promptSource } from './prompt-source.js';
import { turnsOf } from './prompt-turns.js';

/** A prompt as a Messages request says it; its code is right once the edits are made. */
export interface RewrittenPrompt {
  readonly system: string | null;
  readonly turns: readonly CompletionTurn[];
  readonly edits: readonly TextEdit[];
}

/** Takes the value of `prompt` apart, where it is written, or in the body when it is written there. */
export function rewrittenPrompt(
  tree: SyntaxTree,
  value: Node,
  reach: Reach,
): RewrittenPrompt | { readonly obstacle: string } {
  const texts = promptSource(tree, value);
  const [text, another] = texts ?? [];
  if (!texts || !text) return { obstacle: 'its prompt is put together by other code' };
  const isInline = another === undefined && text === unwrap(value);
  const edits: TextEdit[] = [];
  let named: RewrittenPrompt | null = null;
  for (const each of texts) {
    const pieces = piecesOf(tree, each);
    const split = turnsOf(tree, pieces, reach);
    if ('obstacle' in split) return split;
    if (hasComments(tree, each, pieces)) return { obstacle: 'comments stand between the parts of its prompt' };
    if (isInline) return { ...split, edits: [] };
    const [only, more] = split.turns;
    if (only && !more && split.system === null) edits.push({ range: each.range, text: only.content });
    else if (another === undefined) named = splitDeclaration(tree, value, each, split);
    if (!only || ((more || split.system !== null) && !named))
      return { obstacle: 'its prompt has several turns and is put together apart from the body' };
  }
  if (named) return named;
  const isWithin = ({ range }: TextEdit) => value.range[0] <= range[0] && range[1] <= value.range[1];
  return {
    system: null,
    turns: [{ role: 'user', content: editedCode(tree, value, edits.filter(isWithin)) }],
    edits: edits.filter((edit) => !isWithin(edit)),
  };
}

/** Whether a text has comments that go where its parts are joined. */
function hasComments({ comments }: SyntaxTree, { range: [start, end] }: Node, pieces: readonly Piece[]): boolean {
  return comments.some(({ range }) => {
    const isInHole = pieces.some(
      (piece) => piece.kind === 'hole' && piece.node.range[0] <= range[0] && range[1] <= piece.node.range[1],
    );
    return start < range[0] && range[1] < end && !isInHole;
  });
}

/** Code of an expression with edits made in it. */
function editedCode(tree: SyntaxTree, { range }: Node, edits: readonly TextEdit[]): string {
  const [start] = range;
  return applyEdits(
    tree.text.slice(...range),
    edits.map((edit) => ({ range: [edit.range[0] - start, edit.range[1] - start], text: edit.text })),
  );
}

/** `const prompt = …` becomes `const messages = …`, where the name is free. */
function splitDeclaration(
  tree: SyntaxTree,
  value: Node,
  text: Node,
  { system, turns }: Pick<RewrittenPrompt, 'system' | 'turns'>,
): RewrittenPrompt | null {
  const variable = tree.variableOf(unwrap(value));
  const declarator = variable?.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init || unwrap(declarator.init) !== text) return null;
  const statement = tree.parentOf(declarator);
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return null;
  const reads = variable?.references.filter(({ init }) => init !== true).length;
  if (statement.kind !== 'const' || declarator.id.type !== 'Identifier' || declarator.id.typeAnnotation || reads !== 1)
    return null;
  // Turns are put together where the prompt was, of which the last one keeps the name.
  const own = declarator.id.name;
  const last = turns.length - 1;
  const named = turns.map(({ role, content }, index) => ({
    role,
    content,
    name: index === last ? own : `turn${index + 1}`,
  }));
  const declared = [...(system === null ? [] : [{ name: 'systemPrompt', content: system }]), ...named];
  if (declared.some(({ name }) => name !== own && isTaken(tree, name))) return null;
  const { semicolon, lineEnd } = codeStyleOf(tree.text);
  const hasEnd = tree.text.charAt(statement.range[1] - 1) === ';';
  const start = tree.text.lastIndexOf('\n', statement.range[0]) + 1;
  const indent = /^[ \t]*/.exec(tree.text.slice(start, statement.range[0]))?.[0] ?? '';
  return {
    system: system === null ? null : 'systemPrompt',
    turns: named.map(({ role, name }) => ({ role, content: name })),
    edits: [
      {
        range: statement.range,
        text: declared
          .map(({ name, content }) => `const ${name} = ${content}${semicolon}`)
          .join(`${lineEnd}${indent}`)
          .slice(0, hasEnd ? undefined : -semicolon.length || undefined),
      },
    ],
  };
}

function isTaken(tree: SyntaxTree, name: string) {
  return tree.all('Identifier').some((identifier) => identifier.name === name);
}
