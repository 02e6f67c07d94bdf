import type { AbortSignalLike } from './call-limit.js';
import { unlessAborted } from './unless-aborted.js';

/** The same events, until the signal aborts: then it throws the signal's reason at once, however long the next event takes. */
export async function* untilAborted<Event>(
  events: AsyncIterable<Event>,
  signal: AbortSignalLike | undefined,
): AsyncGenerator<Event, void> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await unlessAborted<IteratorResult<Event, unknown>>(signal, async () => iterator.next());
      if (done) return;
      yield value;
    }
  } finally {
    const closed = iterator.return?.().catch(() => undefined);
    // After an abort it would wait for the event that does not come.
    if (!signal?.aborted) await closed;
  }
}
