import type { Range } from '../edits/text-edit.js';

/** The language a request is written in: what its points, its system text and its stop reasons are called. */
export type Dialect = 'converse' | 'messages' | 'aiSdk' | 'langChain' | 'strands';

/** A stretch of a file. Only stretches of the document's own file can be edited. */
export interface Place {
  readonly range: Range;
  readonly path: string;
}

/** What a request sends before the model writes, in the order in which caches see it: tools, system, messages. */
export interface Prompt {
  readonly dialect: Dialect;
  readonly tools: PromptSection | null;
  readonly system: PromptSection | null;
  readonly messages: PromptSection | null;
  /** Nothing unseen joins the request: no unknown spread, no input that is only known at run time. */
  readonly isComplete: boolean;
  /** The object literal the sections are properties of, where one is written. */
  readonly owner: Place | null;
  /** The `type` of thinking the request asks for, as written; `null` when it asks for none or that is not known. */
  readonly thinking: { readonly type: string | null; readonly place: Place } | null;
  /** A point set on the whole request instead of a block: `cache_control` beside `messages`. */
  readonly automaticPoint?: Pick<CachePointFact, 'ttl'> & { readonly place: Place };
}

/** Whose type says what may stand in a place: the API's, which takes every form of a prompt, or one of the project's own, which may take no other than is written there. */
export type WrittenType = 'library' | 'own';

/** One section of a prompt. `null` in a prompt means that the request does not set it. */
export interface PromptSection {
  /** `text`: one text (`system: "…"`) · `list`: blocks, tools or turns · `unknown`: an expression nobody can read. */
  readonly form: 'text' | 'list' | 'unknown';
  /** The property value at the request itself. */
  readonly place: Place;
  /** The list or text as written, where that is somewhere else than `place` (a constant, a helper). */
  readonly definition: Place;
  /** The name the definition goes by is used by this request alone, so that changing it changes nothing else. */
  readonly isOwned: boolean;
  /** What the types around the value at the request, and around its definition, take there; absent where they take anything. */
  readonly types?: { readonly place: WrittenType | null; readonly definition: WrittenType | null };
  readonly blocks: readonly PromptBlock[];
}

/** Why a text differs between calls that should share a prefix. */
export type DynamicCause = 'clock' | 'random' | 'request' | 'user' | 'serialisation' | 'counter';

interface PartPlace {
  /**
   * Where the part enters the text: the words between two holes of a template (without its marks), the expression in a hole, a term of a sum, an
   * element of a joined list. Parts that come through the same hole share its place: the text can't be divided between them.
   */
  readonly place: Place;
  /** Where the words or the changing expression are written, where that is somewhere else than `place`. */
  readonly origin?: Place;
}

/** A piece of text whose words are known, or a hole. */
export type TextPart =
  | (PartPlace & { readonly kind: 'static'; readonly text: string })
  /** Provably differs from call to call. */
  | (PartPlace & {
      readonly kind: 'dynamic';
      readonly cause: DynamicCause;
      /** As written at `origin`, or at `place` where there is none. */
      readonly expression: string;
      /** Evaluated once, when the program or its object starts: it differs between processes, not between their calls. */
      readonly perProcess?: true;
      /** A clock that is read to the day: it differs once in twenty-four hours. */
      readonly perDay?: true;
    })
  /** A parameter or a value nobody can read: it may differ. */
  | (PartPlace & {
      readonly kind: 'unknown';
      /** The same on every call, of a size nobody knows: a file that is read, a setting of the environment, an import of a package, a schema. */
      readonly isConstant?: true;
    });

interface BlockPlace {
  /** The whole element of the list as written; for `form: 'text'` the text itself; for a point that is a property, the property. */
  readonly place: Place;
  /** The object literal of the element, where a property can be added; `null` where the element is written elsewhere. */
  readonly object: Place | null;
  /** Speaker of the turn a block of `messages` belongs to. */
  readonly role: 'user' | 'assistant' | 'system' | null;
}

/** One block in the order the cache sees it. */
export type PromptBlock =
  | (BlockPlace & {
      readonly kind: 'text' | 'tool';
      /** The text, or a tool definition as it is serialised. */
      readonly parts: readonly TextPart[];
      /** The expression that makes the text, where it stands alone: what an edit splits or wraps. */
      readonly textPlace: Place | null;
    })
  | (BlockPlace & CachePointFact & { readonly kind: 'point' })
  /** An image, a document, a tool use, a tool result: counted as nothing, and never split. */
  | (BlockPlace & { readonly kind: 'media' | 'toolUse' | 'toolResult' | 'document' })
  /** Any number of blocks that only the running program knows. */
  | (BlockPlace & { readonly kind: 'unknown'; readonly parts: readonly TextPart[] });

/** A cache point, in whichever dialect it is written; it stands after what it caches. */
export interface CachePointFact {
  /** `cachePoint`: Converse's element · `cache_control`: Messages' property · `providerOptions`: the AI SDK's. */
  readonly written: 'cachePoint' | 'cache_control' | 'providerOptions' | 'cacheControl';
  /** `null` = not set, so five minutes; `unknown` = only known at run time. */
  readonly ttl: '5m' | '1h' | 'unknown' | null;
  /** The block it is nested in where Bedrock does not take it. */
  readonly inside: 'toolResult' | null;
  /** Set only on some condition, or by code that nobody can follow: the request may have it. */
  readonly isConditional?: true;
  /** The key below `providerOptions`: `bedrock`, `anthropic` … */
  readonly provider?: string;
  /** The property that sets the TTL. */
  readonly ttlPlace?: Place;
}

/** What the code does with the usage figures of an answer. */
export interface UsageRead {
  /** Cache fields are read somewhere, or the whole answer or its usage is handed on to code nobody can see. */
  readonly cacheFields: 'read' | 'handedOn' | 'unread';
}
