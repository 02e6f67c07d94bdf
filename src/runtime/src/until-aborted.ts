import type { AbortSignalLike } from './call-limit.js';

/** The same events, until the signal aborts: then it throws the signal's reason at once, however long the next event takes. */
export async function* untilAborted<Event>(
  events: AsyncIterable<Event>,
  signal: AbortSignalLike | undefined,
): AsyncGenerator<Event, void> {
  const iterator = events[Symbol.asyncIterator]();
  let abort: () => void = () => undefined;
  const forward = () => abort();
  signal?.addEventListener('abort', forward);
  try {
    for (;;) {
      const { done, value } = await new Promise<IteratorResult<Event, unknown>>((resolve, reject) => {
        // The reason is whatever the caller aborts with.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        abort = () => reject(signal?.reason);
        if (signal?.aborted) abort();
        else iterator.next().then(resolve, reject);
      });
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener('abort', forward);
    const closed = iterator.return?.().catch(() => undefined);
    // After an abort it would wait for the event that does not come.
    if (!signal?.aborted) await closed;
  }
}
