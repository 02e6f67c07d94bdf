import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../replies.js';
import type { Exchange } from './dual-server.js';
import { eventFrame, exceptionFrame } from './event-frames.js';
import type { Operation } from './route.js';
import { ModelRefusal, ServiceError } from './service-error.js';
import { writtenTokens } from './usage.js';
import type { Usage } from './usage.js';
import { converseBody, converseEvents } from './write-converse.js';
import type { StreamEvent } from './write-converse.js';
import { messagesBody, messagesEvents } from './write-messages.js';

/** Who is answered, and in which form. */
export interface Addressee {
  readonly exchange: Exchange;
  readonly operation: Operation | null;
  readonly requestId: string;
  /** The model as the answer names it. */
  readonly model: string;
  readonly wantsStream: boolean;
}

export function sendError({ exchange, operation, requestId }: Addressee, error: ServiceError): void {
  const isMessages = operation === 'Messages' || operation === 'MantleMessages';
  exchange.start(error.status, {
    'content-type': 'application/json',
    'x-amzn-requestid': requestId,
    ...(isMessages ? { 'request-id': requestId } : { 'x-amzn-errortype': error.type }),
  });
  exchange.end(JSON.stringify(isMessages ? messagesError(error) : { message: wrapped(error) }));
}

export async function sendAnswer(to: Addressee, answer: Answer, usage: Usage): Promise<void> {
  if (answer.delayMs !== undefined) await sleep(answer.delayMs);
  const { operation } = to;
  const context = { model: to.model, isInvoke: operation !== 'Messages' && operation !== 'MantleMessages' };
  if (to.wantsStream) {
    const isConverse = operation === 'ConverseStream';
    sendStream(to, answer, isConverse ? converseEvents(answer, usage) : messagesEvents(answer, usage, context));
    return;
  }
  if (answer.break !== undefined) {
    breakWhole(to, answer.break);
    return;
  }
  to.exchange.start(200, { 'content-type': 'application/json', ...commonHeaders(to), ...tokenHeaders(to, usage) });
  to.exchange.end(
    JSON.stringify(operation === 'Converse' ? converseBody(answer, usage) : messagesBody(answer, usage, context)),
  );
}

function sendStream(to: Addressee, answer: Answer, events: readonly StreamEvent[]) {
  const { exchange } = to;
  const framing = framingOf(to);
  exchange.start(200, { 'content-type': framing.contentType, ...commonHeaders(to) });
  for (const event of events.slice(0, answer.break?.after)) exchange.write(framing.event(event));
  if (answer.break?.by === 'hang') return;
  if (answer.break?.by === 'reset') {
    exchange.drop();
    return;
  }
  if (answer.break?.by === 'exception') {
    const { exception = 'modelStreamErrorException', message = 'The model failed while it was answering.' } =
      answer.break;
    exchange.write(framing.exception(exception, message));
  }
  exchange.end();
}

interface Framing {
  readonly contentType: string;
  event(event: StreamEvent): string | Uint8Array;
  exception(type: string, message: string): string | Uint8Array;
}

function framingOf({ operation }: Addressee): Framing {
  if (operation === 'Messages' || operation === 'MantleMessages') {
    return {
      contentType: 'text/event-stream; charset=utf-8',
      event: ([type, payload]) => serverSentEvent(type, payload),
      exception: (_type, message) =>
        serverSentEvent('error', { type: 'error', error: { type: 'overloaded_error', message } }),
    };
  }
  return {
    contentType: 'application/vnd.amazon.eventstream',
    event: ([type, payload]) =>
      operation === 'ConverseStream'
        ? eventFrame(type, payload)
        : eventFrame('chunk', { bytes: Buffer.from(JSON.stringify(payload)).toString('base64') }),
    exception: (type, message) => exceptionFrame(type, { message, originalStatusCode: 500, originalMessage: message }),
  };
}

function serverSentEvent(type: string, payload: object) {
  return `event: ${type}\ndata: ${JSON.stringify(payload)}\n\n`;
}

/** A whole answer cannot break off in the middle: it never comes. */
function breakWhole(
  to: Addressee,
  { by, message = 'The model failed while it was answering.' }: NonNullable<Answer['break']>,
) {
  if (by === 'hang') return;
  if (by === 'exception') {
    sendError(to, new ServiceError(424, 'ModelErrorException', message));
    return;
  }
  to.exchange.drop();
}

function commonHeaders({ requestId }: Addressee) {
  return { 'x-amzn-requestid': requestId, 'request-id': requestId };
}

/** InvokeModel tells the tokens in headers too. */
function tokenHeaders({ operation }: Addressee, usage: Usage): Readonly<Record<string, string>> {
  if (operation !== 'InvokeModel') return {};
  return {
    'x-amzn-bedrock-input-token-count': String(usage.inputTokens),
    'x-amzn-bedrock-output-token-count': String(usage.outputTokens),
    'x-amzn-bedrock-cache-read-input-token-count': String(usage.cacheReadTokens),
    'x-amzn-bedrock-cache-write-input-token-count': String(writtenTokens(usage)),
    'x-amzn-bedrock-invocation-latency': '1',
  };
}

function wrapped(error: ServiceError) {
  return error instanceof ModelRefusal ? `The model returned the following errors: ${error.message}` : error.message;
}

/** The error types of the Messages API, by status. */
const messagesErrorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  503: 'overloaded_error',
};

function messagesError({ status, message }: ServiceError) {
  return { type: 'error', error: { type: messagesErrorTypes[status] ?? 'api_error', message } };
}
