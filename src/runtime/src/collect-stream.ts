import type { AbortSignalLike } from './call-limit.js';
import { decodeJson } from './decode-json.js';
import { dig } from './dig.js';
import { fieldsOf } from './fields-of.js';
import { IncompleteResponseError } from './incomplete-response-error.js';
import type { ConverseCommandOutput, ConverseStreamOutput } from './sdk-types.js';
import { stopOutcome } from './stop-outcome.js';
import type { StopOutcome } from './stop-outcome.js';
import { createStreamReader } from './stream-reader.js';
import { unlessAborted } from './unless-aborted.js';

/** What ConverseStream answers, or the events in it. */
export type ConverseStreamSource =
  AsyncIterable<ConverseStreamOutput> | { readonly stream?: AsyncIterable<ConverseStreamOutput> | undefined };

/** An event of the Messages API, or the bytes of one as InvokeModelWithResponseStream brings them. */
export type MessagesStreamEvent =
  { readonly type: string } | { readonly chunk?: { readonly bytes?: Uint8Array | undefined } | undefined };

/** What InvokeModelWithResponseStream answers, or the events in it, or a stream of `@anthropic-ai/bedrock-sdk`. */
export type MessagesStreamSource =
  AsyncIterable<MessagesStreamEvent> | { readonly body?: AsyncIterable<MessagesStreamEvent> | undefined };

/** A message of the Messages API, collected from its events. */
export interface CollectedMessage {
  readonly id?: string;
  readonly model?: string;
  readonly role: 'assistant';
  content: CollectedBlock[];
  readonly stop_reason: string | null;
  readonly stop_sequence?: string | null;
  readonly stop_details?: unknown;
  readonly usage: {
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly cache_read_input_tokens?: number;
    readonly cache_creation_input_tokens?: number;
  };
}

/** A block of a {@link CollectedMessage}. */
export type CollectedBlock =
  | { type: 'text'; text: string }
  | { type: 'tool_use'; id: string; name: string; input: unknown }
  | { type: 'thinking'; thinking: string; signature: string }
  | { type: 'redacted_thinking'; data: string };

/** How a stream is collected. */
export interface CollectStreamOptions {
  /** Ends the collection, which then throws the signal's reason. Pass it to the client as well: that ends the request. */
  readonly signal?: AbortSignalLike | undefined;
}

/** A streamed answer. Iterating gives its text piece by piece, all of it to everyone who iterates. */
export interface CollectedStream<Response> extends AsyncIterable<string> {
  /** The text that has come so far. */
  readonly text: string;
  /** The whole answer, as it would have come without streaming; waits for the rest, text that nobody read included. */
  response(): Promise<Response>;
  /** How the answer ended; waits for the rest as well. */
  outcome(): Promise<StopOutcome>;
}

/**
 * Reads a stream as text and puts its answer together: text, tool uses with their input, reasoning, usage. For streams of
 * ConverseStream, InvokeModelWithResponseStream and the Messages API. A refusal or a cut-off answer is no error here: ask
 * `outcome()`, or pass `response()` to `assertComplete`.
 *
 * @example
 * ```ts
 * const client = new BedrockRuntimeClient({});
 * const output = await client.send(
 *   new ConverseStreamCommand({
 *     modelId: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
 *     messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
 *   }),
 * );
 * const answer = collectStream(output);
 * let text = '';
 * for await (const piece of answer) text += piece;
 * text; // 'Hello from Bedrock.'
 * assertComplete(await answer.response()).stopReason; // 'end_turn'
 * ```
 *
 * @throws {@link IncompleteResponseError} while iterating and from `response()` and `outcome()`: `STREAM_FAILED` with the
 * error as `cause`, or `STREAM_ENDED_EARLY` where no stop reason came. Its `text` is what came until then. An abort is
 * thrown as it is.
 */
export function collectStream(
  source: MessagesStreamSource,
  options?: CollectStreamOptions,
): CollectedStream<CollectedMessage>;
export function collectStream(
  source: ConverseStreamSource,
  options?: CollectStreamOptions,
): CollectedStream<ConverseCommandOutput>;
export function collectStream(source: unknown, { signal }: CollectStreamOptions = {}): CollectedStream<unknown> {
  const reader = createStreamReader();
  const steps = read();
  let text = '';
  let failure: unknown;
  const soFar = () => ({ $metadata: dig(source, '$metadata'), ...reader.response() });
  const response = async () => {
    while (!(await steps.next()).done);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a signal's reason is what the caller made it
    if (failure) throw failure;
    return soFar();
  };
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let seen = 0, isOpen = true; isOpen;) {
          isOpen = !(await steps.next()).done;
          const piece = text.slice(seen);
          seen += piece.length;
          if (piece) yield piece;
        }
        await response();
      } finally {
        // The reader may leave before the end.
        await steps.return();
      }
    },
    get text() {
      return text;
    },
    response,
    outcome: async () => stopOutcome(await response()),
  };

  /** One event after the other, whoever asks: a reader of the text and `outcome` may do so at the same time. */
  async function* read(): AsyncGenerator<void, void, undefined> {
    const events = eventsOf(source);
    try {
      for (;;) {
        const { done, value } = await unlessAborted<IteratorResult<unknown, unknown>>(
          signal,
          async () => events?.next() ?? { done: true, value: undefined },
        );
        if (done) return;
        text += reader.add(toEvent(value));
        yield;
      }
    } catch (error) {
      const isAbort = signal?.aborted === true || dig(error, 'name') === 'AbortError';
      failure = isAbort ? error : new IncompleteResponseError(soFar(), { code: 'STREAM_FAILED', cause: error });
    } finally {
      const closed = events?.return?.().catch(() => undefined);
      // After an abort it would wait for the event that does not come.
      if (!signal?.aborted) await closed;
      // Also where the reader of the text left early.
      if (stopOutcome(soFar()).stopReason === undefined)
        failure ??= new IncompleteResponseError(soFar(), { code: 'STREAM_ENDED_EARLY' });
    }
  }
}

/** The events in what a client answered; none where it answered something else. */
function eventsOf(source: unknown): AsyncIterator<unknown> | undefined {
  const stream = dig(source, 'stream') ?? dig(source, 'body') ?? source;
  // Checked by calling it: the types of `collectStream` promise a stream.
  return (stream as Partial<AsyncIterable<unknown>> | undefined)?.[Symbol.asyncIterator]?.();
}

/** An event, out of its bytes where it has some. Exceptions that a transport hands on as events are thrown. */
function toEvent(raw: unknown) {
  const event = decodeJson(dig(raw, 'chunk', 'bytes') ?? raw);
  const [name = '', value] = Object.entries(fieldsOf(event))[0] ?? [];
  if (name.endsWith('Exception')) throw value;
  if (dig(event, 'type') === 'error') throw Object.assign(new Error(), dig(event, 'error'));
  return event;
}
