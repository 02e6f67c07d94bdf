import type { CallLimit } from './call-limit.js';
import type { CallAttempt, CallOptions, CallReport } from './call-options.js';
import { isExhausted } from './is-exhausted.js';
import { planCall } from './plan-call.js';
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

/**
 * Asks one model after the other until one answers: the next fallback where a model is exhausted, and the model that
 * `onRefusal` names where one refused.
 */
export async function runCall<Request extends CallRequest, Reply extends Answer>(
  input: Request,
  options: CallOptions,
  limit: CallLimit,
  ask: (request: Request & { modelId: string }) => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly call: CallReport }> {
  const { cache, onAttempt, onRefusal, onUsage, previous } = options;
  const { targets, models, selection } = await limit.run(() => planCall(input, options));
  const answeredBy = previous?.modelId ?? targets[0]?.modelId;
  const attempts: CallAttempt[] = [];
  const refusers: ModelTarget[] = [];
  const note = (attempt: CallAttempt) => {
    attempts.push(attempt);
    onAttempt?.(attempt);
  };
  const send = (target: ModelTarget) => {
    const request = requestFor(input, target, answeredBy);
    return limit.run(() =>
      ask(cache ? withPromptCaching(request, { ...(cache === true ? {} : cache), models }) : request),
    );
  };

  let queue: readonly TierTarget[] = targets;
  for (;;) {
    const [target = toTarget(''), ...others] = queue;
    const modelId = calledId(target);
    let reply: Reply;
    try {
      reply = await send(target);
    } catch (error) {
      note({ modelId, error });
      if (limit.signal.aborted || others.length === 0 || !isExhausted(error)) throw error;
      queue = others;
      continue;
    }
    const { outcome, usage } = reply;
    note({ modelId, outcome: outcome?.kind });
    if (usage) onUsage?.(usage, { modelId });
    refusers.push(target);
    const other = outcome?.kind === 'refused' && (await limit.run(async () => onRefusal?.(outcome, { modelId })));
    if (!other || refusers.some((refuser) => isSameModel(refuser, toTarget(other).modelId))) {
      return { reply, call: { ...selection, modelId, attempts } };
    }
    queue = [toTarget(other)];
  }
}
