import type { CompletionTurn } from '../../text-completion.js';
import type { Reach } from '../values/reach.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { obstacleInHole } from './prompt-holes.js';
import { anyMark, firstMark, lastMark, turnMark, withoutBlanksBefore, withoutBlanksBehind } from './prompt-marks.js';
import { codeOf, type Piece } from './prompt-pieces.js';

/** A prompt as a Messages request says it, or why that can't be told. */
export type Turns =
  { readonly system: string | null; readonly turns: readonly CompletionTurn[] } | { readonly obstacle: string };

interface Segment {
  readonly role: 'system' | 'user' | 'assistant';
  readonly pieces: readonly Piece[];
}

/** Splits a prompt at its marks. What cannot be told apart from a turn for sure is left to a person. */
export function turnsOf(tree: SyntaxTree, pieces: readonly Piece[], reach: Reach): Turns {
  const segments = withoutAnswer(segmentsOf(pieces)).map((segment) => ({
    ...segment,
    pieces: trimmed(segment.pieces),
  }));
  const [first, ...others] = segments;
  const system = first?.role === 'system' && first.pieces.length > 0 ? first : null;
  const spoken = first?.role === 'system' ? others : segments;
  const last = spoken.at(-1);
  // The last turn of the model is empty where the prompt does not begin its answer.
  const said = last?.role === 'assistant' && last.pieces.length === 0 ? spoken.slice(0, -1) : spoken;
  const obstacle = obstacleIn(tree, system, said, reach);
  if (obstacle !== null) return { obstacle };
  return {
    system: system && codeOf(tree, system.pieces),
    turns: said.map(({ role, pieces: parts }) => ({
      role: role === 'assistant' ? 'assistant' : 'user',
      content: codeOf(tree, parts),
    })),
  };
}

function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Segment[] = [];
  let [role, inside]: [Segment['role'], Piece[]] = ['system', []];
  const begin = (speaker: string | undefined) => {
    segments.push({ role, pieces: inside });
    [role, inside] = [speaker === 'Human' ? 'user' : 'assistant', []];
  };
  pieces.forEach((piece, index) => {
    if (piece.kind === 'hole') {
      inside.push(piece);
      return;
    }
    let from = 0;
    const opening = index === 0 ? firstMark.exec(piece.raw) : null;
    if (opening) {
      begin(opening[1]);
      from = opening[0].length;
    }
    for (const mark of piece.raw.matchAll(turnMark)) {
      if (mark.index < from) continue;
      inside.push({ ...piece, raw: piece.raw.slice(from, mark.index) });
      begin(mark[1]);
      from = mark.index + mark[0].length;
    }
    inside.push({ ...piece, raw: piece.raw.slice(from) });
  });
  return [...segments, { role, pieces: inside }];
}

/** Without the mark at the very end, which some prompts write on the line of the question. */
function withoutAnswer(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.at(-1);
  const end = last?.pieces.at(-1);
  const mark = last?.role === 'user' && end?.kind === 'text' ? lastMark.exec(end.raw) : null;
  if (!last || end?.kind !== 'text' || !mark) return segments;
  const rest = { ...end, raw: end.raw.slice(0, mark.index) };
  return [...segments.slice(0, -1), { ...last, pieces: [...last.pieces.slice(0, -1), rest] }];
}

/** Without blanks at both ends, and without texts that are empty. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.length - 1;
  return pieces
    .map((piece, index) => {
      if (piece.kind === 'hole') return piece;
      const raw = index === 0 ? withoutBlanksBefore(piece.raw) : piece.raw;
      return { ...piece, raw: index === last ? withoutBlanksBehind(raw) : raw };
    })
    .filter((piece) => piece.kind === 'hole' || piece.raw !== '');
}

function obstacleIn(tree: SyntaxTree, system: Segment | null, turns: readonly Segment[], reach: Reach): string | null {
  if (turns[0]?.role !== 'user') return 'its prompt has no turn of the user that begins with `Human:`';
  if (turns.some(({ pieces }) => pieces.length === 0)) return 'a turn of its prompt is empty';
  for (const segment of system ? [system, ...turns] : turns) {
    for (const piece of segment.pieces) {
      if (piece.kind === 'text' && anyMark.test(piece.raw))
        return 'a line of its prompt begins with the name of a speaker and may be no turn';
      const inHole = piece.kind === 'hole' ? obstacleInHole(tree, piece.node, segment.role === 'system', reach) : null;
      if (inHole !== null) return inHole;
    }
  }
  return null;
}
