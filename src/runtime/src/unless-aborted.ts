import type { AbortSignalLike } from './call-limit.js';

/** Does the work unless the signal has aborted, and stops waiting for it when it does: then it throws the signal's reason. */
export function unlessAborted<Result>(
  signal: AbortSignalLike | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    // The reason is whatever the caller aborts with.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    else {
      signal?.addEventListener('abort', abort);
      void work()
        .then(resolve, reject)
        .then(() => signal?.removeEventListener('abort', abort));
    }
  });
}
