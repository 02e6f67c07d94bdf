import type { Json } from './service/json.js';

/** A block of an answer, in the words of a Messages body; Converse answers say the same in theirs. */
export type AnswerBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: Json };

/**
 * Why the model stopped. Each surface answers in its own words: a `refusal` is `content_filtered` in Converse.
 * Other words are passed on as they are, for clients that meet a reason from the future.
 */
export type AnswerStop = KnownStop | (string & {});

type KnownStop =
  | 'end_turn'
  | 'stop_sequence'
  | 'tool_use'
  | 'max_tokens'
  | 'model_context_window_exceeded'
  | 'refusal'
  | 'pause_turn'
  | 'guardrail_intervened'
  | 'malformed_model_output'
  | 'malformed_tool_use';

/** What breaks an answer off after `after` pieces of a stream; a whole answer breaks before it begins. */
export interface Break {
  readonly after: number;
  readonly by: 'exception' | 'end' | 'reset' | 'hang';
  /** The exception's name as it stands in the stream; `modelStreamErrorException` where none is given. */
  readonly exception?: string;
  readonly message?: string;
}

export interface Answer {
  readonly kind: 'answer';
  readonly content: readonly AnswerBlock[];
  readonly stop: AnswerStop;
  readonly stopDetails?: { readonly category: string | null; readonly explanation: string | null };
  /** The answer says nothing about tokens. */
  readonly omitsUsage?: boolean;
  readonly break?: Break;
  readonly delayMs?: number;
}

export type Reply =
  | Answer
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly type: string;
      readonly message: string;
      readonly delayMs?: number;
    }
  /** The connection drops, or nothing ever comes. */
  | { readonly kind: 'reset' | 'hang'; readonly delayMs?: number };

export function answer(text: string, options: Partial<Omit<Answer, 'kind'>> = {}): Answer {
  return { kind: 'answer', content: blocksOf(text), stop: 'end_turn', ...options };
}

/** The model asks for a tool. */
export function toolUse(name: string, input: Json, { id = 'toolu_1', text = '' } = {}): Answer {
  return { kind: 'answer', content: [...blocksOf(text), { type: 'tool_use', id, name, input }], stop: 'tool_use' };
}

/** The model declines: nothing was written, or `partial` was before it stopped. */
export function refusal({
  partial = '',
  category = 'cyber',
}: { partial?: string; category?: string | null } = {}): Answer {
  return {
    kind: 'answer',
    content: blocksOf(partial),
    stop: 'refusal',
    stopDetails: { category, explanation: category === null ? null : 'This request was declined.' },
  };
}

export function truncated(text: string): Answer {
  return answer(text, { stop: 'max_tokens' });
}

export function contextWindowExceeded(text: string): Answer {
  return answer(text, { stop: 'model_context_window_exceeded' });
}

/** A Guardrail of the account stepped in. */
export function blocked(text: string): Answer {
  return answer(text, { stop: 'guardrail_intervened' });
}

export function failure(status: number, type: string, message: string): Reply {
  return { kind: 'error', status, type, message };
}

export function throttled(): Reply {
  return failure(429, 'ThrottlingException', 'Too many requests, please wait before trying again.');
}

export function unavailable(): Reply {
  return failure(503, 'ServiceUnavailableException', 'Bedrock is unable to process your request.');
}

export function reset(): Reply {
  return { kind: 'reset' };
}

export function hang(): Reply {
  return { kind: 'hang' };
}

function blocksOf(text: string): AnswerBlock[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
