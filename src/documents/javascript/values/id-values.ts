import { textsOf, type TextValue } from '../../static-value.js';
import { namedModel } from './named-model.js';
import type { Located, Reach } from './objects.js';

/** The texts that an expression may be, each with the place that spells it. */
export function idValues(place: Located, reach: Reach): readonly TextValue[] {
  return textsOf(namedModel(place, reach));
}
