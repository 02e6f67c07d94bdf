import { DeadlineError } from './deadline-error.js';
import { unlessAborted } from './unless-aborted.js';

/** What is used of an `AbortSignal`, so that declarations need neither those of browsers nor those of Node. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How long a call may take. */
export interface LimitOptions {
  /** Milliseconds that the call may take in all, retries, fallbacks and the end of a stream included. Then it throws a `DeadlineError`. */
  readonly deadline?: number | undefined;
  /** Aborts the call, which then throws the signal's reason. */
  readonly signal?: AbortSignalLike | undefined;
}

/** A running call. */
export interface CallLimit {
  readonly signal: AbortSignalLike & { readonly onabort: (() => void) | null };
  /** Does the work, unless the call is over; stops waiting for it when the call is over. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** To be called when the call is over: clocks and listeners go, and where it is not done, what is still running stops. */
  end(isDone: boolean): void;
}

// Every platform has these; not every program has declarations for them.
declare class AbortController {
  readonly signal: CallLimit['signal'];
  abort(reason?: unknown): void;
}
declare function setTimeout(callback: () => void, ms: number): number;
declare function clearTimeout(timer: unknown): void;

/** Starts the clock of a call. */
export function startLimit({ deadline = Infinity, signal }: LimitOptions): CallLimit {
  const controller = new AbortController();
  // Longer ones, of 24 days, timers don't know: they would end at once.
  const timer = deadline < 2 ** 31 && setTimeout(() => controller.abort(new DeadlineError(deadline)), deadline);
  const forward = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', forward);
  if (signal?.aborted) forward();
  return {
    signal: controller.signal,
    run: (work) => unlessAborted(controller.signal, work),
    end(isDone) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', forward);
      if (!isDone) controller.abort();
    },
  };
}
