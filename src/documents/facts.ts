import type { ModelName } from '../catalog/model-id.js';
import type { Range, TextEdit } from '../edits/text-edit.js';
import type { BesideSetting } from './beside-request.js';
import type { ComposedId } from './composed-id.js';
import type { Entry } from './entry.js';
import type { GateGuard } from './gate-guard.js';
import type { Dialect, Place, Prompt, UsageRead } from './prompt.js';
import type { LastTurn, RequestFacts } from './request.js';
import type { StaticValue, TextValue } from './static-value.js';
import type { SymbolUse } from './symbol-use.js';

export type { Range } from '../edits/text-edit.js';
export type { StaticValue } from './static-value.js';

/**
 * What a place does with a model ID.
 *
 * - `request`: the text flows to a model call and nowhere else.
 * - `constant`: declared or passed on; it may flow to a call.
 * - `default`: used when a variable, parameter or setting is absent.
 * - `key`, `comparison`, `type`, `table`: looked up, compared, or listed beside others.
 * - `assertion`: what a test expects. `policy`: IAM or a resource ARN. `prose`: read by people.
 */
export type Position =
  'request' | 'constant' | 'default' | 'key' | 'comparison' | 'type' | 'table' | 'assertion' | 'policy' | 'prose';

/** How sure it is that a program calls what is written: it will, it may, it will not. */
export type Level = 'error' | 'warning' | 'note';

/** Which API of which library a call goes through. */
export type Surface =
  | 'Converse'
  | 'ConverseStream'
  | 'InvokeModel'
  | 'InvokeModelWithResponseStream'
  | 'AnthropicBedrock'
  | 'AnthropicBedrockMantle'
  | 'AiSdk'
  | 'LangChain'
  | 'Strands'
  | 'Http'
  | 'AppSync';

/** A Claude-on-Bedrock model ID, profile ID or ARN, wherever it stands. */
export interface ModelReference {
  readonly name: ModelName;
  /** The ID as written, geography included, quotes and ARN excluded: what a repair replaces. */
  readonly range: Range;
  /** `literal`: written in full · `template`: a hole stands for its geography · `joined`: built from parts · `symbol`: a constant of a library. */
  readonly form: 'literal' | 'template' | 'joined' | 'symbol';
  readonly position: Position;
  /** The most a finding about this place may claim. */
  readonly level: Level;
  /** `mantle` takes bare IDs and knows no profiles. */
  readonly endpoint: 'runtime' | 'mantle';
  /** The call it flows to, when one is known. */
  readonly surface: Surface | null;
  /** A region literal that provably belongs to the call. */
  readonly region: string | null;
  /** It goes to an API of Bedrock that takes foundation models and no inference profiles: `CountTokens`, `GetFoundationModel`. */
  readonly isFoundation?: true;
  /** Why no text edit at `range` can be right, in a few words for a report; `null` when one can. */
  readonly fixed: string | null;
  /**
   * Where a policy grants the ARN of a foundation model that is made of it. With a geography that ARN names nothing: the policy must change
   * with the ID, which is no loss where every request for the ID fails anyway.
   */
  readonly granted?: string;
  /** The client of another platform this ID is handed to, e.g. `AnthropicFoundry`. */
  readonly foreignClient?: string;
  /** Module and member of a `symbol`. */
  readonly symbol?: { readonly module: string; readonly member: string; readonly use?: SymbolUse };
  /** The name it is a value of in a file of settings or of data: what a program may read from its environment. */
  readonly setting?: string;
  /** What code calls the value that it is: a variable, a property, a member. */
  readonly heldAs?: string;
  /**
   * The variable it is the value of in a language without modules: `var.model_id` of Terraform, `context.modelId` of the CDK, `values.llm.modelId`
   * for what templates read by its keys.
   */
  readonly variable?: string;
  /** A type of the project says which texts may stand here. */
  readonly isTyped?: boolean;
  /** Its place in a list or map, where it stands in one: as a resource of a grant, a row of a table, or a key. */
  readonly entry?: Entry;
  /** Code does no more with the list it stands in than call each of its models: nothing is looked up there. */
  readonly isOnlyCalled?: true;
  /** The geography of the inference profile that code makes of it: a bare model is what stands there. */
  readonly profiledBy?: string;
  /** The longer IDs that code makes of it: a geography would be put before one that has it already. */
  readonly composed?: ComposedId;
  /** A function that it is handed to, and that makes the name of a model of it: what goes before the ID is known there alone. */
  readonly handedTo?: { readonly name: string; readonly isSeen: boolean };
  /** The IDs that may stand in its place, where something beside it lists them. */
  readonly allowed?: readonly string[];
  /** What Bedrock is asked to create with it. */
  readonly creates?: 'promptRouter' | 'provisionedThroughput';
  /** Sampling parameters of the call it flows to. */
  readonly sampling?: Sampling;
  /** What a request beside it asks for, where no known call is seen to send the two, and no edit takes it out. */
  readonly beside?: readonly BesideSetting[];
}

