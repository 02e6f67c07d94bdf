import type { LifecycleOn } from '../../catalog/catalog.js';
import type { Day } from '../../catalog/schema.js';
import type { InOut, Prices } from '../follow-ups/model-row.js';

/** `$1/$5 global, $1.1/$5.5 regional per million tokens in/out`. */
export function describePrices({ global, regional }: Prices): string {
  const parts = [
    ...(global === null ? [] : [`${dollars(global)} global`]),
    ...(regional === null ? [] : [`${dollars(regional)} regional`]),
  ];
  return parts.length === 0 ? 'price not known' : `${parts.join(', ')} per million tokens in/out`;
}

type Life = Pick<LifecycleOn, 'endOfLifeNotBefore' | 'noticeMonths'>;

/** How long a model is promised to stay. */
export function describeLife({ endOfLifeNotBefore, noticeMonths }: Life, asOf: Day): string {
  if (noticeMonths !== null)
    return `active: it stays at least ${String(noticeMonths)} months from the day it becomes Legacy`;
  if (endOfLifeNotBefore === null) return 'end of life not announced';
  return endOfLifeNotBefore > asOf
    ? `end of life not before ${endOfLifeNotBefore}`
    : `guaranteed until ${endOfLifeNotBefore}: it may become Legacy any day`;
}

function dollars({ input, output }: InOut) {
  return `$${input}/$${output}`;
}
