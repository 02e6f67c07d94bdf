import type { LimitOptions } from './call-limit.js';
import type { ClassifyingRouter, Router } from './create-router.js';
import type { PromptCachingOptions } from './prompt-caching-options.js';
import type { ModelTarget, RouteOptions, SelectedTier, SelectionReason } from './router-options.js';
import type { TokenUsage } from './sdk-types.js';
import type { Ending, StopKind } from './stop-outcome.js';

/** What `converse` and `converseStream` do around the request. */
export interface CallOptions extends RouteOptions, LimitOptions {
  /** Selects the model. A `modelId` in the request overrides it. */
  readonly router?: Router | ClassifyingRouter | undefined;
  /** Places cache points as `withPromptCaching` does, such that they hold for every model the request may go to. */
  readonly cache?: boolean | Omit<PromptCachingOptions, 'models'> | undefined;
  /** Where to go when a model is throttled, out of service or past its end of life, and the SDK's own retries gave up. Default: those of the router's tier. */
  readonly fallback?: readonly (string | ModelTarget)[] | undefined;
  /** Kinds of ending to accept besides `complete` and `toolUse`. All others throw an `IncompleteResponseError`. */
  readonly allow?: readonly StopKind[] | undefined;
  /** Told of the tokens of every answer, as soon as they are known. An error it throws reaches the caller. */
  readonly onUsage?: ((usage: TokenUsage, by: { readonly modelId: string }) => void) | undefined;
  /**
   * Told of a refusal. May name a model to ask instead; one that has refused already is not asked again. Of a stream: only where nothing was
   * written before.
   */
  readonly onRefusal?: RefusalHandler | undefined;
  /** Told of every attempt, failed ones included. */
  readonly onAttempt?: ((attempt: CallAttempt) => void) | undefined;
}

/** Decides what follows on a refusal: nothing, or another model. */
export type RefusalHandler = (
  refusal: Ending<'refused'>,
  by: { readonly modelId: string },
) => string | ModelTarget | undefined | Promise<string | ModelTarget | undefined>;

/** One request that was sent, the SDK's own retries included. */
export interface CallAttempt {
  /** What was called. */
  readonly modelId: string;
  /** How it ended; `undefined` for a stream that goes on, and where an error came instead. */
  readonly outcome?: StopKind | undefined;
  /** What the SDK threw. */
  readonly error?: unknown;
}

/** What was done for an answer; goes into `previous` of the next call of a conversation. */
export interface CallReport {
  /** What answered. */
  readonly modelId: string;
  /** Of a routed call: the tier, why it was chosen, and the estimated tokens. */
  readonly tier?: SelectedTier;
  readonly reason?: SelectionReason;
  readonly estimatedTokens?: number;
  /** In their order, the answer last. */
  readonly attempts: readonly CallAttempt[];
}
