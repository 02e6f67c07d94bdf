import type { ModelGate } from './facts.js';
import { isTame, opensFor } from './gate-opens.js';

/** A condition on which code asks a model for something, as far as it asks which model that is. */
export type ModelCondition =
  | { readonly kind: 'gate'; readonly gate: ModelGate }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ModelCondition[] }
  | { readonly kind: 'not'; readonly of: ModelCondition }
  /** Something is asked about the model that only the running program can answer. */
  | { readonly kind: 'asked' }
  /** Something else is asked. */
  | { readonly kind: 'other' };

/** What a condition comes to for a model; `open` where that hangs on something else, `unknown` where nobody can tell how the model is judged. */
export type ConditionAnswer = 'yes' | 'no' | 'open' | 'unknown';

/** What a condition comes to where the model is called by this ID. */
export function answerFor(condition: ModelCondition, id: string): ConditionAnswer {
  switch (condition.kind) {
    case 'gate':
      return isTame(condition.gate) ? (opensFor(condition.gate, id) ? 'yes' : 'no') : 'unknown';
    case 'asked':
      return 'unknown';
    case 'other':
      return 'open';
    case 'not':
      return opposite[answerFor(condition.of, id)];
    case 'all':
      return strongest(condition.of, id, ['no', 'unknown', 'open', 'yes']);
    case 'any':
      return strongest(condition.of, id, ['yes', 'unknown', 'open', 'no']);
  }
}

/** Whether a condition asks about the model at all. */
export function asksAboutModel(condition: ModelCondition): boolean {
  switch (condition.kind) {
    case 'gate':
    case 'asked':
      return true;
    case 'other':
      return false;
    case 'not':
      return asksAboutModel(condition.of);
    case 'all':
    case 'any':
      return condition.of.some(asksAboutModel);
  }
}

/** Both conditions at once; `undefined` where there is none. */
export function bothOf(one: ModelCondition | undefined, other: ModelCondition | undefined): ModelCondition | undefined {
  return one && other ? { kind: 'all', of: [one, other] } : (one ?? other);
}

const opposite = { yes: 'no', no: 'yes', open: 'open', unknown: 'unknown' } as const;

/** The first of `order` that one of the conditions comes to; the last for none at all. */
function strongest(
  conditions: readonly ModelCondition[],
  id: string,
  order: readonly [ConditionAnswer, ConditionAnswer, ConditionAnswer, ConditionAnswer],
): ConditionAnswer {
  const answers = new Set(conditions.map((each) => answerFor(each, id)));
  return order.find((answer) => answers.has(answer)) ?? order[3];
}
