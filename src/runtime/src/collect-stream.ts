import type { AbortSignalLike } from './call-limit.js';
import { decodeJson } from './decode-json.js';
import { dig } from './dig.js';
import { fieldsOf } from './fields-of.js';
import { IncompleteResponseError } from './incomplete-response-error.js';
import { readConverseStream } from './read-converse-stream.js';
import { readMessagesStream } from './read-messages-stream.js';
import type { ConverseCommandOutput, ConverseStreamOutput } from './sdk-types.js';
import { stopOutcome } from './stop-outcome.js';
import type { StopOutcome } from './stop-outcome.js';
import type { StreamReader } from './stream-reader.js';
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
  const pieces: string[] = [];
  let events: AsyncIterator<unknown> | undefined;
  let reader: StreamReader | undefined;
  let text = '';
  const response = () => ({ $metadata: dig(source, '$metadata'), ...reader?.response() });
  const close = async () => {
    const closed = events?.return?.().catch(() => undefined);
    // After an abort it would wait for the event that does not come.
    if (!signal?.aborted) await closed;
  };
  const step = async (isOpen: boolean) => {
    if (!isOpen) return false;
    try {
      const iterator = (events ??= eventsOf(source)[Symbol.asyncIterator]());
      const { done, value } = await unlessAborted<IteratorResult<unknown, unknown>>(signal, async () =>
        iterator.next(),
      );
      if (done) {
        assertEnded(response());
        return false;
      }
      const event = toEvent(value);
      reader ??= dig(event, 'type') ? readMessagesStream() : readConverseStream();
      const piece = reader.add(event);
      text += piece;
      if (piece) pieces.push(piece);
      return true;
    } catch (error) {
      void close();
      throw toFailure(error, response(), signal);
    }
  };
  // One event after the other, whoever asks: a reader of the text and `outcome` may do so at the same time.
  let line = Promise.resolve(true);
  const advance = () => (line = line.then(step));
  const whole = async () => {
    while (await advance());
    return response();
  };
  return {
    async *[Symbol.asyncIterator]() {
      let at = 0;
      try {
        for (let isOpen = true; isOpen;) {
          isOpen = await advance();
          for (; at < pieces.length; at += 1) yield pieces[at] ?? '';
        }
      } finally {
        // The reader may leave before the end.
        await close();
      }
    },
    get text() {
      return text;
    },
    response: whole,
    outcome: async () => stopOutcome(await whole()),
  };
}

/** The events in what a client answered; none where it answered something else. */
function eventsOf(source: unknown): AsyncIterable<unknown> {
  const events = dig(source, 'stream') ?? dig(source, 'body') ?? source;
  return isAsyncIterable(events) ? events : nothing();
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof dig(value, Symbol.asyncIterator) === 'function';
}

// eslint-disable-next-line @typescript-eslint/no-empty-function -- a stream without events
async function* nothing(): AsyncGenerator<never, void> {}

/** An event, out of its bytes where it has some. Exceptions that a transport hands on as events are thrown. */
function toEvent(raw: unknown) {
  const bytes = dig(raw, 'chunk', 'bytes');
  const event = bytes instanceof Uint8Array ? decodeJson(bytes) : raw;
  const [name = '', value] = Object.entries(fieldsOf(event))[0] ?? [];
  if (name.endsWith('Exception')) throw value;
  if (dig(event, 'type') === 'error') throw Object.assign(new Error(), dig(event, 'error'));
  return event;
}

/** Nor did it where the reader left the loop early. */
function assertEnded(response: object) {
  if (stopOutcome(response).stopReason !== undefined) return;
  throw new IncompleteResponseError(response, { code: 'STREAM_ENDED_EARLY' });
}

function toFailure(error: unknown, response: object, signal: AbortSignalLike | undefined) {
  const isAbort = signal?.aborted === true || dig(error, 'name') === 'AbortError';
  if (isAbort || error instanceof IncompleteResponseError) return error;
  return new IncompleteResponseError(response, { code: 'STREAM_FAILED', cause: error });
}
