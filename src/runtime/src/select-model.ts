import { defaultModels } from './default-models.js';
import { describePrompt } from './describe-prompt.js';
import type { PromptDescription, RouterInput } from './describe-prompt.js';
import type {
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
import { englishSignals, hasSignal } from './signal-words.js';

/** Both tiers. */
export const tiers = ['simple', 'complex'] as const;

/** Everything that selects a model for one prompt. */
export interface SelectOptions extends RouterOptions, RouteOptions {}

/**
 * The model for a prompt: the simple one for short, plain questions, the complex one for long prompts, for tools and
 * attachments, and where the user's last text holds a signal word. The system prompt never decides. The same input gives
 * the same answer.
 *
 * Sizes are estimates: about 3.6 characters a token for English.
 *
 * @example
 * ```ts
 * selectModel('What are your opening hours?').modelId; // 'global.anthropic.claude-haiku-4-5-20251001-v1:0'
 * selectModel('Compare the two contracts, clause by clause.').reason; // 'signal'
 * selectModel('Vergleiche die Verträge.', { signals: ['vergleich*'] }).tier; // 'complex'
 * selectModel('Hello', { complex: 'us.anthropic.claude-opus-5', tier: 'complex' }).modelId; // 'us.anthropic.claude-opus-5'
 * ```
 */
export function selectModel(
  input: RouterInput,
  options: SelectOptions & { readonly classify: Classifier },
): Promise<Selection>;
export function selectModel(input: RouterInput, options?: SelectOptions & { readonly classify?: undefined }): Selection;
export function selectModel(input: RouterInput, options?: SelectOptions): Selection | Promise<Selection>;
export function selectModel(input: RouterInput, options: SelectOptions = {}): Selection | Promise<Selection> {
  const { classify, tier, previous, expectedTokens } = options;
  const prompt = describePrompt(input, expectedTokens);
  const decide = (classified?: Tier): Selection => {
    const [tier, reason] = choose(prompt, options, classified);
    const modelId = calledId(tierTarget(options, tier, previous?.modelId));
    return { modelId, tier, reason, estimatedTokens: prompt.estimatedTokens };
  };
  const later = async () => decide(tier || previous ? undefined : await classify?.(prompt, input));
  return classify ? later() : decide();
}

/** The model of a tier, with the defaults of this version. */
export function tierTarget(options: RouterOptions, tier: SelectedTier, custom = ''): TierTarget {
  return toTarget(tier === 'custom' ? custom : (options[tier] ?? defaultModels[tier]));
}

/** A model that is named by its ID alone is called without more ado. */
export function toTarget(target: string | TierTarget): TierTarget {
  return typeof target === 'string' ? { modelId: target } : target;
}

/** What goes into `modelId`. */
export function calledId({ modelId, profile }: ModelTarget): string {
  return profile ?? modelId;
}

function choose(
  { text, estimatedTokens, tools, attachments }: PromptDescription,
  options: SelectOptions,
  classified: Tier | undefined,
): readonly [SelectedTier, SelectionReason] {
  // Prompt and response: 1,500 and the usual 500.
  const simpleTokens = 2000;
  const { previous, tier, signals = englishSignals, simpleUpTo = {} } = options;
  if (tier) return [tier, 'override'];
  if (previous) return [previous.tier ?? tierOf(previous.modelId, options), 'previous'];
  // A classifier may be a model, and say anything.
  if (classified === 'simple' || classified === 'complex') return [classified, 'classifier'];
  if (estimatedTokens > (simpleUpTo.tokens ?? simpleTokens)) return ['complex', 'size'];
  if (tools > (simpleUpTo.tools ?? 0)) return ['complex', 'tools'];
  if (attachments > (simpleUpTo.attachments ?? 0)) return ['complex', 'attachments'];
  return hasSignal(text, signals) ? ['complex', 'signal'] : ['simple', 'simple'];
}

function tierOf(modelId: string, options: RouterOptions) {
  return tiers.find((tier) => calledId(tierTarget(options, tier)) === modelId) ?? 'custom';
}
