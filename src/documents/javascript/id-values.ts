import type { StaticValue } from '../static-value.js';
import { namedModel } from './named-model.js';
import type { Located, Reach } from './objects.js';

type Text = Extract<StaticValue, { kind: 'text' }>;

/** The texts that an expression may be, each with the place that spells it. */
export function idValues(place: Located, reach: Reach): readonly Text[] {
  return textsIn(namedModel(place, reach));
}

function textsIn(value: StaticValue): readonly Text[] {
  if (value.kind === 'oneOf') return value.values.flatMap(textsIn);
  return value.kind === 'text' ? [value] : [];
}
