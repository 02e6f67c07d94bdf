import type { Source } from './generations.js';
import type { RequestSpec } from './request-spec.js';

/** Something in a program that a newer model refuses, or answers otherwise. */
export interface Feature {
  readonly name: FeatureName;
  /** Generations whose programs had it. */
  readonly sources: readonly Source[];
  spec(source: Source): RequestSpec;
  /** How the ID is written; where a generation could be called without a profile it is, if nothing is said. */
  readonly id?: 'bare' | 'geographic';
  /** IDs of the models that took it, where not all of a generation did. */
  readonly only?: RegExp;
}

export type FeatureName =
  | 'bare-id'
  | 'bare-id-anywhere'
  | 'geographic-id'
  | 'temperature-and-top-p'
  | 'temperature'
  | 'top-k'
  | 'thinking-enabled'
  | 'thinking-disabled'
  | 'thinking-wrong-shape'
  | 'reasoning-config'
  | 'prefill'
  | 'tool-choice-tool'
  | 'tool-choice-any'
  | 'output-format'
  | 'strict-tools'
  | 'text-editor'
  | 'computer'
  | 'bash'
  | 'dead-beta'
  | 'context-1m'
  | 'max-tokens'
  | 'completion'
  | 'completion-sampling'
  | 'first-block'
  | 'exact-tool-input';

/** Of 3.5, the Sonnet of October 2024. */
const octoberSonnetAndLater = /20241022-v2|-3-7-|-4-/;
const messages: readonly Source[] = ['3', '3.5', '3.7', '4', '4.1'];
const thinkers: readonly Source[] = ['3.7', '4', '4.1'];
const completions: readonly Source[] = ['instant', '2'];

export const features: readonly Feature[] = [
  { name: 'bare-id', sources: ['instant', '2', '3', '3.5'], id: 'bare', spec: () => ({ reads: 'text' }) },
  { name: 'bare-id-anywhere', sources: ['3', '3.5'], id: 'bare', spec: () => ({ reads: 'text' }) },
  { name: 'geographic-id', sources: messages, id: 'geographic', spec: () => ({ reads: 'text' }) },
  {
    name: 'temperature-and-top-p',
    sources: messages,
    spec: () => ({ temperature: 0.2, topP: 0.9, reads: 'text' }),
  },
  { name: 'temperature', sources: messages, spec: () => ({ temperature: 0, reads: 'text' }) },
  { name: 'top-k', sources: messages, spec: () => ({ topK: 40, reads: 'text' }) },
  {
    name: 'thinking-enabled',
    sources: thinkers,
    spec: () => ({ maxTokens: 4000, thinking: 'enabled', reads: 'text' }),
  },
  { name: 'thinking-disabled', sources: thinkers, spec: () => ({ thinking: 'disabled', reads: 'text' }) },
  {
    name: 'thinking-wrong-shape',
    sources: thinkers,
    spec: () => ({ maxTokens: 4000, thinking: 'wrongShape', reads: 'text' }),
  },
  {
    name: 'reasoning-config',
    sources: thinkers,
    spec: () => ({ maxTokens: 4000, thinking: 'reasoningConfig', reads: 'text' }),
  },
  { name: 'prefill', sources: messages, spec: () => ({ prefill: true, reads: 'json' }) },
  {
    name: 'tool-choice-tool',
    sources: messages,
    spec: () => ({ tools: 'plain', toolChoice: 'tool', reads: 'toolInput' }),
  },
  {
    name: 'tool-choice-any',
    sources: messages,
    spec: () => ({ tools: 'plain', toolChoice: 'any', reads: 'toolInput' }),
  },
  { name: 'output-format', sources: ['4.1'], spec: () => ({ outputFormat: true, reads: 'wholeJson' }) },
  { name: 'strict-tools', sources: ['4.1'], spec: () => ({ tools: 'strict', reads: 'toolInput' }) },
  {
    name: 'text-editor',
    only: octoberSonnetAndLater,
    sources: ['3.5', '3.7'],
    spec: (source) => ({
      anthropicTool: { type: `text_editor_${source === '3.5' ? '20241022' : '20250124'}`, name: 'str_replace_editor' },
      ...(source === '3.5' && { beta: 'computer-use-2024-10-22' }),
      reads: 'toolName',
    }),
  },
  {
    name: 'computer',
    only: octoberSonnetAndLater,
    sources: ['3.5', '3.7', '4', '4.1'],
    spec: (source) => ({
      anthropicTool: {
        type: `computer_${source === '3.5' ? '20241022' : '20250124'}`,
        name: 'computer',
        display_width_px: 1024,
        display_height_px: 768,
      },
      beta: source === '3.5' ? 'computer-use-2024-10-22' : 'computer-use-2025-01-24',
      reads: 'toolName',
    }),
  },
  {
    name: 'bash',
    only: octoberSonnetAndLater,
    sources: ['3.5'],
    spec: () => ({
      anthropicTool: { type: 'bash_20241022', name: 'bash' },
      beta: 'computer-use-2024-10-22',
      reads: 'toolName',
    }),
  },
  {
    name: 'dead-beta',
    only: octoberSonnetAndLater,
    sources: ['3.5', '3.7'],
    spec: (source) => ({
      beta: source === '3.5' ? 'prompt-caching-2024-07-31' : 'token-efficient-tools-2025-02-19',
      reads: 'text',
    }),
  },
  {
    name: 'context-1m',
    sources: ['4'],
    only: /sonnet/,
    spec: () => ({ beta: 'context-1m-2025-08-07', reads: 'text' }),
  },
  {
    name: 'max-tokens',
    sources: ['3.7'],
    spec: () => ({ maxTokens: 128_000, beta: 'output-128k-2025-02-19', reads: 'text' }),
  },
  { name: 'completion', sources: completions, spec: () => ({ completion: true, temperature: 0.5, reads: 'text' }) },
  {
    name: 'completion-sampling',
    sources: completions,
    spec: () => ({ completion: true, temperature: 0.5, topP: 0.9, topK: 250, reads: 'text' }),
  },
  { name: 'first-block', sources: messages, spec: () => ({ reads: 'firstBlock' }) },
  { name: 'exact-tool-input', sources: messages, spec: () => ({ tools: 'plain', reads: 'exactToolInput' }) },
];
