import { assertComplete } from './assert-complete.js';
import type { CallLimit } from './call-limit.js';
import type { CallOptions } from './call-options.js';
import { IncompleteResponseError } from './incomplete-response-error.js';
import type { OpenStream } from './open-stream.js';
import type { ConverseStreamOutput } from './sdk-types.js';

/** The events of a stream as they come, and after the last one an error if the answer is not complete. */
export async function* deliverStream(
  { response, head, next, usage }: OpenStream,
  limit: CallLimit,
  by: { readonly modelId: string },
  { allow, onUsage }: CallOptions,
): AsyncGenerator<ConverseStreamOutput, void, undefined> {
  const ahead = [...head];
  let text = '';
  let ending: ConverseStreamOutput['messageStop'];
  let isDone = false;
  try {
    for (;;) {
      const step = await (ahead.shift() ?? next());
      if (step.done) break;
      const { contentBlockDelta, messageStop, metadata } = step.value;
      text += contentBlockDelta?.delta?.text ?? '';
      ending ??= messageStop;
      if (metadata?.usage && metadata.usage !== usage) onUsage?.(metadata.usage, by);
      yield step.value;
    }
    isDone = true;
  } finally {
    limit.end();
    if (!isDone) limit.abort();
  }
  const answer = { ...response, ...ending, output: { message: { content: [{ text }] } } };
  if (!ending) throw new IncompleteResponseError(answer, { code: 'STREAM_ENDED_EARLY' });
  assertComplete(answer, { allow });
}
