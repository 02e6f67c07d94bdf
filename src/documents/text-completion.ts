import type { ImportRequest, Range, TextEdit } from '../edits/text-edit.js';
import type { ModelCall } from './facts.js';

/**
 * What code keeps of the text-completion API, in which a request is one text with `Human:` and `Assistant:` in it.
 *
 * - `request`: a body with such a text, or with `max_tokens_to_sample`.
 * - `body`: a body with `max_tokens_to_sample` that no call of the file is seen to send.
 * - `answer`: code that reads the answer's `completion`.
 * - `prompt`: such a text apart from a body.
 */
export type TextCompletion = CompletionRequest | CompletionBodyLeft | CompletionAnswer | CompletionPrompt;

/** A request for a text completion. */
export interface CompletionRequest {
  readonly kind: 'request';
  /** The prompt's text where it stands in the body, or the property that gives the request away. */
  readonly range: Range;
  readonly call: ModelCall;
  /** The request is one that only Claude takes, whatever the model ID is. */
  readonly provesClaude: boolean;
  /** What it takes to say the same in a Messages request; a reason where that can't be told. */
  readonly rewrite: CompletionRewrite | { readonly obstacle: string };
  /** The same for a call of Converse. */
  readonly converse: ConverseRewrite | { readonly obstacle: string };
}

/** A body that goes to a call nobody sees. */
export interface CompletionBodyLeft {
  readonly kind: 'body';
  readonly range: Range;
}

/** A place that reads `completion` off an answer. */
export interface CompletionAnswer {
  readonly kind: 'answer';
  readonly range: Range;
  readonly isStreamed: boolean;
  /** The calls whose answers come by here; none where no call is seen. */
  readonly calls: readonly ModelCall[];
}

/** A text in the form of a text-completion prompt. */
export interface CompletionPrompt {
  readonly kind: 'prompt';
  readonly range: Range;
  /** The calls that are seen to send it. */
  readonly calls: readonly ModelCall[];
}

/** A text-completion request taken apart. Code is source text, ready to stand in the same file. */
export interface CompletionRewrite {
  readonly body: CompletionBody;
  /** Code of the text before the first `Human:`. */
  readonly system: string | null;
  readonly turns: readonly CompletionTurn[];
  /** Edits of the prompt where it is written apart from the body: `system` and `turns` are right once they are made. */
  readonly promptEdits: readonly TextEdit[];
  /** Edits that make every reader of the answer read the new one. */
  readonly answerEdits: readonly TextEdit[];
}

/** A text-completion request, and its call, on the way to Converse. */
export interface ConverseRewrite extends CompletionRewrite {
  /** Where the fields of the request go: in place of the body among the properties of the call's input, or as an object. */
  readonly fields: {
    readonly range: Range;
    readonly isObject: boolean;
    /** TypeScript does not know there that a role is more than any text. */
    readonly widensRoles: boolean;
  };
  /** Edits of the call around the fields. */
  readonly callEdits: readonly TextEdit[];
  /** What the call names of its SDK, which has another name for Converse. */
  readonly names: readonly SdkName[];
  /** What the edits may leave without a use. */
  readonly leftovers: readonly Leftover[];
}

/** A name that a file imports from the SDK, and its counterpart for Converse. */
export interface SdkName {
  readonly counterpart: ImportRequest;
  /** The counterpart where the file imports it already. */
  readonly known: string | null;
  readonly isType: boolean;
  /** The name as the SDK spells it, in the import. */
  readonly imported: Range;
  /** The file gives it a name of its own. */
  readonly isRenamed: boolean;
  /** Takes the name out of the import; `null` where that can't be done by an edit. */
  readonly removal: TextEdit | null;
  /** Every place that uses it, and those of this call. */
  readonly references: readonly Range[];
  readonly uses: readonly Range[];
}

/** A declaration that is of no use once all that refers to it is gone. */
export interface Leftover {
  readonly references: readonly Range[];
  /** Those that go with this call. */
  readonly gone: readonly Range[];
  readonly removal: TextEdit;
  /** The statement that imports it, among others. */
  readonly owner: { readonly names: number; readonly removal: TextEdit } | null;
}

export interface CompletionTurn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** The object literal that a body is written as. */
export interface CompletionBody {
  readonly range: Range;
  readonly properties: readonly BodyProperty[];
}

export interface BodyProperty {
  readonly name: string;
  readonly range: Range;
  readonly value: Range;
  readonly isQuoted: boolean;
  /** Texts of the list it holds, where that is written out. */
  readonly texts: readonly { readonly text: string; readonly range: Range }[] | null;
  /** Comments on the lines above it, and behind it on its own. */
  readonly comments: { readonly above: readonly string[]; readonly behind: string | null };
}

/** Whether a stop sequence only ends the turn of the model, which the model does by itself where a request has turns. */
export function isTurnStop(text: string): boolean {
  return /^\s*(?:Human|Assistant):?\s*$/.test(text);
}

/** The stop sequences of a body that are more than the end of a turn; `null` where they are not written out. */
export function ownStops({
  properties,
}: CompletionBody): readonly { readonly text: string; readonly range: Range }[] | null {
  const stops = properties.find(({ name }) => name === 'stop_sequences');
  return stops ? (stops.texts?.filter(({ text }) => !isTurnStop(text)) ?? null) : [];
}
