/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = `${number}-${number}-${number}`;

/** The prefix of a cross-region inference profile ID: where Bedrock may run the request. */
export type Scope = 'global' | 'us' | 'eu' | 'apac' | 'jp' | 'au' | 'in' | 'us-gov' | 'ca' | 'il';

export type Family = 'legacy' | 'instant' | 'haiku' | 'sonnet' | 'opus' | 'fable' | 'mythos';

/** Where a fact was read (a key of `sources.json`) and on which day it was last checked. */
export interface Provenance {
  readonly sources: readonly string[];
  readonly checkedOn: Day;
  /** What a reader must know to trust or doubt the fact. */
  readonly note?: string;
}

/** One row of the AWS lifecycle table: the dates of a set of regions. */
export interface LifecycleRow {
  /** Regions the row names; `null` = every region no other row names. */
  readonly regions: readonly string[] | null;
  /** First day as Legacy: no new customers, idle accounts lose access. */
  readonly legacyOn: Day | null;
  /** First day of public extended access (the price may rise). */
  readonly extendedAccessOn: Day | null;
  /** First day on which requests fail. */
  readonly endOfLifeOn: Day | null;
}

export interface Lifecycle extends Provenance {
  readonly rows: readonly LifecycleRow[];
  /** The vendor's floor: the model ends no sooner than this day. */
  readonly endOfLifeNotBefore: Day | null;
  /** Shortest time in Legacy before end of life, in months, that AWS guarantees. */
  readonly noticeMonths: number | null;
  /** Day or month on which the model was last seen answering or listed. */
  readonly lastObserved: string | null;
}

/** US dollars per one million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number | null;
  readonly cacheWrite5m: number | null;
  readonly cacheWrite1h: number | null;
}

/** How freely an account gets at a model: at once, after agreeing to data retention, or only when let in. */
export type Access = 'open' | 'retention' | 'gated';

export type EffortLevel = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** Tiers beside the standard one, as requests name them. */
export type ServiceTier = 'priority' | 'flex' | 'reserved';

export type ThinkingType = 'enabled' | 'adaptive' | 'disabled' | 'between_tools' | 'none';

export interface CatalogModel {
  /** Base ID, without geography and context suffix. */
  readonly id: string;
  /** Other base IDs that mean the same model, such as the revisions in the Provisioned Throughput table. */
  readonly aliases: readonly string[];
  readonly name: string;
  readonly family: Family;
  /** `3`, `3.5`, … `5.5`; `preview` for unnumbered ones. */
  readonly generation: string;
  readonly releasedOn: Day | null;
  readonly lifecycle: Lifecycle;
  readonly invocation: Provenance & {
    readonly profiles: readonly Scope[];
    /** Regions that serve the bare ID on demand; `null` = not known, and not to be judged. */
    readonly onDemandRegions: readonly string[] | null;
    readonly endpoints: readonly ('runtime' | 'mantle')[];
    /** The bare ID that the `mantle` endpoint takes; differs from `id` where that has a date. */
    readonly mantleId: string | null;
    readonly access: Access;
    /** The body that InvokeModel takes. */
    readonly body: 'messages' | 'textCompletions';
  };
  readonly promptCaching: Provenance & {
    readonly minTokens: number | null;
    /** 0 = no caching at all. */
    readonly maxPoints: number | null;
    readonly ttls: readonly ('5m' | '1h')[];
    readonly fields: readonly ('system' | 'messages' | 'tools')[];
    /** Whether InvokeModel takes one `cache_control` for the whole request and places the point itself; absent = not known. */
    readonly automatic?: boolean;
  };
  readonly limits: Provenance & {
    readonly contextTokens: number | null;
    readonly maxOutputTokens: number | null;
    /** Output tokens count this many times towards the quota. */
    readonly outputBurndown: number | null;
  };
  /** `null` = not known. */
  readonly request: Provenance & {
    readonly thinking: readonly ThinkingType[];
    readonly thinkingWhenOmitted: 'on' | 'off' | null;
    /** Levels of `output_config.effort`; empty where it is refused. */
    readonly effort: readonly EffortLevel[];
    readonly defaultEffort: EffortLevel | null;
    readonly sampling: {
      readonly temperature: boolean | null;
      readonly topP: boolean | null;
      readonly topK: boolean | null;
      readonly temperatureWithTopP: boolean | null;
    };
    readonly prefill: boolean | null;
    readonly forcedToolChoice: boolean | null;
    readonly strictTools: boolean | null;
    readonly structuredOutputs: boolean | null;
    /** Highest effort at which thinking may be `disabled` or `between_tools`; absent = any. */
    readonly disabledUpToEffort?: EffortLevel;
    /** The beta that a request with an effort must name; absent = none. */
    readonly effortBeta?: string;
    /** Whether a tool can be forced only in a request that disables thinking; absent = no. */
    readonly forcedToolChoiceWithoutThinking?: boolean;
    /** Whether the model refuses thinking blocks that it did not write, or whose earlier turns were edited; absent = no. */
    readonly bindsThinking?: boolean;
  };
  /** What else than plain on-demand inference Bedrock offers for the model; absent or `null` = not known. */
  readonly throughput?: Provenance & {
    readonly provisioned: boolean | null;
    readonly latencyOptimized: boolean | null;
    readonly serviceTiers: Readonly<Record<ServiceTier, boolean | null>>;
    readonly promptRouting: boolean | null;
  };
  readonly price: Provenance & { readonly global: Price | null; readonly regional: Price | null };
  /** IDs that Anthropic's own API, not Bedrock, knows the model by. */
  readonly firstPartyIds: readonly string[];
  /** Anthropic's own platforms; Bedrock sets its own dates. */
  readonly firstParty: Provenance & { readonly retiresOn: Day | null; readonly retiresNotBefore: Day | null };
  /** Succession is by family; a model whose family ended names the family that carries on. */
  readonly successorFamily: Family | null;
}

/** A geography prefix and the Regions from which its profiles can be called. */
export interface ScopeEntry extends Provenance {
  readonly scope: Scope;
  /** Starts of Region names; `''` = every commercial Region. */
  readonly callableFrom: readonly string[];
}
