import type { ModelCall, Range, Surface } from '../../facts.js';
import type { StaticValue } from '../../static-value.js';
import type { Dialect } from '../../prompt.js';
import type { Located, Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { BuiltObject } from '../values/built-object.js';

/** Names under which an API takes its sampling parameters, and where. */
export interface SamplingPlace {
  readonly owner: Located;
  readonly temperature: string;
  readonly topP: string;
  readonly topK: string;
}

/** The parts of a request before their values are looked at, each in whichever file it is written. */
export interface RequestShape {
  readonly dialect: Dialect;
  /** The object the request is written as, once variables, helpers and JSON are looked through. */
  readonly owner: Located | null;
  /**
   * Values of the properties; several where branches or later statements assign them, in the order they run. Tools of
   * Converse are the values of `toolConfig.tools`, or of `toolConfig` where that can't be read.
   */
  readonly tools: readonly Located[];
  readonly system: readonly Located[];
  readonly messages: readonly Located[];
  readonly thinking: Located | null;
  readonly maxTokens: Located | null;
  readonly betas: Located | null;
  /** Nothing unseen joins the request: no unknown spread, no property that another function may add. */
  readonly isComplete: boolean;
  /** Texts hold `{name}` placeholders that every call fills. */
  readonly hasPlaceholders?: boolean;
}

/** The kinds of object that a request, or a part of it, is written as: each has names of its own for what it asks for. */
export type RequestForm =
  | 'converse'
  /** The input of `InvokeModelCommand`, around the body. */
  | 'invokeCommand'
  | 'messages'
  | 'aiSdk'
  /** The same through the provider that speaks the Messages API. */
  | 'aiSdkAnthropic'
  /** Settings given to the model rather than to the call. */
  | 'aiSdkModel'
  | 'langChain'
  /** Options bound to a model, or given to a call of it. */
  | 'langChainOptions'
  | 'strands'
  | 'strandsAgent'
  /** Headers that a request is sent with. */
  | 'headers';

/** An object that says what a request asks for. */
export interface RequestSource {
  readonly form: RequestForm;
  readonly object: BuiltObject;
  /** It counts where the others are silent. */
  readonly isDefault?: boolean;
}

/** An expression for which a library has the model call a tool that the program does not name: `model.withStructuredOutput(…)`, `Output.object(…)`. */
export interface ForcedTool {
  readonly by: 'withStructuredOutput' | 'generateObject' | 'output';
  readonly place: Located;
  /** It does so at every call. */
  readonly isCertain: boolean;
}

/** How the answer of a call comes: an object, a body that holds JSON, or a stream of events. */
export type AnswerShape = 'object' | 'jsonBody' | 'eventStream' | 'jsonEventStream' | 'model';

/** A call of a model before its values are looked at. */
export interface CallSite {
  readonly surface: Surface;
  readonly node: Node;
  /** The expression that names the model, in whichever file it is written. */
  readonly model: Located | null;
  /** What else may name the model, where branches assign it. */
  readonly otherModels?: readonly Located[];
  /** What else it may go to than a model that is named here: another provider, or something that nobody can follow. */
  readonly otherProviders?: readonly StaticValue[];
  readonly sampling: SamplingPlace | null;
  /** The call goes where another option says; the model only describes it. */
  readonly isRouted?: boolean;
  /** The body proves that the model is Claude, whatever the ID. */
  readonly provesClaude: boolean;
  /** Absent where the request can't be seen. */
  readonly request?: RequestShape;
  /** Everything that says what the request asks for, the request itself first. */
  readonly sources?: readonly RequestSource[];
  /** More may join the sources than can be seen. */
  readonly isOpen?: boolean;
  /** Only the tokens of the request are counted. */
  readonly isCounting?: true;
  /** What makes the library force a tool. */
  readonly forced?: readonly ForcedTool[];
  /** The expression that yields the answer when awaited, `client.send(…)`, where it is not `node` itself. */
  readonly answer?: { readonly node: Node; readonly shape: AnswerShape };
  /** Calls that make the model objects this call goes through: they are no calls of a model by themselves. */
  readonly uses?: readonly Node[];
  /** The model where it is a part of a longer text: the path of an address. */
  readonly modelText?: { readonly text: string; readonly range: Range; readonly path: string };
  /** What a registry puts before the ID in the text that names the model: `bedrock:`. */
  readonly modelPrefix?: string;
  /** Further expressions that send the same request. */
  readonly otherAnswers?: readonly Node[];
  /** The library whose version says what it handles by itself. */
  readonly library?: NonNullable<ModelCall['library']>;
}

/** Recognises the calls of one library. A new surface is one file with one of these. */
export type Recognizer = (tree: SyntaxTree, node: Node, reach: Reach) => CallSite | null;
