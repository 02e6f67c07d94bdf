import { baseModelId } from './base-model-id.js';
import { catalogRow, nameOf } from './catalog-row.js';
import { caching, traits } from './catalog.generated.js';

/** A line of Claude models. */
export type ModelFamily = 'haiku' | 'sonnet' | 'opus' | 'fable' | 'mythos';

/** How long Bedrock keeps a cached prefix: five minutes or an hour, counted from its last use. */
export type CacheTtl = '5m' | '1h';

/** A value that `thinking.type` takes. */
export type ThinkingType = 'enabled' | 'adaptive' | 'disabled' | 'between_tools';

/** A level that `output_config.effort` takes. */
export type EffortLevel = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** What {@link modelTraits} tells of a model. `null`: not known. */
export interface ModelTraits {
  /** `false` for a model newer than this package, an ARN that names none, and what is no Claude on Bedrock: all but `family` and `generation` is unknown then. */
  readonly known: boolean;
  /** The base model ID, without geography and ARN. */
  readonly modelId: string | null;
  /** As its ID spells it, also for a model that is not known. */
  readonly family: ModelFamily | null;
  /** `'3'`, `'3.5'`, … `'5.5'`, `'preview'`: as its ID spells it, also for a model that is not known. */
  readonly generation: string | null;
  /** Tokens of prompt and response together. */
  readonly contextTokens: number | null;
  /** The most that `maxTokens` may ask for. */
  readonly maxOutputTokens: number | null;
  /** Tokens that a prefix needs at least before Bedrock caches it; below, nothing is cached and nothing fails. */
  readonly cacheMinTokens: number | null;
  /** Cache points that one request may hold. */
  readonly maxCachePoints: number | null;
  /** Empty where none is known. */
  readonly cacheTtls: readonly CacheTtl[];
  /** What `thinking.type` takes; empty where none is known. `enabled` is the form with `budget_tokens`. */
  readonly thinking: readonly ThinkingType[];
  /** Whether the model thinks when `thinking` is left out. */
  readonly thinkingWhenOmitted: 'on' | 'off' | null;
  /** What `output_config.effort` takes; empty where none is known. */
  readonly effort: readonly EffortLevel[];
  /** The effort of a request that names none. */
  readonly defaultEffort: EffortLevel | null;
  /** Which sampling parameters are accepted; `temperatureWithTopP`: both in one request. */
  readonly sampling: {
    readonly temperature: boolean | null;
    readonly topP: boolean | null;
    readonly topK: boolean | null;
    readonly temperatureWithTopP: boolean | null;
  };
  /** Whether the last message may be the beginning of the assistant's answer. */
  readonly prefill: boolean | null;
  /** Whether a tool may be forced by `tool_choice` `any` or `tool`; by some models only in a request that disables thinking. */
  readonly forcedToolChoice: boolean | null;
  /** Whether tools may be marked `strict`. */
  readonly strictTools: boolean | null;
  /** Whether `bedrock-runtime` accepts an output format with a JSON schema. */
  readonly structuredOutputs: boolean | null;
}

const families = ['haiku', 'sonnet', 'opus', 'fable', 'mythos'] as const;
const cacheTtls = ['5m', '1h'] as const;
const thinkingTypes = ['adaptive', 'enabled', 'disabled', 'between_tools'] as const;
const effortLevels = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
/** `4-5` in `haiku-4-5-20251001-v1:0`, `3-5` in `3-5-haiku-…`, `preview` in `mythos-preview`. */
const generationPattern = /(?:^|-)(preview|\d{1,2}(?:-\d{1,2})?)\b/;

/**
 * What a Claude model on Bedrock accepts and how far it goes: what to ask instead of `id.includes('claude-3')`. Takes model
 * IDs, profile IDs and ARNs, and never throws. The figures are those of the model cards and guides of AWS, and of
 * Anthropic where AWS is silent, on the day this version was made.
 *
 * @example
 * ```ts
 * modelTraits('global.anthropic.claude-haiku-4-5-20251001-v1:0').cacheMinTokens; // 4096
 * modelTraits('us.anthropic.claude-opus-4-8').prefill; // false
 * modelTraits('anthropic.claude-3-5-haiku-20241022-v1:0').generation; // '3.5'
 * modelTraits('anthropic.claude-opus-9').known; // false
 * ```
 */
export function modelTraits(modelId: string): ModelTraits {
  const base = baseModelId(modelId);
  const name = nameOf(base);
  const row = catalogRow(traits, base);
  const [context, output, thinking, omitted, effort, defaultEffort, ...flags] = row ?? '';
  const [cacheMin, points, ttls] = catalogRow(caching, base) ?? '';
  const flag = (at: number) => itemAt([false, true], flags[at]);
  return {
    known: row !== undefined,
    modelId: base,
    family: families.find((family) => name.includes(family)) ?? null,
    generation: generationPattern.exec(name)?.[1]?.replace('-', '.') ?? null,
    contextTokens: itemAt([200_000, 1_000_000], context),
    maxOutputTokens: itemAt([4096, 8192, 32_000, 64_000, 128_000], output),
    cacheMinTokens: Number(cacheMin) * 512 || null,
    maxCachePoints: points ? Number(points) : null,
    cacheTtls: itemsIn(cacheTtls, ttls),
    thinking: itemsIn(thinkingTypes, thinking),
    thinkingWhenOmitted: itemAt(['off', 'on'], omitted),
    effort: itemsIn(effortLevels, effort),
    defaultEffort: itemAt(effortLevels, defaultEffort),
    sampling: { temperature: flag(0), topP: flag(1), topK: flag(2), temperatureWithTopP: flag(3) },
    prefill: flag(4),
    forcedToolChoice: flag(5),
    strictTools: flag(6),
    structuredOutputs: flag(7),
  };
}

/** The item whose place a character names. */
function itemAt<T>(items: readonly T[], place?: string) {
  return items[Number(place)] ?? null;
}

/** The items whose places, as powers of two, add up to what a character says. */
function itemsIn<T>(items: readonly T[], sum = '') {
  return items.filter((_, at) => (parseInt(sum, 32) >> at) & 1);
}
