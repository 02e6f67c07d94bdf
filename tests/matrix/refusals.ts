import { circumstanceOf } from './cells.js';
import type { Cell } from './cells.js';
import type { FeatureName } from './features.js';
import type { Target } from './generations.js';

/** What a program meets once nothing but its ID is moved. */
export type Refusal =
  /** The exact error, as the vendors word it. */
  | { readonly error: string }
  /** No error: it makes something else of the answer than it did. */
  | { readonly answer: string };

export const ended =
  'This model version has reached the end of its life. Please refer to the AWS documentation for more details.';
const newApiVersion = 'anthropic_version: "2026-10-21" is not supported for this model.';
const samplingPair = '`temperature` and `top_p` cannot both be specified for this model. Please use only one.';
const prefill = 'This model does not support assistant message prefill. The conversation must end with a user message.';
const forcedTool = 'tool_choice: type "tool" and "any" are not supported for this model.';
const thinkingEnabled =
  '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.';

/** What the moved model answers to the rest of the program; `null` where it takes it and nothing changes. */
export function refusalOf(cell: Cell): Refusal | null {
  const { program, target, moved } = cell;
  const { surface, feature, model } = program;
  if (moved === null) return null;
  if (feature === 'bare-id' || feature === 'bare-id-anywhere') return { error: onDemand(moved) };
  const circumstance = circumstanceOf(cell);
  if (circumstance === 'newApiVersion') return { error: newApiVersion };
  // It sends none with thinking; no other error comes first.
  if (circumstance === 'sdkTemperature' && feature !== 'thinking-enabled') return { error: deprecated('temperature') };
  if (surface.startsWith('ai') && isDroppedBySdk(surface, feature, target)) return null;
  const refusal = byFeature[feature]?.(target, cell) ?? null;
  return isForced(feature) && model.family === 'haiku' ? null : refusal;
}

/** The error of an ID that its model can't be called by. */
function onDemand(moved: string): string {
  const bare = moved.slice(moved.indexOf('.') + 1);
  return `Invocation of model ID ${bare} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.`;
}

/** What the request says is refused by its own model too, so that it fails before anything is moved. */
export function refusedBefore({ program: { feature, surface } }: Cell): string | null {
  if (surface === 'anthropic1') return newApiVersion;
  switch (feature) {
    case 'temperature-and-top-p':
      return samplingPair;
    case 'thinking-wrong-shape':
      return 'thinking.type: Field required';
    case 'reasoning-config':
      return 'reasoning_config: Extra inputs are not permitted';
    default:
      return null;
  }
}

const byFeature: Readonly<Partial<Record<FeatureName, (target: Target, cell: Cell) => Refusal | null>>> = {
  'temperature-and-top-p': (target) => ({ error: target === 'latest' ? deprecated('temperature') : samplingPair }),
  temperature: inLatest(deprecated('temperature')),
  'top-k': inLatest(deprecated('top_k')),
  'thinking-enabled': inLatest(thinkingEnabled),
  'thinking-disabled': (target, { program }) => {
    if (target !== 'latest') return null;
    const instead = program.model.family === 'sonnet' ? ' Use "thinking.type.between_tools".' : '';
    return { error: `"thinking.type.disabled" is not supported for this model.${instead}` };
  },
  'thinking-wrong-shape': () => ({ error: 'thinking.type: Field required' }),
  'reasoning-config': () => ({ error: 'reasoning_config: Extra inputs are not permitted' }),
  prefill: (target) => (target === 'nearest' ? null : { error: prefill }),
  'tool-choice-tool': inLatest(forcedTool),
  'tool-choice-any': inLatest(forcedTool),
  'output-format': inLatest('output_config.format: Extra inputs are not permitted'),
  'strict-tools': inLatest('tools.0.custom.strict: Extra inputs are not permitted'),
  'text-editor': (_target, { program }) =>
    toolRefusal(`text_editor_${program.source === '3.5' ? '20241022' : '20250124'}`),
  computer: (target, { program }) => {
    if (program.source === '3.5') return toolRefusal('computer_20241022');
    return target === '4.6' && program.model.family === 'opus' ? toolRefusal('computer_20250124') : null;
  },
  bash: () => toolRefusal('bash_20241022'),
  'max-tokens': (target, { moved }) => {
    if (target === 'latest' || moved === null) return null;
    const model = moved.slice(moved.indexOf('.') + 1);
    return {
      error: `max_tokens: 128000 > 64000, which is the maximum allowed number of output tokens for ${model}`,
    };
  },
  completion: (_target, cell) => notMessages(cell),
  'completion-sampling': (_target, cell) => notMessages(cell),
  'first-block': (target) => (target === 'latest' ? { answer: '' } : null),
  'exact-tool-input': () => ({ answer: 'abroad' }),
};

function inLatest(error: string) {
  return (target: Target) => (target === 'latest' ? { error } : null);
}

function deprecated(parameter: string) {
  return `\`${parameter}\` is deprecated for this model.`;
}

function toolRefusal(type: string): Refusal {
  return { error: `tools.0: '${type}' does not match any of the expected tags` };
}

function notMessages({ moved }: Cell): Refusal {
  const model = (moved ?? '').slice((moved ?? '').indexOf('.') + 1);
  return { error: `"${model}" is not supported on this API. Please use the Messages API instead.` };
}

function isForced(feature: FeatureName) {
  return feature === 'tool-choice-tool' || feature === 'tool-choice-any';
}

/** What a major of the AI SDK leaves out by itself: a warning goes to the program's log. */
function isDroppedBySdk(surface: string, feature: FeatureName, target: Target) {
  if (feature === 'thinking-disabled') return surface !== 'ai4' || target !== 'latest';
  const dropping: readonly FeatureName[] = [
    'temperature-and-top-p',
    'temperature',
    'top-k',
    'tool-choice-tool',
    'tool-choice-any',
  ];
  return surface === 'ai7' && target === 'latest' && dropping.includes(feature);
}
