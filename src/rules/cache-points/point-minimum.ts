import type { TextPart } from '../../documents/prompt.js';
import { loosestMinimum } from '../caching/cache-models.js';
import type { CachingCall, PointFinding } from './point-finding.js';
import { levelFor, rangeFor } from './point-finding.js';
import { isPrefixSeen } from './point-places.js';
import { textBand } from '../token-estimate/token-band.js';

/** Tokens that a request puts around its text: more than any block needs, and more than any model's own words about tools. */
const aroundBlock = 20;
const aroundTools = 1000;

/** Points of a call that caches nothing: too little stands before them all, or its model has no caching. */
export function* uselessPoints(caching: CachingCall): Iterable<PointFinding> {
  const { models, points } = caching;
  const last = points.at(-1);
  if (models === null || last === undefined || last.order === 0) return;
  if (models.isNamed && models.models.every(({ promptCaching }) => promptCaching.maxPoints === 0)) {
    yield {
      messageId: 'noCaching',
      data: { name: listed(models.models.map(({ name }) => name)) },
      range: rangeFor(last.block.place, caching),
      level: levelFor(caching, 'warning'),
      repairs: [],
      unrepaired: 'the model decides',
    };
    return;
  }
  const minimum = models.isExhaustive ? loosestMinimum(models.models) : null;
  const tokens = minimum === null ? null : mostBeforeLast(caching);
  if (minimum === null || tokens === null || tokens >= minimum) return;
  yield {
    messageId: 'belowMinimum',
    data: {
      tokens: Math.min(Math.ceil(tokens / 10) * 10, minimum - 1).toLocaleString('en-US'),
      minimum: minimum.toLocaleString('en-US'),
      name: models.isNamed ? listed(models.models.map(({ name }) => name)) : 'every active Claude',
    },
    range: rangeFor(last.block.place, caching),
    level: levelFor(caching, 'warning'),
    repairs: [],
    unrepaired: 'more text, another model or no point: that is a choice',
  };
}

/** The most tokens that can stand before the last point, where every word of it is known. */
function mostBeforeLast({ prompt, blocks, points, models }: CachingCall) {
  const last = points.at(-1);
  if (models === null || last === undefined || !isPrefixSeen(prompt, blocks, last)) return null;
  let tokens = last.order * aroundBlock + (prompt.tools === null ? 0 : aroundTools);
  for (const { block } of blocks.slice(0, last.order)) {
    if (block.kind === 'point') continue;
    if (block.kind !== 'text' && block.kind !== 'tool') return null;
    const text = textOf(block.parts);
    if (text === null) return null;
    tokens += textBand(text, models.models).high;
  }
  return tokens;
}

function textOf(parts: readonly TextPart[]) {
  const texts: string[] = [];
  for (const part of parts) {
    if (part.kind !== 'static') return null;
    texts.push(part.text);
  }
  return texts.join('');
}

function listed(names: readonly string[]) {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(new Set(names));
}
