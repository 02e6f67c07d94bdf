import type { GivenModel, ModelCall } from './facts.js';
import type { StaticValue } from './static-value.js';
import { alternativesOf, textsOf } from './static-value.js';

/**
 * The calls, with the models that other code gives them beside those that the code names where it makes them. A call that names none stays one
 * whose model only the running program knows.
 */
export function withGiven(
  calls: readonly ModelCall[],
  givenTo: (inlet: string) => readonly GivenModel[],
): readonly ModelCall[] {
  return calls.map((call) => {
    const named = textsOf(call.model);
    if (named.length === 0) return call;
    const others = (call.inlets ?? [])
      .flatMap(givenTo)
      .map(({ model }) => model)
      .filter(({ range, path }) => !named.some((each) => each.path === path && each.range[0] === range[0]));
    return others.length > 0 ? { ...call, model: oneOf(call.model, others) } : call;
  });
}

function oneOf(value: StaticValue, others: readonly StaticValue[]): StaticValue {
  return {
    kind: 'oneOf',
    values: [...alternativesOf(value), ...others],
    range: value.range,
  };
}
