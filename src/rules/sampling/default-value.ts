import type { RequestField } from '../../documents/request.js';
import type { StaticValue } from '../../documents/static-value.js';

/** The parameters that steer how a model picks its words. */
export type SamplingSetting = 'temperature' | 'topP' | 'topK';

/**
 * What a model without sampling parameters takes of them all the same, in version bedrock-2023-05-31 of the API: the values that mean its default
 * (cards of Claude Fable 5 and Claude Haiku 5.5: temperature 1, top_p from 0.99).
 */
const defaults: Readonly<Record<SamplingSetting, readonly [from: number, to: number] | null>> = {
  temperature: [1, 1],
  topP: [0.99, 1],
  topK: null,
};

/** Whether a parameter is surely set to what the model does without it. */
export function isDefaultValue(setting: SamplingSetting, { value }: Pick<RequestField, 'value'>): boolean {
  const range = defaults[setting];
  return range !== null && numbersOf(value).every((number) => number >= range[0] && number <= range[1]);
}

/** A value nobody knows is none. */
function numbersOf(value: StaticValue): readonly number[] {
  if (value.kind === 'oneOf') return value.values.flatMap(numbersOf);
  return [value.kind === 'number' ? value.number : Number.NaN];
}
