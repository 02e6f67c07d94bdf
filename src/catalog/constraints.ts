import { apiVersions, betas, thinking, tools } from './request-words.generated.js';
import type { ApiVersion, Beta, ToolVersion } from './request-words.js';
import { isAmong, isObsolete } from './request-words.js';
import type { CatalogModel, EffortLevel, ServiceTier } from './schema.js';

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
    /** Highest effort at which `disabled` or `between_tools` is taken; `null` = any. */
    readonly disabledUpToEffort: EffortLevel | null;
    /** Whether thinking blocks of another model, or behind edited turns, are refused. */
    readonly isBound: boolean;
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
  /** Versions of the tools that Anthropic defines, each kind's oldest first; in neither list = not known. */
  readonly tools: { readonly taken: readonly ToolVersion[]; readonly refused: readonly ToolVersion[] };
  /** Flags of `anthropic_beta` without a meaning for the model; some only with some thinking. */
  readonly obsoleteBetas: readonly Beta[];
  /** Values of `anthropic_version`; in neither list = not known. */
  readonly apiVersions: { readonly taken: readonly ApiVersion[]; readonly refused: readonly ApiVersion[] };
  readonly throughput: {
    /** Whether Provisioned Throughput can be bought for the model. */
    readonly provisioned: boolean | null;
    readonly latencyOptimized: boolean | null;
    readonly serviceTiers: Readonly<Record<ServiceTier, boolean | null>>;
    readonly promptRouting: boolean | null;
  };
}

const known = new WeakMap<CatalogModel, ModelConstraints>();

/** The constraints of a model, from the catalog. */
export function constraintsOf(model: CatalogModel): ModelConstraints {
  const memo = known.get(model);
  if (memo) return memo;
  const constraints = read(model);
  known.set(model, constraints);
  return constraints;
}

function read(model: CatalogModel): ModelConstraints {
  const { request, limits, invocation, throughput } = model;
  return {
    model,
    body: invocation.body,
    sampling: request.sampling,
    thinking: {
      types: request.thinking.filter((type) => type !== 'none'),
      whenOmitted: request.thinkingWhenOmitted,
      minBudgetTokens: thinking.minBudgetTokens,
      disabledUpToEffort: request.disabledUpToEffort ?? null,
      isBound: request.bindsThinking === true,
    },
    effort: { levels: request.effort, whenOmitted: request.defaultEffort, beta: request.effortBeta ?? null },
    prefill: request.prefill,
    forcedToolChoice: forcedToolChoiceOf(model),
    strictTools: request.strictTools,
    structuredOutputs: request.structuredOutputs,
    contextTokens: limits.contextTokens,
    maxOutputTokens: limits.maxOutputTokens,
    tools: judged(model, tools),
    obsoleteBetas: betas.filter((beta) => isObsolete(model, beta)),
    apiVersions: judged(model, apiVersions),
    throughput: {
      provisioned: throughput?.provisioned ?? null,
      latencyOptimized: throughput?.latencyOptimized ?? null,
      serviceTiers: throughput?.serviceTiers ?? { priority: null, flex: null, reserved: null },
      promptRouting: throughput?.promptRouting ?? null,
    },
  };
}

function forcedToolChoiceOf({ request }: CatalogModel) {
  const { forcedToolChoice, forcedToolChoiceWithoutThinking } = request;
  if (forcedToolChoice === null) return null;
  if (!forcedToolChoice) return 'refused';
  return forcedToolChoiceWithoutThinking === true ? 'withoutThinking' : 'taken';
}

function judged<T extends Pick<ToolVersion, 'taken' | 'refused'>>(model: CatalogModel, entries: readonly T[]) {
  return {
    taken: entries.filter((entry) => isAmong(model, entry.taken)),
    refused: entries.filter((entry) => isAmong(model, entry.refused)),
  };
}
