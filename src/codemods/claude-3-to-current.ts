import type { Migration } from '../planner/migration.js';
import { defineCodemod } from './define-codemod.js';

/**
 * From models that have ended or are ending to their successors under the policy, with the inference profile they need.
 * Where the policy leaves the geography to the default, this migration takes it; choices among several stay with a person.
 */
export const migration: Migration = {
  name: 'claude-3-to-current',
  rules: [
    'valid-model-id',
    'no-end-of-life-model',
    'no-legacy-model',
    'require-inference-profile',
    'no-text-completions',
    'no-conflicting-sampling',
    'no-removed-sampling',
    'valid-thinking-config',
    'no-assistant-prefill',
    'no-forced-tool-choice',
    'valid-max-tokens',
    'valid-structured-output',
    'no-obsolete-beta',
    'no-unavailable-throughput',
    'no-first-block-text',
    'no-exact-tool-input-match',
    'compatible-sdk-version',
    'no-brittle-model-gate',
  ],
  repairs: [
    'useSuccessor',
    'useSuccessorProfile',
    'useProfile',
    'useMantleId',
    'useIntendedModel',
    'askForOpening',
    'askForTool',
    'turnThinkingOff',
    'removeStrict',
    'moveFormat',
    'removeTopP',
    'removeSampling',
    'useAdaptive',
    'useBetweenTools',
    'removeThinking',
    'fixThinkingShape',
    'useThinkingName',
    'removeEffort',
    'removeForThinking',
    'useLimit',
    'findText',
    'trimText',
    'trimToolInput',
    'useTextOf',
    'removeBeta',
    'useToolVersion',
    'dropThroughputSetting',
    'askForTrait',
  ],
};

export default defineCodemod(migration);
