import type { Document } from '../documents/document.js';
import { isTestPath } from '../documents/test-path.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { copiedDefaults } from './max-tokens/copied-defaults.js';
import { excessiveLimits } from './max-tokens/excessive-limits.js';
import { missingLimits } from './max-tokens/missing-limits.js';
import { fieldFindings } from './request/field-findings.js';

export interface Options {
  readonly reportCopiedDefaults: boolean;
  readonly maxTokens?: number;
}

/** How long an answer may be is for a team to say. */
const defaultOptions: Options = { reportCopiedDefaults: false };

export default defineRule({
  name: 'valid-max-tokens',
  meta: {
    type: 'problem',
    docs: {
      description: "require `max_tokens` where it is required, within the model's limit",
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      missing:
        'The Messages API requires `max_tokens`: without it the request fails with a ValidationException. Say how many tokens the answer may take.',
      aboveLimit:
        '{{name}} writes at most {{limit}} tokens: a request for {{tokens}} fails with a ValidationException. Ask for what the answer needs.',
      aboveLimitForSuccessor:
        '{{name}}, the successor of `{{id}}`, writes at most {{limit}} tokens: requests for {{tokens}} fail once the model is moved. Ask for what the answer needs.',
      aboveLimitForTarget:
        'The code does not say which Claude this call reaches; one that your policy moves to, {{name}}, writes at most {{limit}} tokens and refuses a request for {{tokens}}. Ask for what the answer needs.',
      copiedDefault:
        '{{tokens}} tokens were the most that {{older}} writes; {{name}} writes up to {{limit}}. Ask for what the answer needs: it may be cut short here for no reason.',
    },
    repairs: {
      addMaxTokens: { message: 'Allow {{tokens}} tokens.', safeties: ['review'] },
      useLimit: { message: 'Ask for {{limit}} tokens.', safeties: ['review'] },
    },
    schema: {
      type: 'object',
      properties: { reportCopiedDefaults: { type: 'boolean' }, maxTokens: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
    defaultOptions,
    formats: ['javascript'],
  },
  detect(document, { policy, options: { reportCopiedDefaults, maxTokens = null } }) {
    return [
      ...fieldFindings(document, (call) => [
        ...excessiveLimits(call, document, policy),
        ...(reportCopiedDefaults ? copiedDefaults(call, document, policy) : []),
      ]),
      ...missingLimits(document, maxTokens, policy).map((finding) => inTest(document, finding)),
    ];
  },
});

function inTest<F extends Finding>({ path }: Document, finding: F): F {
  return isTestPath(path) ? { ...finding, level: 'note' } : finding;
}
