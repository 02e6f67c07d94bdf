import { dig } from './dig.js';
import { findText } from './find-text.js';
import { responseBody } from './response-body.js';
import { textOf } from './text-of.js';

/**
 * How an answer ended.
 *
 * - `complete`: the model had said what it wanted to say (`end_turn`, `stop_sequence`). The text may still be empty.
 * - `toolUse`: it waits for results of tools.
 * - `truncated`: it reached the token limit of the request.
 * - `contextWindowExceeded`: prompt and answer together filled the context window.
 * - `refused`: Claude declined (`refusal`; Converse and the AI SDK say `content_filtered`, `content-filter`).
 * - `blocked`: a guardrail of yours intervened; the text is the guardrail's.
 * - `malformed`: the model's output was not valid (`malformed_model_output`, `malformed_tool_use`).
 * - `paused`: it is to be sent back to go on (`pause_turn`, `compaction`).
 * - `unknown`: the response names no reason, or one that is newer than this package.
 */
export type StopKind =
  | 'complete'
  | 'toolUse'
  | 'truncated'
  | 'contextWindowExceeded'
  | 'refused'
  | 'blocked'
  | 'malformed'
  | 'paused'
  | 'unknown';

/** How an answer ended, told apart by `kind`. */
export type StopOutcome = { readonly [Kind in StopKind]: Ending<Kind> }[StopKind];

/** How an answer of one kind ended. */
export type Ending<Kind extends StopKind> = {
  readonly kind: Kind;
  /** The reason as the response spells it; `undefined` where it has none. */
  readonly stopReason: string | undefined;
  /** What was written until then, as `textOf` reads it. */
  readonly text: string;
} & (Kind extends 'refused' ? RefusalDetails : unknown);

/** What Messages responses tell of a refusal. Both are `undefined` where nothing was told, as Converse does it. */
export interface RefusalDetails {
  /** What kind of request was refused: `cyber`, `bio`, … */
  readonly category: string | undefined;
  readonly explanation: string | undefined;
}

/** The words of Converse, Messages and the AI SDK; none of them means two things. */
const words: readonly (readonly [kind: StopKind, ...reasons: string[]])[] = [
  ['complete', 'end_turn', 'stop_sequence', 'stop'],
  ['toolUse', 'tool_use', 'tool-calls'],
  ['truncated', 'max_tokens', 'length'],
  ['contextWindowExceeded', 'model_context_window_exceeded'],
  ['refused', 'refusal', 'content_filtered', 'content-filter'],
  ['blocked', 'guardrail_intervened', 'INTERVENED'],
  ['malformed', 'malformed_model_output', 'malformed_tool_use'],
  ['paused', 'pause_turn', 'compaction'],
];

/**
 * How an answer ended: the same words for Converse and InvokeModel, the Messages API, streams (what `collectStream`
 * collected), the AI SDK and LangChain; also for a bare `{ stopReason }`, `{ stop_reason }` or `{ finishReason }`.
 * A missing reason or a new one is never taken for success.
 *
 * @example
 * ```ts
 * stopOutcome({ stopReason: 'end_turn', output: { message: { content: [{ text: 'Yes.' }] } } }).kind; // 'complete'
 * stopOutcome({ stopReason: 'content_filtered' }).kind; // 'refused'
 * stopOutcome({ stop_reason: 'max_tokens', content: [{ type: 'text', text: 'Once' }] }).text; // 'Once'
 * stopOutcome({ finishReason: 'other', rawFinishReason: 'model_context_window_exceeded' }).kind; // 'contextWindowExceeded'
 * stopOutcome({}).kind; // 'unknown'
 * ```
 */
export function stopOutcome(response: unknown): StopOutcome {
  const body = responseBody(response);
  const raw = findText(body, 'stopReason', 'stop_reason', 'rawFinishReason');
  const unified = findText(body, 'finishReason');
  // The AI SDK asks for JSON through a tool and calls the use of that tool `stop`; all else the raw reason says better.
  const isJson = raw === 'tool_use' && unified === 'stop';
  const said = isJson ? [unified] : [String(dig(body, 'amazon-bedrock-guardrailAction')), raw, unified];
  const kind = said.flatMap((reason = '') => words.filter((row) => row.includes(reason, 1)))[0]?.[0] ?? 'unknown';
  const ending = { stopReason: raw ?? unified, text: textOf(body) };
  if (kind !== 'refused') return { kind, ...ending };
  return {
    kind,
    ...ending,
    category: findText(body, 'stop_details.category'),
    explanation: findText(body, 'stop_details.explanation'),
  };
}
