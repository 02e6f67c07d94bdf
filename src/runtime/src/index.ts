export { assertComplete } from './assert-complete.js';
export type { AssertCompleteOptions } from './assert-complete.js';
export { cachePoint } from './cache-point.js';
export type { CachePoint } from './cache-point.js';
export { cacheSystem } from './cache-system.js';
export type { AbortSignalLike, LimitOptions } from './call-limit.js';
export type { CallAttempt, CallOptions, CallReport, RefusalHandler } from './call-options.js';
export { converseStream } from './converse-stream.js';
export type { ConverseStreamCommandOption, ConverseStreamInput, ConverseStreamResult } from './converse-stream.js';
export { converse } from './converse.js';
export type { ConverseCommandOption, ConverseInput, ConverseResult } from './converse.js';
export { createRouter } from './create-router.js';
export type { ClassifyingRouter, Routed, Router } from './create-router.js';
export { DeadlineError } from './deadline-error.js';
export type {
  InferenceSettings,
  PromptDescription,
  PromptMessage,
  PromptRequest,
  RouterInput,
} from './describe-prompt.js';
export { IncompleteResponseError } from './incomplete-response-error.js';
export type { IncompleteResponseErrorCode, IncompleteResponseErrorOptions } from './incomplete-response-error.js';
export { inferenceProfile } from './inference-profile.js';
export type { InferenceProfileOptions } from './inference-profile.js';
export { InferenceProfileError } from './inference-profile-error.js';
export type { InferenceProfileErrorCode } from './inference-profile-error.js';
export { matchStop } from './match-stop.js';
export type { StopHandlers } from './match-stop.js';
export { modelTraits } from './model-traits.js';
export type { CacheTtl, EffortLevel, ModelFamily, ModelTraits, ThinkingType } from './model-traits.js';
export { perCall } from './per-call.js';
export type { PromptCachingOptions } from './prompt-caching-options.js';
export type { OpenRequest } from './request-for.js';
export type {
  Classifier,
  ModelTarget,
  RouteOptions,
  RouterOptions,
  SelectedTier,
  Selection,
  SelectionReason,
  Tier,
  TierTarget,
} from './router-options.js';
export { selectModel } from './select-model.js';
export type { SelectOptions } from './select-model.js';
export { englishSignals } from './signal-words.js';
export { stopOutcome } from './stop-outcome.js';
export type { Ending, RefusalDetails, StopKind, StopOutcome } from './stop-outcome.js';
export { supports } from './supports.js';
export type { ModelTrait } from './supports.js';
export { textOf } from './text-of.js';
export { ThinkingError } from './thinking-error.js';
export type { ThinkingErrorCode } from './thinking-error.js';
export { trimToolInput } from './trim-tool-input.js';
export { withCacheControl } from './with-cache-control.js';
export type { MessagesPrompt } from './with-cache-control.js';
export { withPromptCaching } from './with-prompt-caching.js';
export type { ConversePrompt } from './with-prompt-caching.js';
export { withThinking } from './with-thinking.js';
export type { ThinkingFields, ThinkingOptions, ThinkingRequest } from './with-thinking.js';
