import { isTaken } from '../../catalog/request-words.js';
import type { RequestField } from '../../documents/request.js';
import type { StaticValue } from '../../documents/static-value.js';

/** The parameters that steer how a model picks its words. */
export type SamplingSetting = 'temperature' | 'topP' | 'topK';

/** Whether a parameter is surely set to what a model without sampling parameters does anyway. */
export function isDefaultValue(setting: SamplingSetting, { value }: Pick<RequestField, 'value'>): boolean {
  return numbersOf(value).every((number) => isTaken('unset', setting, number));
}

/** A value nobody knows is none. */
function numbersOf(value: StaticValue): readonly number[] {
  if (value.kind === 'oneOf') return value.values.flatMap(numbersOf);
  return [value.kind === 'number' ? value.number : Number.NaN];
}
