import type { CatalogModel, EffortLevel } from './schema.js';

/** What a model takes in a request, and what it answers with a validation error. `null` = not known, and not to be judged. */
export interface ModelConstraints {
  readonly model: CatalogModel;
  /** The body that InvokeModel takes. */
  readonly body: 'messages' | 'textCompletions';
  /** Whether a value other than the default is taken. */
  readonly sampling: CatalogModel['request']['sampling'];
  readonly thinking: {
    /** Values of `thinking.type` that are taken; empty where the model can't think. */
    readonly types: readonly ('enabled' | 'adaptive' | 'disabled' | 'between_tools')[];
    readonly whenOmitted: 'on' | 'off' | null;
    /** Least `budget_tokens`, in tokens. */
    readonly minBudgetTokens: number;
    /** Highest effort at which `disabled` is taken; `null` = any. */
    readonly disabledUpToEffort: EffortLevel | null;
  };
  readonly effort: {
    /** Levels that are taken; empty where the field is refused. */
    readonly levels: readonly EffortLevel[];
    readonly whenOmitted: EffortLevel | null;
    /** The beta that a request with an effort must name; `null` = none. */
    readonly beta: string | null;
  };
  /** Whether the conversation may end with a turn of the assistant. */
  readonly prefill: boolean | null;
  /** `tool_choice` of type `any` or `tool`; `withoutThinking`: only with `thinking: { type: 'disabled' }`. */
  readonly forcedToolChoice: 'taken' | 'withoutThinking' | 'refused' | null;
  readonly strictTools: boolean | null;
  readonly structuredOutputs: boolean | null;
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
}

/** The constraints of a model, from the catalog. */
export function constraintsOf(model: CatalogModel): ModelConstraints {
  const { request, limits, invocation } = model;
  return {
    model,
    body: invocation.body,
    sampling: request.sampling,
    thinking: {
      types: request.thinking.filter((type) => type !== 'none'),
      whenOmitted: request.thinkingWhenOmitted,
      minBudgetTokens: 1024,
      disabledUpToEffort: null,
    },
    effort: { levels: request.effort, whenOmitted: request.defaultEffort, beta: null },
    prefill: request.prefill,
    forcedToolChoice: request.forcedToolChoice === null ? null : request.forcedToolChoice ? 'taken' : 'refused',
    strictTools: request.strictTools,
    structuredOutputs: request.structuredOutputs,
    contextTokens: limits.contextTokens,
    maxOutputTokens: limits.maxOutputTokens,
  };
}