/** A property of an object in the source, with what an edit needs. */
export interface PropertyFact {
  readonly name: string;
  readonly range: Range;
  readonly value: StaticValue;
  /** The text edit that takes the property out, or `null` when that can't be written correctly. */
  readonly removal: TextEdit | null;
  /** The comment that is in the way of it. */
  readonly keptBy?: string;
  /** Other models may be asked with it: taking it out is for who sees every request that it is part of. */
  readonly isShared?: true;
}

export interface Sampling {
  readonly temperature: PropertyFact | null;
  readonly topP: PropertyFact | null;
  readonly topK: PropertyFact | null;
}

/** One call of Claude, the same shape for every surface. */
export interface ModelCall {
  readonly surface: Surface;
  readonly range: Range;
  readonly model: StaticValue;
  /** Where other code may give it another model than the code says; absent where nothing can. */
  readonly inlets?: readonly string[];
  readonly region: string | null;
  /** The request is one that only Claude takes, whatever the model ID is. */
  readonly provesClaude: boolean;
  readonly dialect: Dialect;
  /** `null` where the request can't be seen. */
  readonly prompt: Prompt | null;
  /** What the request asks for beside its prompt; `null` where the request can't be seen. */
  readonly request: RequestFacts | null;
  /** `null` where the last turn is only known at run time. */
  readonly lastTurn: LastTurn | null;
  readonly usage: UsageRead;
  /** The tokens of the request are counted and nothing is answered: it needs no limit. */
  readonly isCounting?: true;
  /** The library it goes through and the version installed, where what the library handles by itself depends on it. */
  readonly library: {
    readonly name: string;
    readonly version: string | null;
    /** Where none is installed: what the nearest package.json asks for. */
    readonly declared?: { readonly range: string; readonly place: Place };
  } | null;
}

/** A model that code gives to a function or an object, for the calls in there that take it. */
export interface GivenModel {
  readonly inlet: string;
  readonly model: TextValue;
}

/** What a team says about its own code, as far as facts depend on it. */
export interface FactSettings {
  /** Functions whose argument is a request of a surface. */
  readonly wrappers: readonly { readonly module: string; readonly name: string; readonly surface: Surface }[];
}

/** What the ARN of a foundation model is made of. */
export type ArnName =
  /** A text of a file. */
  | { readonly id: { readonly path: string; readonly range: Range } }
  /** What a setting of the environment is given, wherever in the project. */
  | { readonly setting: string }
  /** What a variable of a language without modules is given, in the folder or, where that is `null`, anywhere in the project. */
  | { readonly variable: string; readonly folder: string | null };

/** An ARN of a foundation model that code makes of an ID, or another use of one as that of a foundation model: no profile fits there. */
export type FoundationArn = ArnName & {
  readonly range: Range;
  /** It is only what a statement of a policy is about. */
  readonly isGrant?: boolean;
  /** No ARN is made of it: it is compared with the IDs of foundation models, or given to an API that takes nothing else. */
  readonly use?: 'compared' | 'given';
  /** It is made only where one is made of this: what the ID is handed on as, under another name. */
  readonly via?: ArnName;
};

/** Code that decides by parts of a model ID. */
export interface ModelGate {
  readonly kind: 'includes' | 'startsWith' | 'endsWith' | 'regex' | 'equality' | 'list' | 'split' | 'length';
  /** The texts looked for; for `regex` its source, for `split` the separator whose pieces are counted from the front, for `length` the most characters. */
  readonly patterns: readonly string[];
  readonly flags?: string;
  readonly range: Range;
  /** The list names geographies (`us.`, `eu.` …) rather than models. */
  readonly geography: boolean;
  /** What is taken off the ID before the code asks about it. */
  readonly strips?: readonly GeographyStrip[];
  /** What the code goes on with where that is more than a yes: which pattern it is, or what a table says of it. */
  readonly yields?: 'pattern' | 'entry' | undefined;
  /** Code takes the geography off by it, and decides nothing by whether there was one. */
  readonly takesOff?: true;
  /** It asks for a part that names no family: of these IDs, or, where that is `null`, of any. */
  readonly form?: { readonly ids: readonly string[] | null };
  /** What it decides about, where that is seen to be parts of requests alone. */
  readonly guard?: GateGuard;
}

/** A type that says by patterns, one for each of its members, which texts are IDs. */
export interface IdType {
  readonly patterns: readonly string[];
  readonly range: Range;
}

/** A pattern of which the first match is taken out of an ID: `id.replace(/^us\./, '')`. */
export interface GeographyStrip {
  readonly pattern: string;
  readonly flags: string;
}

/** A comment that silences rules, half-open over lines (1-based). `rules: null` = every rule. */
export interface Suppression {
  readonly source: 'eslint' | 'bedrock-claude';
  readonly rules: readonly string[] | null;
  readonly fromLine: number;
  readonly toLine: number;
}
