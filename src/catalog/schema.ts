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

export type ThinkingType = 'enabled' | 'adaptive' | 'disabled' | 'between_tools' | 'none';

export interface CatalogModel {
  /** Base ID, without geography and context suffix. */
  readonly id: string;
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
    /** The body that InvokeModel takes. */
    readonly body: 'messages' | 'textCompletions';
  };
  readonly promptCaching: Provenance & {
    readonly minTokens: number | null;
    readonly maxPoints: number | null;
    readonly ttls: readonly ('5m' | '1h')[];
    readonly fields: readonly ('system' | 'messages' | 'tools')[];
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
    readonly sampling: { readonly temperature: boolean | null; readonly topP: boolean | null; readonly topK: boolean | null; readonly temperatureWithTopP: boolean | null };
    readonly prefill: boolean | null;
    readonly forcedToolChoice: boolean | null;
    readonly strictTools: boolean | null;
    readonly structuredOutputs: boolean | null;
  };
  readonly price: Provenance & { readonly global: Price | null; readonly regional: Price | null };
  /** IDs that Anthropic's own API, not Bedrock, knows the model by. */
  readonly firstPartyIds: readonly string[];
  /** Succession is by family; a model whose family ended names the family that carries on. */
  readonly successorFamily: Family | null;
}
