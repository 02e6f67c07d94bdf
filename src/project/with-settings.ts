import type { ModelCall } from '../documents/facts.js';
import type { StaticValue } from '../documents/static-value.js';

/** Every place where a setting of the environment is given an ID. */
export type IdsOf = (name: string) => readonly StaticValue[];

/** The calls, with the models that settings of the project give them beside what the code says. */
export function withSettings(calls: readonly ModelCall[], idsOf: IdsOf): readonly ModelCall[] {
  return calls.map((call) => {
    const model = settled(call.model, idsOf);
    return model === call.model ? call : { ...call, model };
  });
}

function settled(value: StaticValue, idsOf: IdsOf): StaticValue {
  if (!settingsIn(value).some((name) => idsOf(name).length > 0)) return value;
  return { kind: 'oneOf', values: alternatives(value, idsOf), range: value.range };
}

function settingsIn(value: StaticValue): readonly string[] {
  if (value.kind === 'oneOf') return value.values.flatMap(settingsIn);
  return value.kind === 'unknown' ? (value.environment ?? []) : [];
}

/** Where the program runs the setting may still be another. */
function alternatives(value: StaticValue, idsOf: IdsOf): readonly StaticValue[] {
  if (value.kind === 'oneOf') return value.values.flatMap((each) => alternatives(each, idsOf));
  return [value, ...settingsIn(value).flatMap(idsOf)];
}
