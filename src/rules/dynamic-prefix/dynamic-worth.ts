import type { CatalogModel } from '../../catalog/schema.js';
import type { TextPart } from '../../documents/prompt.js';
import type { CallModels } from '../caching/cache-models.js';
import { loosestMinimum } from '../caching/cache-models.js';
import type { DynamicPiece } from './dynamic-pieces.js';
import { textBand } from '../token-estimate/token-band.js';

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

/**
 * Whether requests and users that differ in a piece share anything worth a cache with one another. Where they don't, the piece is what is cached: a
 * document that many questions are asked about.
 */
export function sharesCache({ part: { cause }, prefix }: DynamicPiece, models: readonly CatalogModel[]): boolean {
  if (cause !== 'request' && cause !== 'user') return true;
  const blocks = prefix.flatMap(({ block }) => (block.kind === 'point' ? [] : [block]));
  const parts = blocks.flatMap((block) => ('parts' in block ? block.parts : []));
  if (parts.some(isUnknown) || blocks.some((block) => !('parts' in block))) return true;
  const minimum = loosestMinimum(models.filter(({ promptCaching }) => promptCaching.minTokens !== null));
  return minimum === null || textBand(parts.map(textOf).join(''), models).high >= minimum;
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
