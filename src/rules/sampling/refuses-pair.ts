import type { ModelConstraints } from '../../catalog/constraints.js';

/** Whether a model takes `temperature` or `top_p` and not both. One that refuses each of them is no-removed-sampling's. */
export function refusesPair({ sampling }: ModelConstraints): boolean {
  return sampling.temperatureWithTopP === false && sampling.temperature !== false && sampling.topP !== false;
}

/** Whether a model takes neither `temperature` nor `top_p`. */
export function takesNeither({ sampling }: ModelConstraints): boolean {
  return sampling.temperature === false && sampling.topP === false;
}
