import type { CallLimit } from './call-limit.js';
import type { CallAttempt, CallOptions, CallReport } from './call-options.js';
import { isExhausted } from './is-exhausted.js';
import { planCall } from './plan-call.js';
import type { CallPlan } from './plan-call.js';
import { isSameModel, requestFor } from './request-for.js';
import type { OpenRequest } from './request-for.js';
import type { ModelTarget, TierTarget } from './router-options.js';
import type { TokenUsage } from './sdk-types.js';
import { calledId, toTarget } from './select-model.js';
import type { StopOutcome } from './stop-outcome.js';
import { withPromptCaching } from './with-prompt-caching.js';
import type { ConversePrompt } from './with-prompt-caching.js';

/** A request that can be routed and cached. */
export type CallRequest = OpenRequest & ConversePrompt;

/** What is known of an answer, or of the beginning of one. */
export interface Answer {
  readonly outcome?: StopOutcome | undefined;
  readonly usage?: TokenUsage | undefined;
}

/** An answer, and what was done for it. */
export interface Called<Reply> {
  readonly reply: Reply;
  readonly call: CallReport;
}

/**
 * Asks one model after the other until one answers: the next fallback where a model is exhausted, and the model that
 * `onRefusal` names where one refused. Where none answers, the call is over.
 */
export async function runCall<Request extends CallRequest, Reply extends Answer>(
  input: Request,
  options: CallOptions,
  limit: CallLimit,
  ask: (request: Request & { modelId: string }) => Promise<Reply>,
): Promise<Called<Reply>> {
  const { cache, onAttempt, onRefusal, onUsage, previous } = options;
  const attempts: CallAttempt[] = [];
  const refusers: ModelTarget[] = [];
  try {
    const plan = await limit.run(() => planCall(input, options));
    return await attempt(plan, plan.targets);
  } catch (error) {
    limit.end(false);
    throw error;
  }

  async function attempt(
    plan: CallPlan,
    [target = toTarget(''), ...others]: readonly TierTarget[],
  ): Promise<Called<Reply>> {
    const { models, selection, targets } = plan;
    const modelId = calledId(target);
    const request = requestFor(input, target, previous?.modelId ?? targets[0]?.modelId);
    let reply: Reply;
    try {
      reply = await limit.run(() =>
        ask(cache ? withPromptCaching(request, { ...(cache !== true && cache), models }) : request),
      );
    } catch (error) {
      note({ modelId, error });
      if (limit.signal.aborted || !others[0] || !isExhausted(error)) throw error;
      return attempt(plan, others);
    }
    const { outcome, usage } = reply;
    note({ modelId, outcome: outcome?.kind });
    if (usage) onUsage?.(usage, { modelId });
    refusers.push(target);
    const other = outcome?.kind === 'refused' && (await limit.run(async () => onRefusal?.(outcome, { modelId })));
    return other && !refusers.some((refuser) => isSameModel(refuser, toTarget(other).modelId))
      ? attempt(plan, [toTarget(other)])
      : { reply, call: { ...selection, modelId, attempts } };
  }

  function note(done: CallAttempt) {
    attempts.push(done);
    onAttempt?.(done);
  }
}
