import type { StaticValue } from '../../static-value.js';
import { piecesOf, type Piece } from './compositions.js';
import type { Reach } from '../values/objects.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** The model of a call, where a composition makes its ID: what names it is the bare ID in one of the parts, and that is what moves. */
export function compositionNames(value: StaticValue, tree: SyntaxTree, reach: Reach): StaticValue {
  if (value.kind === 'oneOf')
    return { ...value, values: value.values.map((each) => compositionNames(each, tree, reach)) };
  if (value.kind !== 'text' && value.kind !== 'template') return value;
  const pieces = value.path === tree.path ? piecesOf(tree, reach).filter((piece) => isAt(piece, value.range)) : [];
  const [piece] = pieces;
  if (!piece) return value;
  return pieces.length === 1
    ? { ...value, range: piece.range, path: piece.path }
    : { kind: 'oneOf', values: pieces.flatMap(textsOf), range: value.range };
}

function isAt({ composition }: Piece, [start, end]: StaticValue['range']) {
  return composition.range[0] === start && composition.range[1] === end;
}

function textsOf({ geographies, text, range, path }: Piece): readonly StaticValue[] {
  return geographies.map(({ scope }) =>
    scope === null
      ? { kind: 'template', parts: [null, `.${text}`], range, path }
      : { kind: 'text', text: `${scope}.${text}`, range, path },
  );
}
