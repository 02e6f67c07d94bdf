import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { StaticValue } from '../documents/static-value.js';

/** Every place where a setting of the environment is given an ID. */
export type IdsOf = (name: string) => readonly StaticValue[];

/**
 * The calls of a document, with the models that settings of the project give them beside what the code says. A text completion keeps to what the
 * code says: an ID elsewhere can't be moved together with its request and its answer.
 */
export function withSettings({ modelCalls, textCompletions }: Document, idsOf: IdsOf): readonly ModelCall[] {
  const apart = new Set(
    textCompletions.flatMap((each) => (each.kind === 'request' ? [each.call] : 'calls' in each ? each.calls : [])),
  );
  const set = modelCalls.map((call) => {
    const model = apart.has(call) ? call.model : settled(call.model, idsOf);
    return model === call.model ? call : { ...call, model };
  });
  return set.some((call, index) => call !== modelCalls[index]) ? set : modelCalls;
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
