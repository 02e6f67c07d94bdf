import type { TextPart } from '../documents/prompt.js';
import type { CallModels } from './cache-models.js';
import { loosestMinimum } from './cache-models.js';
import type { DynamicPiece } from './dynamic-pieces.js';
import { textBand } from './token-estimate/token-band.js';

/** Whether a point before a piece is worth having: more stands before it than behind it in its block, and not surely too little for a cache. */
export function isWorthCaching({ part, at, before }: DynamicPiece, models: CallModels | null): boolean {
  const parts = 'parts' in at.block ? at.block.parts : [];
  const index = parts.indexOf(part);
  const head = parts.slice(0, index);
  const prefix = [...before.flatMap(({ block }) => ('parts' in block ? block.parts : [])), ...head];
  const hasUnseen = before.some(({ block }) => !('parts' in block) && block.kind !== 'point');
  if (before.length === 0 && lengthOf(parts.slice(index + 1)) > lengthOf(head) && !head.some(isUnknown)) return false;
  const minimum = models?.isExhaustive === true ? loosestMinimum(models.models) : null;
  if (models === null || minimum === null || hasUnseen || prefix.some(isUnknown)) return true;
  return textBand(prefix.map(textOf).join(''), models.models).high >= minimum;
}

/** How many letters of some parts are known. */
export function lengthOf(parts: readonly TextPart[]): number {
  return parts.reduce((sum, part) => sum + textOf(part).length, 0);
}

function isUnknown({ kind }: TextPart) {
  return kind === 'unknown';
}

function textOf(part: TextPart) {
  return part.kind === 'static' ? part.text : '';
}
