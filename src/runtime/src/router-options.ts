import type { PromptDescription, RouterInput } from './describe-prompt.js';
import type { ThinkingFields } from './with-thinking.js';

/** How hard a prompt is. */
export type Tier = 'simple' | 'complex';

/** A model to call, and how. */
export interface ModelTarget {
  /** The profile ID or model ID, as a literal: linters then see it age. */
  readonly modelId: string;
  /** What to call instead of `modelId`, such as the ARN of an application inference profile, which does not tell its model. */
  readonly profile?: string | undefined;
  /**
   * What `withThinking` makes for this model; used where the request says nothing of thinking. A request's own length must exceed its
   * budget.
   */
  readonly thinking?: ThinkingFields | undefined;
  /** The response's limit in tokens, where the request names none. */
  readonly maxTokens?: number | undefined;
}

/** A model of a router. */
export interface TierTarget extends ModelTarget {
  /** Where `converse` goes when this model is throttled, out of service or past its end of life, in this order. */
  readonly fallback?: readonly (string | ModelTarget)[] | undefined;
}

/** Decides instead of the signals; `undefined` leaves it to them. An error it throws reaches the caller. */
export type Classifier = (
  prompt: PromptDescription,
  input: RouterInput,
) => Tier | undefined | Promise<Tier | undefined>;

/** What a router knows before it sees a prompt. */
export interface RouterOptions {
  /** Default: Claude Haiku 4.5 by its global profile, in this major version. */
  readonly simple?: string | TierTarget | undefined;
  /** Default: Claude Sonnet 4.5 by its global profile, in this major version. */
  readonly complex?: string | TierTarget | undefined;
  /** Words that make a prompt complex when the user's last text holds them; `*` at the end of one stands for all its forms. Default: `englishSignals`. */
  readonly signals?: readonly string[] | undefined;
  /** What a simple prompt may have at most. Default: 2,000 tokens with the response, no tool, no attachment. `Infinity` lifts a limit. */
  readonly simpleUpTo?:
    | {
        readonly tokens?: number | undefined;
        readonly tools?: number | undefined;
        readonly attachments?: number | undefined;
      }
    | undefined;
  /** Decides instead of the signals. With one, results are promises. */
  readonly classify?: Classifier | undefined;
}

/** What a router is told of one call. */
export interface RouteOptions {
  /** Overrides everything else. */
  readonly tier?: Tier | undefined;
  /** How this conversation was answered last: it stays on that tier, because caches belong to a model. */
  readonly previous?: { readonly modelId: string; readonly tier?: SelectedTier | undefined } | undefined;
  /** Tokens of the response you expect. Default: 500, or what the request allows if that is less. */
  readonly expectedTokens?: number | undefined;
}

/** `custom`: a model of no tier, which the request or the conversation brought along. */
export type SelectedTier = Tier | 'custom';

/**
 * Why a model was selected: the call said so (`override`), the conversation was there already (`previous`), the classifier
 * said so; the prompt has more tokens (`size`), `tools` or `attachments` than a simple one, or a `signal` word; or
 * nothing of it (`simple`).
 */
export type SelectionReason =
  'override' | 'previous' | 'classifier' | 'size' | 'tools' | 'attachments' | 'signal' | 'simple';

/** The model for a prompt, and why. */
export interface Selection {
  /** What to call: goes into `modelId`. */
  readonly modelId: string;
  readonly tier: SelectedTier;
  readonly reason: SelectionReason;
  /** Tokens of the conversation and of the expected response, estimated. */
  readonly estimatedTokens: number;
}
