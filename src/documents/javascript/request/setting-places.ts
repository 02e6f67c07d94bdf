import type { RequestSetting } from '../../request.js';
import type { RequestForm } from '../surfaces/call-site.js';

type Places = Readonly<Partial<Record<RequestSetting, readonly string[]>>>;

/** What only Claude knows, wherever an API lets it through. */
function claudeFields(within: string): Places {
  return prefixed(within, {
    topK: ['top_k'],
    thinking: ['thinking', 'reasoning_config'],
    effort: ['output_config.effort'],
    toolChoice: ['tool_choice'],
    tools: ['tools'],
    betas: ['anthropic_beta'],
    outputFormat: ['output_config.format', 'output_format'],
    apiVersion: ['anthropic_version'],
  });
}

function prefixed(within: string, places: Places): Places {
  return Object.fromEntries(
    Object.entries(places).map(([setting, paths]) => [setting, paths.map((path) => `${within}.${path}`)]),
  );
}

function joined(...all: readonly Places[]): Places {
  const found: Partial<Record<RequestSetting, string[]>> = {};
  for (const places of all)
    for (const setting of requestSettings) {
      const paths = [...(found[setting] ?? []), ...(places[setting] ?? [])];
      if (paths.length > 0) found[setting] = paths;
    }
  return found;
}

/** Every setting of a request. */
const requestSettings = [
  'maxTokens',
  'temperature',
  'topP',
  'topK',
  'stopSequences',
  'thinking',
  'effort',
  'toolChoice',
  'tools',
  'messages',
  'betas',
  'outputFormat',
  'serviceTier',
  'latency',
  'apiVersion',
  'prompt',
  'maxTokensToSample',
] as const satisfies readonly RequestSetting[];

const sampling: Places = { temperature: ['temperature'], topP: ['topP'], topK: ['topK'] };

const messages: Places = {
  maxTokens: ['max_tokens'],
  temperature: ['temperature'],
  topP: ['top_p'],
  topK: ['top_k'],
  stopSequences: ['stop_sequences'],
  thinking: ['thinking', 'reasoning_config'],
  effort: ['output_config.effort'],
  toolChoice: ['tool_choice'],
  tools: ['tools'],
  messages: ['messages'],
  betas: ['anthropic_beta', 'betas'],
  outputFormat: ['output_config.format', 'output_format'],
  serviceTier: ['service_tier'],
  apiVersion: ['anthropic_version'],
  prompt: ['prompt'],
  maxTokensToSample: ['max_tokens_to_sample'],
};

const aiSdk: Places = {
  ...sampling,
  maxTokens: ['maxOutputTokens', 'maxTokens'],
  stopSequences: ['stopSequences'],
  toolChoice: ['toolChoice'],
  tools: ['tools'],
  messages: ['messages'],
  outputFormat: ['output', 'experimental_output', 'schema'],
};

/** Up to version 4 the provider is `bedrock`, from 5 on `amazonBedrock` as well. */
function aiSdkProvider(name: string): Places {
  const within = `providerOptions.${name}`;
  return joined(
    prefixed(within, {
      thinking: ['reasoningConfig'],
      effort: ['reasoningConfig.maxReasoningEffort'],
      betas: ['anthropicBeta'],
      serviceTier: ['serviceTier'],
    }),
    claudeFields(`${within}.additionalModelRequestFields`),
  );
}

function anthropicProvider(name: string): Places {
  return prefixed(`providerOptions.${name}`, {
    thinking: ['thinking'],
    effort: ['effort'],
    betas: ['anthropicBeta'],
  });
}

/** Where each kind of request keeps its settings: the names that lead there, joined by dots. What an API does not read is no setting. */
const places: Readonly<Record<RequestForm, Places>> = {
  converse: joined(
    {
      ...prefixed('inferenceConfig', {
        ...sampling,
        topK: [],
        maxTokens: ['maxTokens'],
        stopSequences: ['stopSequences'],
      }),
      tools: ['toolConfig.tools'],
      toolChoice: ['toolConfig.toolChoice'],
      messages: ['messages'],
      outputFormat: ['outputConfig.textFormat'],
      serviceTier: ['serviceTier'],
      latency: ['performanceConfig.latency'],
    },
    claudeFields('additionalModelRequestFields'),
  ),
  invokeCommand: { serviceTier: ['serviceTier'], latency: ['performanceConfigLatency'] },
  messages,
  aiSdk: joined(aiSdk, aiSdkProvider('bedrock'), aiSdkProvider('amazonBedrock')),
  aiSdkAnthropic: joined(aiSdk, anthropicProvider('anthropic'), anthropicProvider('bedrockAnthropic')),
  aiSdkModel: joined({ topK: ['topK'] }, claudeFields('additionalModelRequestFields')),
  langChain: joined(
    {
      ...sampling,
      maxTokens: ['maxTokens'],
      stopSequences: ['stop', 'stopSequences'],
      latency: ['performanceConfig.latency'],
      serviceTier: ['serviceTier'],
    },
    claudeFields('additionalModelRequestFields'),
    prefixed('modelKwargs', messages),
  ),
  langChainOptions: { toolChoice: ['tool_choice'], tools: ['tools'], stopSequences: ['stop'] },
  strands: joined(
    { temperature: ['temperature'], topP: ['topP'], maxTokens: ['maxTokens'], stopSequences: ['stopSequences'] },
    claudeFields('additionalRequestFields'),
  ),
  strandsAgent: { tools: ['tools'], messages: ['messages'] },
  headers: { betas: ['anthropic-beta', 'Anthropic-Beta'] },
};

export interface SettingPlace {
  readonly setting: RequestSetting;
  /** The names that lead there, outermost first. */
  readonly names: readonly string[];
}

const listed = new Map<RequestForm, readonly SettingPlace[]>();

/** Where a kind of request keeps its settings, in the order of `requestSettings`. */
export function settingPlacesOf(form: RequestForm): readonly SettingPlace[] {
  const known = listed.get(form);
  if (known) return known;
  const found = requestSettings.flatMap((setting) =>
    (places[form][setting] ?? []).map((path) => ({ setting, names: path.split('.') })),
  );
  listed.set(form, found);
  return found;
}
