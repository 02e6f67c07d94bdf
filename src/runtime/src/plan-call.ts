import type { CallOptions } from './call-options.js';
import { isSameModel } from './request-for.js';
import type { OpenRequest } from './request-for.js';
import type { Selection, TierTarget } from './router-options.js';
import { calledId, toTarget } from './select-model.js';

/** Which models a call may go to. */
export interface CallPlan {
  /** In the order they are asked. */
  readonly targets: readonly TierTarget[];
  /** Every model that this prompt may go to, now or in a later call. */
  readonly models: readonly string[];
  /** What the router said, if there is one. */
  readonly selection: Partial<Selection>;
}

/** The models of a call: the one that the request or the router names, then its fallbacks. */
export async function planCall(input: OpenRequest, options: CallOptions): Promise<CallPlan> {
  const { router, fallback } = options;
  const { modelId } = input;
  if (!router && !modelId) throw new TypeError('Name a `modelId` or pass a `router`.');
  const routed = { ...(await router?.route(input, options)) };
  const { target = toTarget(modelId ?? ''), request: _, ...selection } = routed;
  const fallbacks = (fallback ?? target.fallback ?? []).map(toTarget);
  // Another profile of the same model is called as that model is.
  const all = [target, ...fallbacks].map((next) =>
    isSameModel(target, next.modelId) ? { ...target, profile: undefined, ...next } : next,
  );
  return {
    targets: [...new Map(all.map((one) => [calledId(one), one])).values()],
    models: [...all.map((one) => one.modelId), ...(router?.modelIds ?? [])],
    selection,
  };
}
