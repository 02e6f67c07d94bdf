import type { Answer, AnswerBlock } from '../replies.js';
import { messagesUsage, writtenTokens } from './usage.js';
import type { Usage } from './usage.js';
import { piecesOf } from './write-converse.js';
import type { StreamEvent } from './write-converse.js';

/** Reasons that only Converse knows; a Guardrail shows in a field of its own. */
const words: Readonly<Record<string, string>> = {
  guardrail_intervened: 'end_turn',
  malformed_model_output: 'end_turn',
  malformed_tool_use: 'end_turn',
};

export interface MessagesContext {
  readonly model: string;
  /** The fields that InvokeModel adds to what the model wrote. */
  readonly isInvoke: boolean;
}

export function messagesBody(answer: Answer, usage: Usage, context: MessagesContext): object {
  return {
    ...envelope(context.model),
    content: answer.content,
    ...ending(answer),
    ...(answer.omitsUsage !== true && { usage: messagesUsage(usage) }),
    ...(context.isInvoke && guardrail(answer)),
  };
}

export function messagesEvents(answer: Answer, usage: Usage, context: MessagesContext): readonly StreamEvent[] {
  const usages = answer.omitsUsage === true ? {} : { usage: { ...messagesUsage(usage), output_tokens: 1 } };
  return [
    typed('message_start', {
      message: { ...envelope(context.model), content: [], stop_reason: null, stop_sequence: null, ...usages },
    }),
    ...answer.content.flatMap(blockEvents),
    typed('message_delta', {
      delta: ending(answer),
      usage: answer.omitsUsage === true ? {} : { output_tokens: usage.outputTokens },
    }),
    typed('message_stop', context.isInvoke ? { ...guardrail(answer), ...invocationMetrics(usage) } : {}),
  ];
}

function typed(type: string, payload: object): StreamEvent {
  return [type, { type, ...payload }];
}

function envelope(model: string) {
  return { id: 'msg_bdrk_1', type: 'message', role: 'assistant', model };
}

function ending({ stop, stopDetails }: Answer) {
  return {
    stop_reason: words[stop] ?? stop,
    stop_sequence: null,
    ...(stopDetails && { stop_details: { type: 'refusal', ...stopDetails } }),
  };
}

function guardrail({ stop }: Answer) {
  return stop === 'guardrail_intervened' ? { 'amazon-bedrock-guardrailAction': 'INTERVENED' } : {};
}

function invocationMetrics(usage: Usage) {
  return {
    'amazon-bedrock-invocationMetrics': {
      inputTokenCount: usage.inputTokens,
      outputTokenCount: usage.outputTokens,
      invocationLatency: 1,
      firstByteLatency: 1,
      cacheReadInputTokenCount: usage.cacheReadTokens,
      cacheWriteInputTokenCount: writtenTokens(usage),
    },
  };
}

function blockEvents(block: AnswerBlock, index: number): readonly StreamEvent[] {
  return [
    typed('content_block_start', { index, content_block: emptied(block) }),
    ...deltasOf(block).map((delta) => typed('content_block_delta', { index, delta })),
    typed('content_block_stop', { index }),
  ];
}

function emptied(block: AnswerBlock) {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: '' };
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'tool_use':
      return { ...block, input: {} };
  }
}

function deltasOf(block: AnswerBlock): readonly object[] {
  switch (block.type) {
    case 'text':
      return piecesOf(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'thinking':
      return [
        ...piecesOf(block.thinking).map((thinking) => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'tool_use':
      return [{ type: 'input_json_delta', partial_json: JSON.stringify(block.input) }];
  }
}
