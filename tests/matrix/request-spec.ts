/** What a program asks of the model, in no surface's words. */
export interface RequestSpec {
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly thinking?: 'enabled' | 'disabled' | 'wrongShape' | 'reasoningConfig';
  /** The conversation ends with a turn of the assistant that opens a JSON object. */
  readonly prefill?: boolean;
  /** The tool that says where somebody lives is offered. */
  readonly tools?: 'plain' | 'strict';
  readonly toolChoice?: 'tool' | 'any';
  /** A tool that Anthropic defines. */
  readonly anthropicTool?: { readonly type: string; readonly name: string; readonly [field: string]: string | number };
  readonly beta?: string;
  /** The answer is to follow a JSON schema. */
  readonly outputFormat?: boolean;
  /** A body of text completions. */
  readonly completion?: boolean;
  readonly reads: Reading;
}

/**
 * What a program makes of the answer.
 * - `text`: all text. `firstBlock`: the text of the first block. `json`: a field of the object whose opener was prefilled. `wholeJson`: of the object in the text.
 * - `toolInput`: a field of a tool's input. `exactToolInput`: compares that with a text. `toolName`: does what the tool is called for.
 */
export type Reading = 'text' | 'firstBlock' | 'json' | 'wholeJson' | 'toolInput' | 'exactToolInput' | 'toolName';
