import type { ModelConstraints } from '../../catalog/constraints.js';
import type { Document } from '../../documents/document.js';
import type { Level } from '../../documents/facts.js';
import type { SamplingPair } from '../../documents/sampling-pair.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import type { Refusal } from '../request/refusal-of.js';
import { nobodySaysWhich, refusalOf } from '../request/refusal-of.js';

/** A pair that no known call is seen to send, and that its model refuses. */
export interface RefusedPair {
  readonly pair: SamplingPair;
  readonly refusal: Refusal;
  readonly level: Level;
  /** Why it stays as it is; `null` where every model it is for refuses it. */
  readonly unrepaired: string | null;
}

/** The pairs of a document without a known call that are refused. */
export function refusedPairs(
  document: Document,
  policy: Policy,
  refuses: (constraints: ModelConstraints) => boolean,
): readonly RefusedPair[] {
  return document.samplingPairs.flatMap((pair) => {
    const refusals = pair.models.length === 0 ? [refusalFor(null)] : pair.models.map(refusalFor);
    const refusal = refusals.find((each) => each !== null);
    if (!refusal || (refusal.basis === 'target' && isUnknown(pair) && document.parseError === null)) return [];
    const isForAll = refusals.every((each) => each !== null);
    const isOfTest = pair.isExpected || isTestPath(document.path);
    const level = isOfTest ? 'note' : 'warning';
    const unrepaired = isOfTest
      ? 'a test says what it sends'
      : pair.isCompletion
        ? 'its request must be rewritten with it'
        : isForAll
          ? refusal.basis === 'target'
            ? nobodySaysWhich
            : null
          : 'other models of the table take it';
    return [{ pair, refusal, level, unrepaired }];
  });

  function refusalFor(id: string | null) {
    const range = [0, 0] as const;
    const model =
      id === null ? ({ kind: 'unknown', range } as const) : ({ kind: 'text', text: id, range, path: null } as const);
    return refusalOf({ model, region: null, provesClaude: true }, policy, refuses);
  }
}

/** Whether any Claude may be sent a pair, as far as the file says, and the pair would stay as it is. */
export function isOfAnyModel(pair: SamplingPair): boolean {
  return pair.models.length === 0 && !isUnknown(pair) && !pair.isExpected && !pair.isCompletion;
}

/** Nothing known of the model and nothing of the values is no reason to speak. */
function isUnknown({ temperature, topP }: SamplingPair) {
  return temperature.value.kind === 'unknown' && topP.value.kind === 'unknown';
}
