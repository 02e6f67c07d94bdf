import type { CallLimit } from './call-limit.js';
import type { CallOptions } from './call-options.js';
import type { Answer } from './run-call.js';
import type { ConverseStreamCommandOutput, ConverseStreamOutput } from './sdk-types.js';
import { stopOutcome } from './stop-outcome.js';

/** An event, or the end. */
type StreamStep = IteratorResult<ConverseStreamOutput, unknown>;

/** A stream whose first event is there. */
export interface OpenStream extends Answer {
  readonly response: Omit<ConverseStreamCommandOutput, 'stream'>;
  /** The next event, or the end. */
  next(): Promise<StreamStep>;
}

/**
 * Waits for the first event of a stream. Where refusals matter, for the first text: Claude refuses before it writes anything, and
 * such an answer is read to its end, for its usage, and because a connection with an unread rest is not free for another call.
 */
export async function openStream(
  { stream, ...response }: ConverseStreamCommandOutput,
  limit: CallLimit,
  { onRefusal }: CallOptions,
): Promise<OpenStream> {
  const events = stream?.[Symbol.asyncIterator]();
  const read = () => limit.run<StreamStep>(async () => events?.next() ?? { done: true, value: undefined });
  const head = [read()];
  const answer: Answer = {};
  await head[0];
  try {
    for (const step of head) {
      const { done, value } = await step;
      if (!onRefusal || done || value.contentBlockDelta) break;
      const { messageStop, metadata } = value;
      Object.assign(
        answer,
        messageStop && { outcome: stopOutcome(messageStop) },
        metadata && { usage: metadata.usage },
      );
      head.push(read());
    }
  } catch {
    // The error is in line, for the reader.
  }
  return { ...answer, response, next: () => head.shift() ?? read() };
}
