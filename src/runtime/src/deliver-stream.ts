import { assertComplete } from './assert-complete.js';
import type { CallLimit } from './call-limit.js';
import type { CallOptions } from './call-options.js';
import { IncompleteResponseError } from './incomplete-response-error.js';
import type { OpenStream } from './open-stream.js';
import type { ConverseStreamOutput } from './sdk-types.js';

/** The events of a stream as they come, and after the last one an error if the answer is not complete. */
export function deliverStream(
  { response, next, usage }: OpenStream,
  limit: CallLimit,
  by: { readonly modelId: string },
  { allow, onUsage }: CallOptions,
): AsyncGenerator<ConverseStreamOutput, void, undefined> {
  const events = read();
  // A generator that has not begun would end without letting go of the call.
  void events.next();
  return events;

  async function* read(): AsyncGenerator<ConverseStreamOutput, void, undefined> {
    let text = '';
    let ending: ConverseStreamOutput['messageStop'];
    let isDone = false;
    try {
      // For the beginning above alone.
      yield { messageStart: { role: 'assistant' } };
      for (;;) {
        const { done, value } = await next();
        if (done) break;
        const { contentBlockDelta, messageStop, metadata } = value;
        text += contentBlockDelta?.delta?.text ?? '';
        ending ??= messageStop;
        if (metadata?.usage && metadata.usage !== usage) onUsage?.(metadata.usage, by);
        yield value;
      }
      isDone = true;
    } finally {
      limit.end(isDone);
    }
    const answer = { ...response, ...ending, text };
    if (!ending) throw new IncompleteResponseError(answer, { code: 'STREAM_ENDED_EARLY' });
    assertComplete(answer, { allow });
  }
}
