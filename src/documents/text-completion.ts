import type { Range, TextEdit } from '../edits/text-edit.js';
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
  /** Edits that make every reader of the answer read that of a Messages request. */
  readonly answerEdits: readonly TextEdit[];
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
}
